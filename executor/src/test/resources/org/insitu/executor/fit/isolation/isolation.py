# Copyright 2026 The Insitu Authors
# SPDX-License-Identifier: Apache-2.0
#
# Writes isolation.csv: 400 rows in two crowds, 12 planted outliers, and the anomaly score of each row
# by scikit-learn's IsolationForest (100 trees, 256 samples), the mean of 50 seeds; prints how far single
# seeds agree with that mean. Run with scikit-learn 1.2.1: python3 isolation.py > isolation.csv
import sys

import numpy as np
from scipy.stats import spearmanr
from sklearn.ensemble import IsolationForest

random = np.random.RandomState(7)
crowd = np.vstack([random.normal([0, 0, 5], [1, 2, 1], (250, 3)), random.normal([6, 3, 4], [1, 1, 2], (150, 3))])
odd = random.uniform([-15, -15, -15], [20, 20, 25], (12, 3))
odd += np.sign(odd) * 6
x = np.round(np.vstack([crowd, odd]), 4).astype(np.float32)
scores = np.array([-IsolationForest(random_state=s, max_samples=256).fit(x).score_samples(x) for s in range(50)])
mean = scores.mean(axis=0)
rho = [spearmanr(s, mean)[0] for s in scores]
top = [len(set(np.argsort(-s)[:12]) & set(range(400, 412))) for s in scores]
print("seeds against their mean: Spearman %.3f to %.3f, planted among the top 12: %d to %d; difference <= %.3f"
      % (min(rho), max(rho), min(top), max(top), np.abs(scores - mean).max()), file=sys.stderr)
print("a,b,c,planted,score")
for i, row in enumerate(x):
    print("%.4f,%.4f,%.4f,%s,%.6f" % (*row, "true" if i >= 400 else "false", mean[i]))
