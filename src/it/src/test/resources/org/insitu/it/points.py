# The references of PointModelsTest: /usr/bin/python3 points.py ../shared/data/iris.csv (scikit-learn 1.2.1)
import sys

import numpy
import pandas
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor

iris = pandas.read_csv(sys.argv[1])
raw = iris[["sepal_length", "sepal_width", "petal_length", "petal_width"]].to_numpy()
mean, deviation = raw.mean(0), raw.std(0, ddof=1)
points = (raw - mean) / deviation
asked = (raw + [0.07, -0.03, 0.11, 0.02] - mean) / deviation
place = numpy.arange(1, 151)


def shown(name, values):
    print(name, repr(float((values * place).sum())))


for weights in ("uniform", "distance"):
    model = KNeighborsClassifier(7, weights=weights, algorithm="brute").fit(points, iris.species)
    shown("classes " + weights, model.predict_proba(asked)[:, 1])
    model = KNeighborsClassifier(7, weights=weights, algorithm="brute", metric="cosine").fit(raw, iris.species)
    shown("cosine " + weights, model.predict_proba(raw + [0.07, -0.03, 0.11, 0.02])[:, 1])
y = raw[:, 3]
three = points[:, :3]
model = KNeighborsRegressor(4, weights="distance", algorithm="brute").fit(three, y)
shown("number distance", model.predict(asked[:, :3]))
process = GaussianProcessRegressor(RBF(1.5), alpha=0.05, optimizer=None).fit(three, y - y.mean())
shown("process", process.predict(asked[:, :3]) + y.mean())
