# Reference values of StandardErrorsTest and TailsTest. R 4.2.2 (Debian 12: r-base-core).
# Run in the folder of the shared test data: Rscript errors.R
options(digits = 17)
t <- c(1e-8, 0.1, 0.5, 1, 1.5, 1.7, 2, 3, 5, 10, 30, 100)
for (f in c(0.5, 1, 2, 3, 7.5, 10, 39, 100, 1000, 1500, 2500, 1e4, 1e5, 1e7)) { cat(f, "\n"); print(2 * pt(-t, f)) }
print(2 * pnorm(-c(1e-8, 0.1, 0.5, 1, 1.5, 2, 2.5, 2.8, 2.9, 3, 5, 10, 20, 30, 37)))

penguins <- na.omit(read.csv("penguins.csv", na.strings = "NA", stringsAsFactors = TRUE))
penguins$sex <- relevel(penguins$sex, "male")   # the most frequent level is the reference
cat("# lm: body_mass_g\n")
mass <- lm(body_mass_g ~ bill_length_mm + flipper_length_mm + species + sex, data = penguins)
print(coef(summary(mass)))
cat("# the same with numbers standardised\n")
z <- function(x) (x - mean(x)) / sd(x)
print(coef(summary(lm(body_mass_g ~ z(bill_length_mm) + z(flipper_length_mm) + species + sex, data = penguins))))
cat("# without an intercept\n")
print(coef(summary(lm(body_mass_g ~ 0 + bill_length_mm + flipper_length_mm, data = penguins))))
cat("# longley\n")
longley <- read.csv("nist/longley.csv", fileEncoding = "UTF-8-BOM")
print(coef(summary(lm(y ~ ., data = longley, tol = 1e-14))))
cat("# glm: sex, against male\n")
tight <- glm.control(epsilon = 1e-15, maxit = 100)
sex <- glm(I(sex == "male") ~ bill_length_mm + body_mass_g + species, family = binomial, data = penguins, control = tight)
print(coef(summary(sex)))
print(coef(summary(glm(I(sex == "male") ~ z(bill_length_mm) + z(body_mass_g) + species, family = binomial, data = penguins, control = tight))))
