/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.insitu.executor.fit.Estimates.Estimate;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.TestingRows;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.udf.model.Link;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Coefficients and deviances of every family and link as R's glm finds them, to 7 digits (what its
 * own last step leaves), standard errors and p-values to 6; {@code glm.R} beside this test's
 * resources prints the values.
 */
class GlmReferenceTest {
  private static final Percentage SEVEN_DIGITS = Percentage.withPercentage(1e-5);

  /** R's standard errors are those of the step before the last. */
  private static final Percentage SIX_DIGITS = Percentage.withPercentage(1e-4);

  record Row(String name, double weight, double error, double probability) {}

  record Case(
      Distribution distribution, Link link, boolean intercept, double deviance, List<Row> rows) {
    @Override
    public String toString() {
      return distribution + " " + link + (intercept ? "" : " without an intercept");
    }
  }

  private static Row row(String name, double weight, double error, double probability) {
    return new Row(name, weight, error, probability);
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            Distribution.GAUSSIAN,
            Link.IDENTITY,
            true,
            41.650383188006202,
            List.of(
                row(
                    "__INTERCEPT__",
                    -5.074902732963146,
                    0.29618516667171058,
                    1.7307100632355683e-47),
                row(
                    "bill_length_mm",
                    -0.0052012235937795928,
                    0.0048601241084656284,
                    0.28532130653504562),
                row(
                    "flipper_length_mm",
                    0.048209296656135506,
                    0.0018414948652657813,
                    1.9383925581261664e-82),
                row(
                    "sex=female",
                    -0.35863088233782991,
                    0.041571660500477635,
                    2.7272077356127788e-16))),
        new Case(
            Distribution.GAUSSIAN,
            Link.LOG,
            true,
            40.305001963737602,
            List.of(
                row(
                    "__INTERCEPT__",
                    -0.73512958697119601,
                    0.068135768328580121,
                    1.9454963725316688e-23),
                row(
                    "bill_length_mm",
                    -0.0013487089751416351,
                    0.0011971489889398216,
                    0.26073236622268886),
                row(
                    "flipper_length_mm",
                    0.011231380991042912,
                    0.00042669343832068705,
                    5.7788838152753686e-83),
                row(
                    "sex=female",
                    -0.080937011015627003,
                    0.0098592594701891884,
                    5.1149410751117012e-15))),
        new Case(
            Distribution.GAUSSIAN,
            Link.INVERSE,
            true,
            42.423225010203936,
            List.of(
                row(
                    "__INTERCEPT__",
                    0.72544105421122307,
                    0.016264908770899745,
                    1.5284440997888075e-141),
                row(
                    "bill_length_mm",
                    0.00027251335655097792,
                    0.00029387188852055733,
                    0.35444005387557931),
                row(
                    "flipper_length_mm",
                    -0.002498252064320439,
                    0.00010112386105753376,
                    6.1095995195075843e-77),
                row(
                    "sex=female",
                    0.016787499518877796,
                    0.0023943760560861285,
                    1.3467653939373798e-11))),
        new Case(
            Distribution.GAMMA,
            Link.IDENTITY,
            true,
            2.558836546897445,
            List.of(
                row(
                    "__INTERCEPT__",
                    -4.5314048058889584,
                    0.30969810113890328,
                    1.0863603776400237e-37),
                row(
                    "bill_length_mm",
                    -0.0010362590329190573,
                    0.004628812900257402,
                    0.82299628783029821),
                row(
                    "flipper_length_mm",
                    0.04459928587976169,
                    0.0018894775305089264,
                    9.0525366628288511e-73),
                row(
                    "sex=female",
                    -0.36669171256455596,
                    0.041595639132741342,
                    7.0380159575707445e-17))),
        new Case(
            Distribution.GAMMA,
            Link.LOG,
            true,
            2.4210223851082113,
            List.of(
                row(
                    "__INTERCEPT__",
                    -0.69886102347249102,
                    0.071189336031299399,
                    4.048174683847343e-20),
                row(
                    "bill_length_mm",
                    -0.00087472906333761725,
                    0.0011681510326777122,
                    0.45450370211365232),
                row(
                    "flipper_length_mm",
                    0.01096448791073302,
                    0.00044261094583653677,
                    3.406806228529548e-77),
                row(
                    "sex=female",
                    -0.088012386719220723,
                    0.0099919214118775919,
                    7.417441542268915e-17))),
        new Case(
            Distribution.GAMMA,
            Link.INVERSE,
            true,
            2.4780492998746855,
            List.of(
                row(
                    "__INTERCEPT__",
                    0.73531248790158321,
                    0.016760093488089486,
                    1.5865001066926866e-139),
                row(
                    "bill_length_mm",
                    0.0002524151115816541,
                    0.00029623488397368102,
                    0.39479083618228172),
                row(
                    "flipper_length_mm",
                    -0.0025464289656237527,
                    0.00010507997747861139,
                    3.6836851502412378e-75),
                row(
                    "sex=female",
                    0.019383111876211456,
                    0.0024546733203241944,
                    4.328317671209494e-14))),
        new Case(
            Distribution.POISSON,
            Link.LOG,
            true,
            17.485072895248756,
            List.of(
                row(
                    "__INTERCEPT__",
                    1.9086774148805554,
                    0.38226107603135845,
                    5.9410014525555212e-07),
                row(
                    "flipper_length_mm",
                    0.0033505455045164884,
                    0.0022845114241438541,
                    0.14247524348796375),
                row(
                    "bill_length_mm",
                    0.0087640458917423829,
                    0.0051527635951970352,
                    0.088972326542920963),
                row(
                    "species=Chinstrap",
                    -0.10752006372943199,
                    0.058378769924880447,
                    0.065509309779178473),
                row(
                    "species=Gentoo",
                    -0.37422089974953382,
                    0.064633900859746754,
                    7.0447306117907653e-09))),
        new Case(
            Distribution.POISSON,
            Link.IDENTITY,
            true,
            17.235447162811287,
            List.of(
                row("__INTERCEPT__", 1.43108110185728, 6.4299673599608109, 0.82387463399798877),
                row(
                    "flipper_length_mm",
                    0.057165696683729277,
                    0.038914777064699833,
                    0.14183356166602903),
                row(
                    "bill_length_mm",
                    0.1451659631707703,
                    0.087015899206360339,
                    0.095262256775429238),
                row(
                    "species=Chinstrap",
                    -1.7892661236366743,
                    0.99780080537236726,
                    0.072939393121948512),
                row(
                    "species=Gentoo",
                    -6.1692937650943858,
                    1.0635648508841464,
                    6.6085653355536457e-09))),
        new Case(
            Distribution.BINOMIAL,
            Link.CLOGLOG,
            true,
            390.31681856819239,
            List.of(
                row(
                    "__INTERCEPT__",
                    -5.4296688027491733,
                    0.76455287063921706,
                    1.2318056389999776e-12),
                row(
                    "bill_length_mm",
                    0.050977878241698485,
                    0.019322905182277639,
                    0.0083344995651804914),
                row(
                    "body_mass_g",
                    0.0006614635641308083,
                    0.00012448463509607212,
                    1.0747089565462862e-07))),
        new Case(
            Distribution.BINOMIAL,
            Link.LOGIT,
            true,
            163.78359356489108,
            List.of(
                row(
                    "__INTERCEPT__",
                    -50.777802088051509,
                    6.354222682826796,
                    1.3364217711884412e-15),
                row(
                    "bill_length_mm",
                    0.6428164185904599,
                    0.11278041675613763,
                    1.2000672842485233e-08),
                row(
                    "body_mass_g",
                    0.0070558185266235843,
                    0.00096396415078487763,
                    2.487370850510448e-13),
                row(
                    "species=Chinstrap",
                    -6.9878842607644973,
                    1.3097362584039052,
                    9.5367290312865333e-08),
                row(
                    "species=Gentoo",
                    -15.103378921725501,
                    1.8700024484372897,
                    6.6563362132294436e-16))),
        new Case(
            Distribution.BINOMIAL,
            Link.PROBIT,
            true,
            164.95996192123118,
            List.of(
                row(
                    "__INTERCEPT__",
                    -27.194562297000488,
                    3.0823545284134508,
                    1.1177352648594556e-18),
                row(
                    "bill_length_mm",
                    0.32381806032744476,
                    0.057741002060270205,
                    2.0454454928076012e-08),
                row(
                    "body_mass_g",
                    0.0039890103643809979,
                    0.00049758146476254158,
                    1.0853691329558366e-15),
                row(
                    "species=Chinstrap",
                    -3.545978892271453,
                    0.67349665386686153,
                    1.4016782091526219e-07),
                row(
                    "species=Gentoo",
                    -8.2274963930832676,
                    0.92200862263400396,
                    4.5199026462073398e-19))),
        new Case(
            Distribution.POISSON,
            Link.LOG,
            false,
            436.94995300749378,
            List.of(
                row(
                    "flipper_length_mm",
                    0.014375013538167199,
                    0.00074207766300908541,
                    1.3479455841193691e-83),
                row(
                    "bill_length_mm",
                    -0.0024686182028266657,
                    0.0033695033398942835,
                    0.46378069364780328))),
        new Case(
            Distribution.POISSON,
            Link.IDENTITY,
            false,
            156.64746403779836,
            List.of(
                row(
                    "flipper_length_mm",
                    0.079805995287415457,
                    0.011697930995531975,
                    8.9636956479785562e-12),
                row(
                    "bill_length_mm",
                    0.015851844649381962,
                    0.053215058002299628,
                    0.76579269959115592))),
        new Case(
            Distribution.GAMMA,
            Link.INVERSE,
            false,
            20.835671901931804,
            List.of(
                row(
                    "flipper_length_mm",
                    0.0015491695116008094,
                    0.0001663251419303596,
                    1.7684831932492232e-18),
                row(
                    "bill_length_mm",
                    -0.0017318237983067286,
                    0.00075192426676304411,
                    0.021887713823744281))),
        new Case(
            Distribution.BINOMIAL,
            Link.PROBIT,
            false,
            437.63932416382556,
            List.of(
                row(
                    "bill_length_mm",
                    0.083083409430415589,
                    0.017771803078099571,
                    2.9393507948762202e-06),
                row(
                    "flipper_length_mm",
                    -0.018021548930555985,
                    0.0038976556028764956,
                    3.7697419548813187e-06))));
  }

  private static String sql(Case expected) {
    String columns =
        switch (expected.distribution()) {
          case GAUSSIAN, GAMMA ->
              expected.intercept()
                  ? "bill_length_mm, flipper_length_mm, sex, body_mass_g / 1000 AS y"
                  : "bill_length_mm, flipper_length_mm, body_mass_g / 1000 AS y";
          case POISSON ->
              expected.intercept()
                  ? "bill_length_mm, flipper_length_mm, species, floor(bill_depth_mm) AS y"
                  : "bill_length_mm, flipper_length_mm, floor(bill_depth_mm) AS y";
          case BINOMIAL ->
              expected.intercept()
                  ? "bill_length_mm, body_mass_g, sex AS y"
                      + (expected.link() == Link.CLOGLOG ? "" : ", species")
                  : "bill_length_mm, flipper_length_mm, sex AS y";
        };
    return "SELECT %s FROM read_csv('%s', nullstr = 'NA') WHERE sex IS NOT NULL"
        .formatted(columns, TestingRows.data("penguins.csv"));
  }

  private static Fitted fit(TestingRows rows, Case expected, FitPlace place) {
    Purpose purpose =
        expected.distribution() == Distribution.BINOMIAL
            ? Purpose.CLASSIFICATION
            : Purpose.REGRESSION;
    LinearTerms terms = LinearTerms.DEFAULT.withPValues().withFitIntercept(expected.intercept());
    return new GlmTrainer(new FitResources(2, 1 << 30, 1 << 30))
        .fit(
            rows.training(sql(expected), "y", purpose),
            GlmOptions.of(expected.distribution(), expected.link())
                .withTerms(terms)
                .withPlace(place),
            FitProgress.NONE);
  }

  static Stream<Arguments> fits() {
    return cases()
        .flatMap(
            wanted ->
                Stream.of(FitPlace.LOCAL, FitPlace.WAREHOUSE)
                    .map(place -> Arguments.of(wanted, place)));
  }

  @ParameterizedTest
  @MethodSource("fits")
  void agreesWithGlm(Case expected, FitPlace place) {
    try (TestingRows rows = new TestingRows()) {
      Fitted fitted = fit(rows, expected, place);
      FitReport report = fitted.report();
      assertThat(report.notices()).isEmpty();
      assertThat(report.iterations()).hasSizeLessThan(20);
      List<Estimate> estimates = fitted.estimates().orElseThrow().raw();
      for (Row row : expected.rows()) {
        Estimate found =
            estimates.stream().filter(e -> name(e).equals(row.name())).findFirst().orElseThrow();
        assertThat(found.weight()).as(row.name()).isCloseTo(row.weight(), SEVEN_DIGITS);
        assertThat(found.standardError()).as(row.name()).isCloseTo(row.error(), SIX_DIGITS);
        assertThat(found.probability()).as(row.name()).isCloseTo(row.probability(), SIX_DIGITS);
      }
      assertThat(333 * report.iterations().getLast().loss())
          .isCloseTo(expected.deviance(), SEVEN_DIGITS);
    }
  }

  private static String name(Estimate e) {
    return e.category() == null ? e.input() : e.input() + "=" + e.category();
  }
}
