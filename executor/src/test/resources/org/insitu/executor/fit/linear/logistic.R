# Reference values of LogisticReferenceTest. R 4.2.2, nnet 7.3-18 (Debian 12: r-base-core, r-cran-nnet).
# Run in the folder of the shared test data: Rscript logistic.R
options(digits = 17)
tight <- glm.control(epsilon = 1e-15, maxit = 100)

penguins <- na.omit(read.csv("penguins.csv", na.strings = "NA", stringsAsFactors = TRUE))
cat("# penguins: sex = male\n")
sex <- glm(I(sex == "male") ~ bill_length_mm + bill_depth_mm + flipper_length_mm + body_mass_g,
           family = binomial, data = penguins, control = tight)
print(coef(sex)); print(deviance(sex))

cat("# penguins: sex = male, with a category\n")
species <- glm(I(sex == "male") ~ bill_length_mm + body_mass_g + species,
               family = binomial, data = penguins, control = tight)
print(coef(species)); print(deviance(species))

cat("# penguins: species, three classes; log-odds against Adelie\n")
library(nnet)
kinds <- multinom(species ~ body_mass_g + flipper_length_mm, trace = FALSE,
                  data = transform(penguins, body_mass_g = (body_mass_g - 4200) / 800,
                                   flipper_length_mm = (flipper_length_mm - 200) / 14),
                  maxit = 10000, reltol = 1e-16, abstol = 0)
print(coef(kinds)); print(deviance(kinds))

# education_num is left out: education determines it, and the tight tolerance would keep both.
cat("# adult: income_bracket = >50K, complete rows\n")
names <- c("age", "workclass", "functional_weight", "education", "education_num", "marital_status",
           "occupation", "relationship", "race", "sex", "capital_gain", "capital_loss",
           "hours_per_week", "native_country", "income_bracket")
adult <- na.omit(read.csv("adult-train.csv", header = FALSE, col.names = names, strip.white = TRUE,
                          na.strings = "?", stringsAsFactors = TRUE))
print(nrow(adult))
income <- suppressWarnings(glm(I(income_bracket == ">50K") ~ age + functional_weight +
              capital_gain + capital_loss + hours_per_week + workclass + education +
              marital_status + occupation + relationship + race + sex + native_country,
              family = binomial, data = adult, control = tight))
print(coef(income)[c("age", "functional_weight", "capital_gain", "capital_loss", "hours_per_week",
                     "sexMale", "workclassPrivate", "workclassSelf-emp-inc", "raceWhite",
                     "marital_statusNever-married", "occupationSales", "relationshipWife")])
print(deviance(income))
