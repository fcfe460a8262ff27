# Reference values of KMeansTrainerTest. R 4.2.2. Run in the folder of the test data: Rscript kmeans.R
options(digits = 15)
iris <- read.csv("iris.csv")
set.seed(1)
best <- kmeans(scale(iris[, 1:4]), centers = 3, nstart = 1000, iter.max = 100, algorithm = "Lloyd")
print(best$tot.withinss); print(sort(best$size)); print(best$centers[order(best$centers[, 1]), ])
