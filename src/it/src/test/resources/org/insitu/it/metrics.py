# Reference values of MetricsReferenceTest, by scikit-learn 1.2.1: python3 metrics.py
# The data are computed from whole numbers alike here and in the test.
import numpy as np
from sklearn import metrics
from sklearn.calibration import calibration_curve

n = 500
i = np.arange(n)
# Scores with many ties; the label follows the score with a disturbance.
score = ((i * 7919) % 41 + 1) / 43
y = (((i * 104729) % 97) / 97 < score * 0.9).astype(int)
said = (score > 0.5).astype(int)
print("binary", [
    metrics.precision_score(y, said), metrics.recall_score(y, said),
    metrics.accuracy_score(y, said), metrics.f1_score(y, said),
    metrics.log_loss(y, score), metrics.roc_auc_score(y, score)])
precision, recall, thresholds = metrics.precision_recall_curve(y, score)
print("pr points", len(thresholds), "average precision", metrics.average_precision_score(y, score))
for k in (0, 10, 20, 30, 40):
    print("pr >=", repr(thresholds[k]), repr(precision[k]), repr(recall[k]))
fpr, tpr, at = metrics.roc_curve(y, score, drop_intermediate=False)
print("roc", len(at), repr(fpr[20]), repr(tpr[20]), repr(at[20]))
for strategy in ("uniform",):
    frequency, mean = calibration_curve(y, score, n_bins=10, strategy=strategy)
    print("calibration", strategy, frequency.tolist(), mean.tolist())

# Three classes, one of them never predicted, ties in every score.
k = (i * 31 + i // 7) % 3
raw = np.stack([1 + (i * 13) % 5 + 3 * (k == 0), 1 + (i * 17) % 7 + 3 * (k == 1),
                np.ones(n) + (k == 2)], axis=1)
p = raw / raw.sum(axis=1, keepdims=True)
says = p.argmax(axis=1)
print("predicted", np.bincount(says, minlength=3))
print("macro", [
    metrics.precision_score(k, says, average="macro", zero_division=0),
    metrics.recall_score(k, says, average="macro", zero_division=0),
    metrics.accuracy_score(k, says),
    metrics.f1_score(k, says, average="macro", zero_division=0),
    metrics.log_loss(k, p), metrics.roc_auc_score(k, p, multi_class="ovr", average="macro")])

target = ((i * 7919) % 101) / 4.0
predicted = target + ((i * 104729) % 59 - 20) / 8.0 * (1 + target / 50)
predicted = np.maximum(predicted, -0.75)
print("regression", [
    metrics.mean_absolute_error(target, predicted), metrics.mean_squared_error(target, predicted),
    metrics.mean_squared_log_error(target, np.maximum(predicted, 0)),
    metrics.median_absolute_error(target, predicted), metrics.r2_score(target, predicted),
    metrics.explained_variance_score(target, predicted)])
# scikit-learn refuses negative values in its log error; ours is defined above -1.
print("msle above -1", ((np.log1p(target) - np.log1p(predicted)) ** 2).mean())
