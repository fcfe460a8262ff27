# Copyright 2026 The Insitu Authors
# SPDX-License-Identifier: Apache-2.0
"""Fits by scikit-learn from a pandas frame in memory: sklearn_fits.py FOLDER, then the name of a fit a line.

A fit's seconds hold what ours hold too: scaling of numbers, encoding of categories, the fit. Its
quality, on the training rows, is found afterwards.
"""
import sys

import numpy
from protocol import rows, serve, timed
from sklearn.cluster import KMeans
from sklearn.compose import ColumnTransformer
from sklearn.decomposition import PCA
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.metrics import log_loss, mean_squared_error
from sklearn.naive_bayes import CategoricalNB, GaussianNB
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, StandardScaler

NO_FEATURES = {"y", "label", "kind", "gap"}

frame = rows(sys.argv[1])
features = frame[[name for name in frame.columns if name not in NO_FEATURES]]
numbers = [name for name in features.columns if features[name].dtype != object]
categories = [name for name in features.columns if features[name].dtype == object]


def encoder(drop=None):
    return ColumnTransformer(
        [("numbers", StandardScaler(), numbers), ("categories", OneHotEncoder(drop=drop), categories)]
    )


def regression(model):
    pipeline = make_pipeline(encoder(), model)
    seconds, _ = timed(lambda: pipeline.fit(features, frame["y"]))
    return seconds, mean_squared_error(frame["y"], pipeline.predict(features))


def classifier(label, model, drop=None):
    pipeline = make_pipeline(encoder(drop), model)
    seconds, _ = timed(lambda: pipeline.fit(features, frame[label]))
    return seconds, log_loss(frame[label], pipeline.predict_proba(features))


def logistic(label="label", **options):
    drop = options.pop("drop", None)
    return classifier(label, LogisticRegression(C=numpy.inf, max_iter=1000, **options), drop)


def naive_bayes():
    """scikit-learn has none of both kinds of features: two models, their log-likelihoods added."""
    label = frame["kind"]
    ordinal = OrdinalEncoder()
    gaussian = GaussianNB()
    categorical = CategoricalNB()

    def fit():
        gaussian.fit(features[numbers], label)
        if categories:
            categorical.fit(ordinal.fit_transform(features[categories]), label)

    seconds, _ = timed(fit)
    joint = gaussian.predict_joint_log_proba(features[numbers])
    if categories:
        joint += categorical.predict_joint_log_proba(ordinal.transform(features[categories]))
        joint -= categorical.class_log_prior_
    seen = joint[numpy.arange(len(label)), numpy.searchsorted(gaussian.classes_, label)]
    return seconds, numpy.mean(numpy.logaddexp.reduce(joint, axis=1) - seen)


def kmeans():
    pipeline = make_pipeline(
        encoder(), KMeans(n_clusters=8, init="random", n_init=1, max_iter=10, tol=0, random_state=0)
    )
    seconds, _ = timed(lambda: pipeline.fit(features))
    return seconds, pipeline[-1].inertia_ / len(features)


def pca():
    encoding = encoder()
    encoding.set_params(sparse_threshold=0)
    pipeline = make_pipeline(encoding, PCA(n_components=5, random_state=0))
    seconds, _ = timed(lambda: pipeline.fit(features))
    return seconds, pipeline[-1].explained_variance_ratio_.sum()


FITS = {
    "linear": lambda: regression(LinearRegression()),
    "ridge": lambda: regression(Ridge(alpha=1e-6)),
    "logistic": logistic,
    "logistic_newton": lambda: logistic(solver="newton-cholesky", drop="first"),
    "multinomial": lambda: logistic("kind"),
    "naive_bayes": naive_bayes,
    "kmeans": kmeans,
    "pca": pca,
}

serve(lambda name: FITS[name]())
