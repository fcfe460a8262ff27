# Reference values of GlmReferenceTest. R 4.2.2 (Debian 12: r-base-core).
# Run in the folder of the shared test data: Rscript glm.R
tight <- glm.control(epsilon = 1e-15, maxit = 1000)
penguins <- na.omit(read.csv("penguins.csv", na.strings = "NA", stringsAsFactors = TRUE))
penguins$sex <- relevel(penguins$sex, "male")   # the most frequent levels are the references
penguins$mass <- penguins$body_mass_g / 1000
penguins$depth <- floor(penguins$bill_depth_mm)
penguins$male <- penguins$sex == "male"
show <- function(family, link, intercept, formula) {
  data <- penguins
  f <- get(if (family == "GAMMA") "Gamma" else tolower(family))(link = tolower(link))
  m <- suppressWarnings(glm(formula, family = f, data = data, control = tight))
  stopifnot(m$converged)
  s <- coef(summary(m))
  cat(sprintf("%s %s %s %.17g\n", family, link, intercept, deviance(m)))
  for (i in seq_len(nrow(s))) cat(sprintf("  %s %.17g %.17g %.17g\n", rownames(s)[i], s[i, 1], s[i, 2], s[i, 4]))
}
for (family in c("GAUSSIAN", "GAMMA")) for (link in c("IDENTITY", "LOG", "INVERSE"))
  show(family, link, TRUE, mass ~ bill_length_mm + flipper_length_mm + sex)
for (link in c("LOG", "IDENTITY")) show("POISSON", link, TRUE, depth ~ flipper_length_mm + bill_length_mm + species)
# glm goes in a circle for CLOGLOG with species: its scoring has no halving.
show("BINOMIAL", "CLOGLOG", TRUE, male ~ bill_length_mm + body_mass_g)
for (link in c("LOGIT", "PROBIT")) show("BINOMIAL", link, TRUE, male ~ bill_length_mm + body_mass_g + species)
show("POISSON", "LOG", FALSE, depth ~ 0 + flipper_length_mm + bill_length_mm)
show("POISSON", "IDENTITY", FALSE, depth ~ 0 + flipper_length_mm + bill_length_mm)
show("GAMMA", "INVERSE", FALSE, mass ~ 0 + flipper_length_mm + bill_length_mm)
show("BINOMIAL", "PROBIT", FALSE, male ~ 0 + bill_length_mm + flipper_length_mm)
