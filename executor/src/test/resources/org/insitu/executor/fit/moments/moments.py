# Prints the reference values of MomentsReferenceTest: python3 moments.py <folder of shared data>
# numpy, pandas and scikit-learn 1.2.1 (Debian 12).
import sys
import numpy as np
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.discriminant_analysis import (
    LinearDiscriminantAnalysis,
    QuadraticDiscriminantAnalysis,
)
from sklearn.naive_bayes import CategoricalNB, GaussianNB

folder = sys.argv[1]
np.set_printoptions(precision=17, floatmode="unique")
iris = pd.read_csv(folder + "/iris.csv")
X, y = iris.iloc[:, :4].to_numpy(), iris["species"].to_numpy()
rows = [0, 70, 133]
Z = (X - X.mean(axis=0)) / X.std(axis=0, ddof=1)


def show(name, values):
    print(name, [float(v) for v in np.asarray(values).ravel()])


show("nb gaussian", GaussianNB().fit(X, y).predict_proba(X)[rows])
show("nb var_smoothing 0.1", GaussianNB(var_smoothing=0.1).fit(X, y).predict_proba(X)[rows])
show("lda", LinearDiscriminantAnalysis().fit(X, y).predict_proba(X)[rows])
show("qda", QuadraticDiscriminantAnalysis().fit(X, y).predict_proba(X)[rows])
for model in (GaussianNB(), LinearDiscriminantAnalysis(), QuadraticDiscriminantAnalysis()):
    show("right of 150", [(model.fit(X, y).predict(X) == y).sum()])
show("qda reg 0.1", QuadraticDiscriminantAnalysis(reg_param=0.1).fit(Z, y).predict_proba(Z)[rows])

# LDA with shrinkage: scikit-learn divides by n, LDA without by n - K; scores are scaled by that.
shrunk = LinearDiscriminantAnalysis(solver="lsqr", shrinkage=0.3).fit(Z, y)
n, k = len(y), 3
prior = np.log(shrunk.priors_)
scores = (shrunk.decision_function(Z) - prior) * (n - k) / n + prior
p = np.exp(scores - scores.max(axis=1, keepdims=True))
show("lda shrinkage 0.3", (p / p.sum(axis=1, keepdims=True))[rows])

for name, data in [("pca scaled", Z), ("pca raw", X)]:
    pca = PCA(svd_solver="full").fit(data)
    components = pca.components_.copy()
    for c in components:
        c *= np.sign(c[np.argmax(np.abs(c))])
    show(name + " variances", pca.explained_variance_)
    show(name + " ratios", pca.explained_variance_ratio_)
    show(name + " first", components[0])
    show(name + " second", components[1])
    show(name + " rows", ((data - data.mean(axis=0)) @ components[:2].T)[rows])

# Naive Bayes over numbers and categories of penguins: the sums of both of scikit-learn's.
penguins = pd.read_csv(folder + "/penguins.csv").dropna()
numbers = penguins[["bill_length_mm", "body_mass_g"]].to_numpy()
codes = np.column_stack(
    [penguins[c].astype("category").cat.codes for c in ("island", "sex")]
)
label = penguins["species"].to_numpy()
gauss, cats = GaussianNB().fit(numbers, label), CategoricalNB(alpha=1).fit(codes, label)
joint = gauss._joint_log_likelihood(numbers) + cats._joint_log_likelihood(codes)
joint -= np.log(gauss.class_prior_)
joint -= joint.max(axis=1, keepdims=True)
p = np.exp(joint) / np.exp(joint).sum(axis=1, keepdims=True)
show("nb mixed", p[[0, 200, 300]])
show("nb mixed accuracy", [(gauss.classes_[p.argmax(axis=1)] == label).mean()])

# Discriminants and components with a category: dummies of sex.
dummies = np.column_stack([numbers, penguins["bill_depth_mm"], penguins["sex"] == "male"]).astype(float)
show("lda dummy", LinearDiscriminantAnalysis().fit(dummies, label).predict_proba(dummies)[[0, 200, 300]])
show("qda dummy", QuadraticDiscriminantAnalysis().fit(dummies, label).predict_proba(dummies)[[0, 200, 300]])
hot = np.column_stack([(numbers - numbers.mean(axis=0)) / numbers.std(axis=0, ddof=1), penguins["sex"] == "female", penguins["sex"] == "male"]).astype(float)
pca = PCA(svd_solver="full").fit(hot)
show("pca one-hot variances", pca.explained_variance_)


# Mean squared differences of rows and what two components tell of them.
def reconstruction(name, data, rows, k=2):
    pca = PCA(n_components=k, svd_solver="full").fit(data)
    told = pca.inverse_transform(pca.transform(rows))
    show(name, ((rows - told) ** 2).mean(axis=1))


reconstruction("pca scaled reconstruction", Z, np.vstack([Z[rows], [[1e8, -3e7, 2, 5]]]))
reconstruction("pca raw reconstruction", X, X[rows])
reconstruction("pca one-hot reconstruction", hot, hot[[0, 1, 200, 300]])
