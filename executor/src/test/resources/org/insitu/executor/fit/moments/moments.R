# Prints the reference values of MomentsReferenceTest: Rscript moments.R <folder of shared data>
# R 4.2, MASS. The label's classes are in alphabetical order.
library(MASS)
options(digits = 17)
folder <- commandArgs(trailingOnly = TRUE)[1]
iris <- read.csv(file.path(folder, "iris.csv"))
rows <- c(1, 71, 134)
lda <- lda(species ~ ., iris)
print(predict(lda)$posterior[rows, ])
qda <- qda(species ~ ., iris)
print(predict(qda)$posterior[rows, ])
pca <- prcomp(iris[, 1:4], scale. = TRUE)
print(pca$sdev^2)
print(pca$rotation)
print(prcomp(iris[, 1:4])$sdev^2)
# Eigenvalues of Hilbert's matrix of order 6 and of a matrix with a repeated value.
print(eigen(1 / outer(1:6, 0:5, "+"), symmetric = TRUE)$values)
