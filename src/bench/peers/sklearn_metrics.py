# Copyright 2026 The Insitu Authors
# SPDX-License-Identifier: Apache-2.0
"""Metrics of scored rows by scikit-learn from arrays in memory: sklearn_metrics.py FOLDER."""
import sys

from protocol import rows, serve, timed
from sklearn import metrics

frame = rows(sys.argv[1])
label = frame["label"].to_numpy()
score = frame["p"].to_numpy()


def all_metrics():
    said = (score > 0.5).astype(label.dtype)
    (tn, fp), (fn, tp) = metrics.confusion_matrix(label, said)
    # From the matrix, which is quicker than scikit-learn's own functions of the labels.
    return (
        tp / (tp + fp),
        tp / (tp + fn),
        (tp + tn) / len(label),
        2 * tp / (2 * tp + fp + fn),
        metrics.log_loss(label, score),
        metrics.roc_auc_score(label, score),
    )


def answer(request):
    seconds, values = timed(all_metrics)
    return seconds, ", ".join("%.6f" % value for value in values)


serve(answer)
