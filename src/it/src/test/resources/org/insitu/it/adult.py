# Copyright 2026 The Insitu Authors
# SPDX-License-Identifier: Apache-2.0
#
# What RealTablesTest sets beside our forests and trees: scikit-learn 1.2.1 on UCI Adult. Run it in the
# folder of the shared data: python3 adult.py
import pandas as pd, numpy as np
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor
from sklearn.metrics import roc_auc_score, accuracy_score, mean_squared_error, r2_score, log_loss
names = "age workclass functional_weight education education_num marital_status occupation relationship race sex capital_gain capital_loss hours_per_week native_country income_bracket".split()
def read(n):
    d = pd.read_csv("adult-%s.csv" % n, names=names, skipinitialspace=True, na_values="?")
    d["income_bracket"] = d["income_bracket"].str.rstrip(".")
    return d
tr, te = read("train"), read("test")
cats = [c for c in names[:-1] if tr[c].dtype == object]
for c in cats:
    lv = {v: i for i, v in enumerate(sorted(tr[c].dropna().unique()))}
    for d in (tr, te): d[c] = d[c].map(lv).fillna(len(lv))
yt, ye = (tr.income_bracket == ">50K").astype(int), (te.income_bracket == ">50K").astype(int)
X, E = tr[names[:-1]], te[names[:-1]]
for n, m in [("forest, depth 15, 80 % of the rows and columns", RandomForestClassifier(100, max_depth=15, max_features=0.8, max_samples=0.8, random_state=0)),
             ("forest, depth 15, usual max_features", RandomForestClassifier(100, max_depth=15, random_state=0)),
             ("tree, depth 6", DecisionTreeClassifier(max_depth=6, random_state=0))]:
    m.fit(X, yt); p = m.predict_proba(E)[:, 1]
    print("%s: AUC %.4f, accuracy %.4f, log loss %.4f" % (n, roc_auc_score(ye, p), accuracy_score(ye, p > 0.5), log_loss(ye, p)))
X, E = X.drop(columns="age").assign(y=yt), E.drop(columns="age").assign(y=ye)
for n, m in [("forest of age", RandomForestRegressor(100, max_depth=15, max_features=0.8, max_samples=0.8, random_state=0)), ("tree of age", DecisionTreeRegressor(max_depth=6, random_state=0))]:
    m.fit(X, tr.age); p = m.predict(E); print("%s: MSE %.3f R2 %.4f" % (n, mean_squared_error(te.age, p), r2_score(te.age, p)))
