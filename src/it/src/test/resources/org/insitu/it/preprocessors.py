# Reference values of RedshiftPreprocessorsTest: scikit-learn 1.2, /usr/bin/python3 preprocessors.py
import numpy as np, pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, Normalizer, OneHotEncoder, StandardScaler
i = np.arange(1, 491)
t = pd.DataFrame({
  "x": np.where(i % 11 > 0, (i * 37) % 101 / 4.0, np.nan), "z": (i * 7) % 13, "w": 1.0 + i % 5, "v": (i * 3) % 17 - 8.0,
  "c": [chr(97 + (k * k) % 5) if k % 7 > 0 else "none" for k in i]})
y = 3.0 + 2 * ((i * 37) % 101) + (i * i) % 5 + (i * i) % 23
m = make_pipeline(ColumnTransformer([
  ("a", make_pipeline(SimpleImputer(add_indicator=True), StandardScaler()), ["x"]),
  ("b", OneHotEncoder(), ["c"]),
  ("d", make_pipeline(MinMaxScaler(), ), ["z"]),
  ("e", Normalizer(), ["w", "v"])]), LinearRegression()).fit(t, y)
print(repr(m.predict(t)[[0, 1, 6, 10, 76, 489]].tolist()))
