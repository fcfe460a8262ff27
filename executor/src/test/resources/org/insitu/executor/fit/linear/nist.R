# Digits of R's lm on the sets of NistReferenceTest. Run in this folder, with the path of shared/data/nist:
#   Rscript nist.R ../shared/data/nist
# Data and certified values: NIST Statistical Reference Datasets, https://www.itl.nist.gov/div898/strd
shared <- commandArgs(TRUE)[1]
lre <- function(f, b) if (anyNA(coef(f))) NA else min(15, -log10(abs(coef(f) - b) / abs(b)))
read <- function(n) read.csv(file.path(shared, paste0(n, ".csv")), fileEncoding = "UTF-8-BOM")
x <- 0:20
d <- c(759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 2523,
       -2048, 2048, -2048, 759)
w <- 1 + x + x^2 + x^3 + x^4 + x^5
v <- 1 + 0.1 * x + 0.01 * x^2 + 0.001 * x^3 + 0.0001 * x^4 + 0.00001 * x^5
wampler <- function(y) lm(y ~ x + I(x^2) + I(x^3) + I(x^4) + I(x^5))
cat("longley", lre(lm(y ~ x1 + x2 + x3 + x4 + x5 + x6, read("longley")),
  c(-3482258.63459582, 15.0618722713733, -0.358191792925910E-01, -2.02022980381683, -1.03322686717359,
    -0.511041056535807E-01, 1829.15146461355)), "\n")
cat("norris", lre(lm(y ~ x, read("norris")), c(-0.262323073774029, 1.00211681802045)), "\n")
cat("pontius", lre(lm(y ~ x + I(x^2), read("pontius")),
  c(0.673565789473684E-03, 0.732059160401003E-06, -0.316081871345029E-14)), "\n")
cat("noint1", lre(lm(y ~ x - 1, read("noint1")), 2.07438016528926), "\n")
cat("noint2", lre(lm(y ~ x - 1, read("noint2")), 0.727272727272727), "\n")
cat("wampler1", lre(wampler(w), rep(1, 6)), "\n")
cat("wampler2", lre(wampler(v), 10^-(0:5)), "\n")
for (k in c(1, 100, 10000)) cat("wampler3 to 5, disturbed times", k, lre(wampler(w + k * d), rep(1, 6)), "\n")
filip <- read.csv("filip.csv")
b <- c(-1467.48961422980, -2772.17959193342, -2316.37108160893, -1127.97394098372, -354.478233703349,
       -75.1242017393757, -10.8753180355343, -1.06221498588947, -0.670191154593408E-01, -0.246781078275479E-02,
       -0.402962525080404E-04)
m <- as.formula(paste("y ~ x +", paste0("I(x^", 2:10, ")", collapse = " + ")))
cat("filip", lre(lm(m, filip), b), "with tol = 1e-12", lre(lm(m, filip, tol = 1e-12), b), "\n")
