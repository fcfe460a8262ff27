/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.insitu.executor.fit.TestingRows;
import org.insitu.udf.expression.Program;
import org.insitu.udf.model.LinearPredictor.Term;
import org.insitu.udf.model.ModelAnomalies;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.ModelFunction.Component;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What scikit-learn's GaussianNB, CategoricalNB, LinearDiscriminantAnalysis,
 * QuadraticDiscriminantAnalysis and PCA answer, and R's lda, qda and prcomp; {@code moments.py} and
 * {@code moments.R} beside this test's resources print the values. Probabilities agree in their
 * logs to 1e-10, so however small they are to nine digits or more.
 */
class MomentsReferenceTest {
  private final TestingMoments moments = new TestingMoments();

  @AfterEach
  void close() {
    moments.close();
  }

  private static String iris() {
    return "SELECT * FROM read_csv('" + TestingRows.data("iris.csv") + "')";
  }

  private static String measures() {
    return "SELECT * EXCLUDE species FROM read_csv('" + TestingRows.data("iris.csv") + "')";
  }

  private static String penguins(String columns) {
    return "SELECT "
        + columns
        + " FROM read_csv('"
        + TestingRows.data("penguins.csv")
        + "', nullstr = 'NA') WHERE sex IS NOT NULL";
  }

  private void assertProbabilities(
      ModelFunction model, String sql, List<Integer> rows, double... expected) {
    List<double[]> all = moments.answers(model, sql);
    double[] found = rows.stream().flatMapToDouble(row -> Arrays.stream(all.get(row))).toArray();
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat(Math.log(found[i]))
          .isCloseTo(Math.log(expected[i]), within(1e-10 * Math.max(1, -Math.log(expected[i]))));
    }
  }

  private static final List<Integer> IRIS_ROWS = List.of(0, 70, 133);

  @Test
  void gaussianNaiveBayesOfIris() {
    assertProbabilities(
        moments.nb(iris(), "species", NaiveBayesOptions.DEFAULT),
        iris(),
        IRIS_ROWS,
        1.0,
        1.3578426545097532e-18,
        7.112835116303153e-26,
        2.591538028250168e-130,
        0.15449408494388256,
        0.8455059150561174,
        2.6838258262863244e-131,
        0.7126451442155293,
        0.2873548557844709);
  }

  @Test
  void varSmoothingAddsToEveryVariance() {
    assertProbabilities(
        moments.nb(iris(), "species", NaiveBayesOptions.DEFAULT.withVarSmoothing(0.1)),
        iris(),
        IRIS_ROWS,
        0.9999861966991865,
        1.3802531791608681e-05,
        7.690216778370176e-10,
        1.196893663157143e-09,
        0.5827796694601627,
        0.41722032934294384,
        4.4000939583135606e-11,
        0.5067364933976877,
        0.49326350655831147);
  }

  @Test
  void naiveBayesOfNumbersAndCategories() {
    String sql = penguins("species, island, bill_length_mm, body_mass_g, sex");
    assertProbabilities(
        moments.nb(sql, "species", NaiveBayesOptions.DEFAULT),
        sql,
        List.of(0, 200, 300),
        0.999725071829607,
        0.00026421769261424663,
        1.0710477778724858e-05,
        0.0005859387357411695,
        1.828589843169887e-05,
        0.9993957753658272,
        0.004481995489833208,
        0.9947099753716263,
        0.0008080291385405523);
  }

  @Test
  void linearDiscriminantOfIris() {
    assertProbabilities(
        moments.lda(iris(), "species", LdaOptions.DEFAULT),
        iris(),
        IRIS_ROWS,
        1.0,
        3.896357927686701e-22,
        2.6111682749482306e-42,
        7.408117581625288e-28,
        0.25322822473817885,
        0.746771775261821,
        1.2838906243208437e-28,
        0.7293881280317968,
        0.2706118719682032);
  }

  @Test
  void shrinkageDrawsThePooledCovarianceToEqualVariances() {
    assertProbabilities(
        moments.lda(iris(), "species", LdaOptions.DEFAULT.withShrinkage(0.3)),
        iris(),
        IRIS_ROWS,
        0.999999999989315,
        1.0684949400861652e-11,
        1.3226763335084677e-21,
        6.908033299544277e-13,
        0.522632109077822,
        0.4773678909214871,
        7.781964953324565e-15,
        0.6871195611800304,
        0.3128804388199619);
  }

  @Test
  void linearDiscriminantWithACategory() {
    String sql = penguins("species, bill_length_mm, body_mass_g, bill_depth_mm, sex");
    assertProbabilities(
        moments.lda(sql, "species", LdaOptions.DEFAULT),
        sql,
        List.of(0, 200, 300),
        0.999997081143296,
        2.918856703324351e-06,
        6.776028872299021e-16,
        2.4037543579070483e-09,
        2.316769779376911e-10,
        0.9999999973645686,
        8.431795383026172e-05,
        0.9997880960239715,
        0.00012758602219818812);
  }

  @Test
  void quadraticDiscriminantOfIris() {
    assertProbabilities(
        moments.qda(iris(), "species", QdaOptions.DEFAULT),
        iris(),
        IRIS_ROWS,
        1.0,
        4.918516885667947e-26,
        2.981541455009502e-41,
        1.0527233001738243e-103,
        0.3359441831241467,
        0.6640558168758532,
        4.550669937646887e-111,
        0.6049611315124628,
        0.3950388684875371);
  }

  @Test
  void regParamDrawsEachCovarianceToOne() {
    assertProbabilities(
        moments.qda(iris(), "species", QdaOptions.DEFAULT.withRegParam(0.1)),
        iris(),
        IRIS_ROWS,
        0.9999999998949252,
        1.0507461619640793e-10,
        2.3803276172968693e-16,
        5.823239216709024e-16,
        0.5305881631846556,
        0.46941183681534376,
        1.7244993614488746e-18,
        0.6751226895700624,
        0.3248773104299375);
  }

  @Test
  void quadraticDiscriminantWithACategory() {
    String sql = penguins("species, bill_length_mm, body_mass_g, bill_depth_mm, sex");
    assertProbabilities(
        moments.qda(sql, "species", QdaOptions.DEFAULT),
        sql,
        List.of(0, 200, 300),
        0.9999963393496196,
        3.660650380399071e-06,
        1.1514939258264303e-21,
        1.3298413016951283e-07,
        2.6141279962544934e-13,
        0.9999998670156084,
        4.852064680238515e-05,
        0.9999492870056286,
        2.192347569157396e-06);
  }

  private static double[] variances(ModelFunction.PrincipalComponents model) {
    return model.components().stream().mapToDouble(Component::variance).toArray();
  }

  private static double[] slopes(Component component) {
    return component.direction().terms().stream()
        .mapToDouble(term -> ((Term.Slope) term).weight())
        .toArray();
  }

  @Test
  void componentsOfScaledIris() {
    var model = moments.pca(measures(), PcaOptions.ofComponents(4));
    assertThat(variances(model))
        .containsExactly(
            new double[] {
              2.918497816531996136, 0.914030471468069927, 0.146756875571315032, 0.020714836428619248
            },
            within(1e-13));
    assertThat(model.totalVariance()).isCloseTo(4, within(1e-13));
    assertThat(slopes(model.components().get(0)))
        .containsExactly(
            new double[] {
              0.52106591467012, -0.26934744250594234, 0.5804130957962943, 0.5648565357793607
            },
            within(1e-12));
    assertThat(slopes(model.components().get(1)))
        .containsExactly(
            new double[] {
              0.377417615564567, 0.9232956595407146, 0.024491609085585897, 0.06694198696805853
            },
            within(1e-12));
    List<double[]> rows = moments.answers(model, measures());
    assertThat(rows.get(0)[0]).isCloseTo(-2.2571411756481172, within(1e-12));
    assertThat(rows.get(0)[1]).isCloseTo(0.4784238321249002, within(1e-12));
    assertThat(rows.get(133)[0]).isCloseTo(1.1104277044557784, within(1e-12));
    assertThat(rows.get(133)[1]).isCloseTo(-0.2919445817961708, within(1e-12));
  }

  @Test
  void componentsOfRawIris() {
    var model = moments.pca(measures(), PcaOptions.ofRatio(0.97).withScaleFeatures(false));
    assertThat(variances(model))
        .containsExactly(new double[] {4.228241706034867, 0.24267074792863336}, within(1e-13));
    List<double[]> rows = moments.answers(model, measures());
    assertThat(rows.get(70))
        .containsExactly(new double[] {1.1162831773500517, -0.08461685219478762}, within(1e-12));
  }

  @Test
  void componentsOfNumbersAndOneHotCategories() {
    String sql = penguins("bill_length_mm, body_mass_g, sex");
    var model = moments.pca(sql, PcaOptions.ofComponents(3));
    assertThat(variances(model))
        .containsExactly(
            new double[] {1.7120776054553333, 0.4363844769669099, 0.35300323832018654},
            within(1e-12));
    assertThat(model.totalVariance())
        .isCloseTo(1.7120776054553333 + 0.4363844769669099 + 0.35300323832018654, within(1e-12));
  }

  private void assertErrors(ModelFunction model, String sql, double... expected) {
    Program score = ModelAnomalies.score(model).orElseThrow();
    List<double[]> found = moments.answers(score, model, sql);
    assertThat(found).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(found.get(i)[0])
          .isCloseTo(expected[i], within(1e-13 + 1e-12 * Math.abs(expected[i])));
    }
  }

  private static String rows(String sql, String numbers) {
    return "SELECT * EXCLUDE n FROM (SELECT *, row_number() OVER () - 1 AS n FROM (%s)) WHERE n IN (%s) ORDER BY n"
        .formatted(sql, numbers);
  }

  /** The last row is 10⁸ and -3 * 10⁷ standard deviations away. */
  @Test
  void errorsOfTwoComponentsOfScaledIris() {
    String far =
        " UNION ALL SELECT avg(sepal_length) + 1e8 * stddev(sepal_length),"
            + " avg(sepal_width) - 3e7 * stddev(sepal_width), avg(petal_length)"
            + " + 2 * stddev(petal_length), avg(petal_width) + 5 * stddev(petal_width) FROM ("
            + measures()
            + ")";
    assertErrors(
        moments.pca(measures(), PcaOptions.ofComponents(2)),
        rows(measures() + far, "0, 70, 133, 150"),
        0.0041950776686496116,
        0.09611516465111289,
        0.016984004171830054,
        1794165773476083.2);
  }

  @Test
  void errorsOfTwoComponentsOfRawIris() {
    assertErrors(
        moments.pca(measures(), PcaOptions.ofComponents(2).withScaleFeatures(false)),
        rows(measures(), "0, 70, 133"),
        0.00019608905521208332,
        0.05422029740581271,
        0.014990058296884788);
  }

  @Test
  void errorsOfTwoComponentsOfNumbersAndCategories() {
    String sql = penguins("bill_length_mm, body_mass_g, sex");
    assertErrors(
        moments.pca(sql, PcaOptions.ofComponents(2)),
        rows(sql, "0, 1, 200, 300"),
        0.11608352902025823,
        0.05253914410615103,
        4.275683254192444e-09,
        0.010744583422829246);
  }
}
