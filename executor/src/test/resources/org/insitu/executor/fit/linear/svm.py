# Copyright 2026 The Insitu Authors
# SPDX-License-Identifier: Apache-2.0
#
# Reference values of SvmReferenceTest: python3 svm.py .../penguins.csv
# The minimum is found by scipy's trust region to a gradient of 1e-10, and compared with
# scikit-learn's LinearSVC, whose intercept is penalised: little, at a large intercept_scaling.
# Probabilities: Platt's objective by the same optimiser, compared with scikit-learn's
# CalibratedClassifierCV(method='sigmoid'). (scikit-learn 1.2.1, scipy 1.10.1, pandas 1.5.3)
import sys
import numpy as np
import pandas as pd
from scipy.optimize import minimize
from sklearn.calibration import _SigmoidCalibration
from sklearn.svm import LinearSVC

rows = pd.read_csv(sys.argv[1])
rows = rows[rows.sex.notna() & rows.body_mass_g.notna()].reset_index(drop=True)


def columns(numbers, categories):
    parts = [(rows[n] - rows[n].mean()) / rows[n].std(ddof=1) for n in numbers]
    for c in categories:
        parts += [(rows[c] == level).astype(float) for level in sorted(rows[c].unique())]
    return np.column_stack(parts)


def least(f, g, h, size):
    found = minimize(f, np.zeros(size), jac=g, hess=h, method='trust-exact',
                     options=dict(gtol=1e-10, maxiter=10000))
    for _ in range(2):  # where the value has no more digits to tell, the gradient has
        found.x = found.x - np.linalg.solve(h(found.x), g(found.x))
    assert np.linalg.norm(g(found.x)) < 1e-9, np.linalg.norm(g(found.x))
    return found


def svm(x, t, l2, c):
    z = np.column_stack([np.ones(len(t)), x])
    p = np.full(z.shape[1], l2)
    p[0] = 0
    lack = lambda w: np.maximum(0, 1 - t * (z @ w))
    return least(lambda w: np.sum(c * lack(w) ** 2) + np.sum(p * w * w) / 2,
                 lambda w: -2 * z.T @ (c * t * lack(w)) + p * w,
                 lambda w: 2 * (z * (c * (lack(w) > 0))[:, None]).T @ z + np.diag(p),
                 z.shape[1])


def platt(m, t, c):
    plus, minus = c[t > 0].sum(), c[t < 0].sum()
    y = np.where(t > 0, (plus + 1) / (plus + 2), 1 / (minus + 2))
    z = np.column_stack([m, np.ones(len(t))])
    s = lambda w: 1 / (1 + np.exp(-z @ w))
    return least(lambda w: np.sum(c * (np.logaddexp(0, z @ w) - y * (z @ w))),
                 lambda w: z.T @ (c * (s(w) - y)),
                 lambda w: (z * (c * s(w) * (1 - s(w)))[:, None]).T @ z, 2).x


def show(name, x, t, l2=1.0, c=None):
    weights = np.ones(len(t)) if c is None else c
    found = svm(x, t, l2, weights)
    w = found.x
    m = w[0] + x @ w[1:]
    a = platt(m, t, weights)
    print(name)
    print('  intercept and weights of standardised columns', w.tolist())
    print('  mean loss', repr(np.sum(weights * np.maximum(0, 1 - t * m) ** 2) / weights.sum()))
    print('  slope and intercept of the log-odds', repr(a[0]), repr(a[1]))
    other = LinearSVC(C=1 / l2, dual=False, intercept_scaling=1e3, tol=1e-12, max_iter=100000)
    other.fit(x, t, weights)
    print('  LinearSVC differs by', np.abs(np.r_[other.intercept_, other.coef_[0]] - w).max())
    sigmoid = _SigmoidCalibration().fit(m, t > 0, weights)
    print('  CalibratedClassifierCV differs by', abs(-sigmoid.a_ - a[0]), abs(-sigmoid.b_ - a[1]))
    return m, a


numbers = ['bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'body_mass_g']
sex = np.where(rows.sex == 'male', 1.0, -1.0)
show('numbers', columns(numbers, []), sex)
show('category', columns(['bill_length_mm', 'body_mass_g'], ['species']), sex)
show('weak penalty', columns(numbers, []), sex, 0.01)
show('weighted', columns(numbers, []), sex, 1.0, np.where(sex > 0, 3.0, 1.0))
x = columns(['body_mass_g', 'flipper_length_mm'], [])
each = []
for kind in sorted(rows.species.unique()):
    m, a = show(kind, x, np.where(rows.species == kind, 1.0, -1.0))
    each.append(1 / (1 + np.exp(-(a[0] * m + a[1]))))
p = np.column_stack(each)
p /= p.sum(axis=1, keepdims=True)
for i in [0, 150, 200, 332]:
    print('probabilities of row', i, rows.body_mass_g[i], rows.flipper_length_mm[i], p[i].tolist())
