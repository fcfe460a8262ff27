# Digits of R's lm on the sets of NistReferenceTest. Run in this folder, with the path of shared/data/nist:
#   Rscript nist.R ../shared/data/nist
# Data and certified values (strd.csv, which NistTest reads too): NIST Statistical Reference Datasets, https://www.itl.nist.gov/div898/strd
shared <- commandArgs(TRUE)[1]
strd <- read.csv("strd.csv")
certified <- function(n) strd$certified[strd$set == n]
lre <- function(f, b) if (anyNA(coef(f))) NA else min(15, -log10(abs(coef(f) - b) / abs(b)))
read <- function(n) read.csv(file.path(shared, paste0(n, ".csv")), fileEncoding = "UTF-8-BOM")
x <- 0:20
d <- c(759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 2523,
       -2048, 2048, -2048, 759)
w <- 1 + x + x^2 + x^3 + x^4 + x^5
v <- 1 + 0.1 * x + 0.01 * x^2 + 0.001 * x^3 + 0.0001 * x^4 + 0.00001 * x^5
wampler <- function(y) lm(y ~ x + I(x^2) + I(x^3) + I(x^4) + I(x^5))
cat("longley", lre(lm(y ~ x1 + x2 + x3 + x4 + x5 + x6, read("longley")), certified("longley")), "\n")
cat("norris", lre(lm(y ~ x, read("norris")), certified("norris")), "\n")
cat("pontius", lre(lm(y ~ x + I(x^2), read("pontius")), certified("pontius")), "\n")
cat("noint1", lre(lm(y ~ x - 1, read("noint1")), certified("noint1")), "\n")
cat("noint2", lre(lm(y ~ x - 1, read("noint2")), certified("noint2")), "\n")
cat("wampler1", lre(wampler(w), certified("wampler1")), "\n")
cat("wampler2", lre(wampler(v), certified("wampler2")), "\n")
for (k in c(1, 100, 10000)) cat("wampler3 to 5, disturbed times", k, lre(wampler(w + k * d), certified("wampler3")), "\n")
filip <- read.csv("filip.csv")
b <- certified("filip")
m <- as.formula(paste("y ~ x +", paste0("I(x^", 2:10, ")", collapse = " + ")))
cat("filip", lre(lm(m, filip), b), "with tol = 1e-12", lre(lm(m, filip, tol = 1e-12), b), "\n")
