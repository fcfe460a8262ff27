/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.TestingRows;
import org.insitu.executor.fit.Trainer;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.LinearPredictor.Term;
import org.insitu.udf.model.ModelFunction;
import org.junit.jupiter.api.Test;

/**
 * Maximum-likelihood weights as R's glm and nnet's multinom find them; {@code logistic.R} beside
 * this test's resources prints the values. glm's agree to 8 digits, multinom's, which stops by its
 * own tolerance, to 5.
 */
class LogisticReferenceTest {
  private static final Percentage EIGHT_DIGITS = Percentage.withPercentage(1e-6);
  private static final Percentage FIVE_DIGITS = Percentage.withPercentage(1e-3);

  private static final String PENGUINS =
      " FROM read_csv('%s', nullstr = 'NA') WHERE sex IS NOT NULL AND body_mass_g IS NOT NULL";

  private static Trainer.Fitted fit(TestingRows rows, String sql, String label) {
    return new LogisticTrainer(new FitResources(2, 1 << 30, 1 << 30))
        .fit(
            rows.training(sql, label, Purpose.CLASSIFICATION),
            LogisticOptions.DEFAULT,
            FitProgress.NONE);
  }

  private static ModelFunction.LogisticRegression model(Trainer.Fitted fitted) {
    return (ModelFunction.LogisticRegression) fitted.model();
  }

  private static double slope(
      ModelFunction.LogisticRegression model, LinearPredictor predictor, String feature) {
    return ((Term.Slope) predictor.terms().get(indexOf(model, feature))).weight();
  }

  /** The weight of a level less that of another: what a contrast to a reference level is. */
  private static double contrast(
      ModelFunction.LogisticRegression model, String feature, String level, String reference) {
    int at = indexOf(model, feature);
    List<String> levels = ((Feature.Category) model.features().get(at)).levels();
    List<Double> weights = ((Term.Weights) model.predictors().getFirst().terms().get(at)).weights();
    return weights.get(levels.indexOf(level)) - weights.get(levels.indexOf(reference));
  }

  private static int indexOf(ModelFunction.LogisticRegression model, String feature) {
    return model.features().stream().map(Feature::name).toList().indexOf(feature);
  }

  @Test
  void agreesWithGlmOnNumbers() {
    try (TestingRows rows = new TestingRows()) {
      String columns = "bill_length_mm, bill_depth_mm, flipper_length_mm, body_mass_g, sex";
      String from = PENGUINS.formatted(TestingRows.data("penguins.csv"));
      Trainer.Fitted fitted = fit(rows, "SELECT " + columns + from, "sex");
      var model = model(fitted);
      LinearPredictor male = model.predictors().getFirst();
      assertThat(male.intercept()).isCloseTo(-56.1174039881561555, EIGHT_DIGITS);
      assertThat(slope(model, male, "bill_length_mm"))
          .isCloseTo(0.1076295477007110923, EIGHT_DIGITS);
      assertThat(slope(model, male, "bill_depth_mm")).isCloseTo(2.0315155958681661, EIGHT_DIGITS);
      assertThat(slope(model, male, "flipper_length_mm"))
          .isCloseTo(-0.0324743953588343889, EIGHT_DIGITS);
      assertThat(slope(model, male, "body_mass_g")).isCloseTo(0.0055120259023938292, EIGHT_DIGITS);
      assertThat(deviance(fitted, 333)).isCloseTo(159.00342605279721, EIGHT_DIGITS);
      assertThat(fitted.report().notices()).isEmpty();
    }
  }

  private static double deviance(Trainer.Fitted fitted, int rows) {
    return 2 * rows * fitted.report().iterations().getLast().loss();
  }

  @Test
  void agreesWithGlmOnACategory() {
    try (TestingRows rows = new TestingRows()) {
      String from = PENGUINS.formatted(TestingRows.data("penguins.csv"));
      Trainer.Fitted fitted =
          fit(rows, "SELECT bill_length_mm, body_mass_g, species, sex" + from, "sex");
      var model = model(fitted);
      LinearPredictor male = model.predictors().getFirst();
      assertThat(slope(model, male, "bill_length_mm")).isCloseTo(0.6428164185904599, EIGHT_DIGITS);
      assertThat(contrast(model, "species", "Chinstrap", "Adelie"))
          .isCloseTo(-6.9878842607644973, EIGHT_DIGITS);
      assertThat(contrast(model, "species", "Gentoo", "Adelie"))
          .isCloseTo(-15.10337892172550056, EIGHT_DIGITS);
      Term.Weights weights = (Term.Weights) male.terms().get(2);
      assertThat(weights.weights().stream().mapToDouble(w -> w).sum()).isCloseTo(0, within(1e-9));
      assertThat(male.intercept() + weights.weights().getFirst())
          .isCloseTo(-50.7778020880515086, EIGHT_DIGITS);
      assertThat(deviance(fitted, 333)).isCloseTo(163.78359356489108, EIGHT_DIGITS);
    }
  }

  @Test
  void agreesWithMultinomOnThreeClasses() {
    try (TestingRows rows = new TestingRows()) {
      String columns =
          "(body_mass_g - 4200) / 800 AS mass, (flipper_length_mm - 200) / 14 AS flipper, species";
      String from = PENGUINS.formatted(TestingRows.data("penguins.csv"));
      Trainer.Fitted fitted = fit(rows, "SELECT " + columns + from, "species");
      var model = model(fitted);
      List<LinearPredictor> kinds = model.predictors();
      double[][] expected = {
        {-0.16638731423950381, -1.0097763899628154, 2.407930056682233},
        {-3.95397937946413869, 2.7438992341965109, 9.161830115632613}
      };
      for (int k = 0; k < 2; k++) {
        LinearPredictor kind = kinds.get(k + 1);
        LinearPredictor adelie = kinds.getFirst();
        assertThat(kind.intercept() - adelie.intercept()).isCloseTo(expected[k][0], FIVE_DIGITS);
        assertThat(slope(model, kind, "mass") - slope(model, adelie, "mass"))
            .isCloseTo(expected[k][1], FIVE_DIGITS);
        assertThat(slope(model, kind, "flipper") - slope(model, adelie, "flipper"))
            .isCloseTo(expected[k][2], FIVE_DIGITS);
      }
      assertThat(kinds.stream().mapToDouble(LinearPredictor::intercept).sum())
          .isCloseTo(0, within(1e-9));
      assertThat(deviance(fitted, 333)).isCloseTo(266.61075435532388, EIGHT_DIGITS);
    }
  }

  @Test
  void agreesWithGlmOnAdult() {
    try (TestingRows rows = new TestingRows()) {
      String names =
          """
          age, workclass, functional_weight, education, education_num, marital_status, occupation,
          relationship, race, sex, capital_gain, capital_loss, hours_per_week, native_country,
          income_bracket\
          """;
      String file = TestingRows.data("adult-train.csv");
      rows.run(
          "CREATE TABLE adult AS FROM read_csv('%s', header = false, names = [%s])"
              .formatted(file, "'" + names.replaceAll(",\\s+", "', '") + "'"));
      String trimmed =
          """
          SELECT age, functional_weight, education_num, capital_gain, capital_loss, hours_per_week,
            trim(workclass) AS workclass, trim(education) AS education,
            trim(marital_status) AS marital_status, trim(occupation) AS occupation,
            trim(relationship) AS relationship, trim(race) AS race, trim(sex) AS sex,
            trim(native_country) AS native_country, trim(income_bracket) AS income_bracket
          FROM adult
          WHERE trim(workclass) <> '?' AND trim(occupation) <> '?' AND trim(native_country) <> '?'\
          """;
      Trainer.Fitted fitted = fit(rows, trimmed, "income_bracket");
      var model = model(fitted);
      LinearPredictor rich = model.predictors().getFirst();
      assertThat(deviance(fitted, 30162)).isCloseTo(19485.772180655942, EIGHT_DIGITS);
      assertThat(slope(model, rich, "age")).isCloseTo(2.5497948724390360e-02, EIGHT_DIGITS);
      assertThat(slope(model, rich, "functional_weight"))
          .isCloseTo(7.5154631755045411e-07, EIGHT_DIGITS);
      assertThat(slope(model, rich, "capital_gain"))
          .isCloseTo(3.2253282837108862e-04, EIGHT_DIGITS);
      assertThat(slope(model, rich, "capital_loss"))
          .isCloseTo(6.4202119842628983e-04, EIGHT_DIGITS);
      assertThat(slope(model, rich, "hours_per_week"))
          .isCloseTo(2.9492647844055732e-02, EIGHT_DIGITS);
      assertThat(contrast(model, "sex", "Male", "Female"))
          .isCloseTo(8.6482104709571483e-01, EIGHT_DIGITS);
      assertThat(contrast(model, "workclass", "Private", "Federal-gov"))
          .isCloseTo(-5.0547838560529024e-01, EIGHT_DIGITS);
      assertThat(contrast(model, "race", "White", "Amer-Indian-Eskimo"))
          .isCloseTo(5.8751433613203841e-01, EIGHT_DIGITS);
      assertThat(contrast(model, "occupation", "Sales", "Adm-clerical"))
          .isCloseTo(2.9432761128471063e-01, EIGHT_DIGITS);
      assertThat(contrast(model, "relationship", "Wife", "Husband"))
          .isCloseTo(1.3511230945215205e+00, EIGHT_DIGITS);
      // education_num says what education says.
      assertThat(fitted.report().notices())
          .hasSize(2)
          .anyMatch(notice -> notice.contains("weight 0: education = 'Some-college'"))
          .anyMatch(notice -> notice.contains("grow without bound"));
    }
  }
}
