# Prints the reference values of PointsReferenceTest: /usr/bin/python3 points.py <folder of shared data>
# numpy, pandas and scikit-learn 1.2.1 (Debian 12).
import sys
import numpy as np
import pandas as pd
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, ConstantKernel, WhiteKernel
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor

folder = sys.argv[1]


def show(name, values):
    print(name, [float(v) for v in np.asarray(values).ravel()])


penguins = pd.read_csv(folder + "/penguins.csv")
numbers = penguins[["bill_length_mm", "bill_depth_mm", "body_mass_g"]]
mean, deviation = numbers.mean(), numbers.std(ddof=1)
categories = pd.get_dummies(penguins[["island", "sex"]].fillna("(none)")).to_numpy()


def encoded(shift, rows):
    z = (((numbers + shift) - mean) / deviation).fillna(0)
    return np.hstack([z, categories])[rows]


X = encoded([0, 0, 0], slice(None))
asked = encoded([5.37, -0.13, 7.7], [3, 17, 111, 150, 200, 300])
for weights in ("uniform", "distance"):
    model = KNeighborsClassifier(9, weights=weights, algorithm="brute").fit(X, penguins.species)
    show("penguins " + weights, model.predict_proba(asked))
model = KNeighborsRegressor(9, algorithm="brute", metric="cosine").fit(X, penguins.year)
show("penguins cosine", model.predict(asked))

iris = pd.read_csv(folder + "/iris.csv")
raw = iris[["sepal_length", "sepal_width", "petal_length"]].to_numpy()
Z = (raw - raw.mean(axis=0)) / raw.std(axis=0, ddof=1)
y = iris["petal_width"].to_numpy()
where = (raw + 0.5 - raw.mean(axis=0)) / raw.std(axis=0, ddof=1)
fixed = GaussianProcessRegressor(RBF(1.5), alpha=0.05, optimizer=None, normalize_y=True).fit(Z, y)
show("process", fixed.predict(where[[0, 70, 133]]))
# The best variance of the signal in closed form; the likelihood with it.
label = (y - y.mean()) / y.std()
signal = label @ np.linalg.solve(RBF(1.5)(Z) + 0.05 * np.eye(len(y)), label) / len(y)
scaled = GaussianProcessRegressor(
    ConstantKernel(signal) * RBF(1.5), alpha=0.05 * signal, optimizer=None, normalize_y=True
).fit(Z, y)
show("likelihood", scaled.log_marginal_likelihood_value_)
free = GaussianProcessRegressor(
    ConstantKernel(1.0, (1e-6, 1e6)) * RBF(1.0, (1e-3, 1e3)) + WhiteKernel(0.1, (1e-9, 1e3)),
    normalize_y=True, n_restarts_optimizer=20, random_state=1, alpha=0,
).fit(Z, y)
print("greatest likelihood", free.kernel_, repr(float(free.log_marginal_likelihood_value_)))
