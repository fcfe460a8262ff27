/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.artefact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Forest;
import org.insitu.udf.model.Label;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.LinearPredictor.Term;
import org.insitu.udf.model.Link;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.Policy;
import org.insitu.udf.model.TestingModels;
import org.insitu.udf.model.TestingPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelCodecTest {

  static List<ModelFunction> models() {
    return TestingModels.all();
  }

  @ParameterizedTest
  @MethodSource("models")
  void readsWhatItWrote(ModelFunction model) {
    Artefact written = ModelCodec.write(model);

    ModelFunction read = ModelCodec.read(written);

    assertThat(read).usingRecursiveComparison().withStrictTypeChecking().isEqualTo(model);
    assertThat(ModelCodec.write(read)).usingRecursiveComparison().isEqualTo(written);
  }

  @ParameterizedTest
  @MethodSource("models")
  void keepsPolicies(ModelFunction model) {
    for (Policy policy : Policy.values()) {
      ModelFunction guarded = TestingPolicies.all(model, policy);

      Artefact written = ModelCodec.write(guarded);

      assertThat(ModelCodec.read(written).features()).isEqualTo(guarded.features());
    }
  }

  @Test
  void writesNoPoliciesWhereAllAreTheDefault() {
    assertThat(ModelCodec.write(TestingModels.linear()).manifest()).doesNotContain("policies");
  }

  static Stream<Arguments> stored() {
    return Stream.of(
        Arguments.of("linear_regression", TestingModels.linear()),
        Arguments.of("large_dictionary", TestingModels.wide()),
        Arguments.of("logistic_regression", TestingModels.multinomial()),
        Arguments.of("generalized_linear", TestingModels.generalized(Link.PROBIT)),
        Arguments.of("linear_svm", TestingModels.svm(3)),
        Arguments.of("isotonic", TestingModels.isotonic()),
        Arguments.of("boosted_trees", TestingModels.boostedMultinomial()),
        Arguments.of("isolation_forest", TestingModels.isolationForest()),
        Arguments.of("kmeans", TestingModels.kmeans(ModelFunction.Distance.COSINE, true)),
        Arguments.of("naive_bayes", TestingModels.naiveBayes(3)),
        Arguments.of("quadratic_discriminant", TestingModels.quadraticDiscriminant(2)),
        Arguments.of("principal_components", TestingModels.principalComponents(true)),
        Arguments.of(
            "principal_components_shares",
            TestingModels.withShares(TestingModels.principalComponents(true))),
        Arguments.of("policies", TestingPolicies.all(TestingModels.binary(), Policy.FLAG)),
        Arguments.of("gaussian_process", TestingModels.gaussianProcess()),
        Arguments.of(
            "nearest_neighbors",
            TestingModels.nearestNeighbors(3, ModelFunction.Distance.COSINE, true, true)));
  }

  /** The files were written by the first version and are never written again. */
  @ParameterizedTest
  @MethodSource("stored")
  void readsWhatTheFirstVersionWrote(String kind, ModelFunction model) throws IOException {
    String manifest = new String(resource("v1/" + kind + ".json"), StandardCharsets.UTF_8);

    ModelFunction read =
        ModelCodec.read(new Artefact(manifest, resource("v1/" + kind + ".arrows")));

    assertThat(read).usingRecursiveComparison().withStrictTypeChecking().isEqualTo(model);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream stream = ModelCodecTest.class.getResourceAsStream(name)) {
      return stream.readAllBytes();
    }
  }

  @Test
  void keepsOddNumbersBitForBit() {
    List<Double> odd =
        List.of(
            0.1 + 0.2,
            -0.0,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            1.0 / 3);
    ModelFunction.LinearRegression model =
        linear(IntStream.range(0, odd.size()).mapToObj(i -> "k" + i).toList(), odd);

    assertThat(ModelCodec.read(ModelCodec.write(model))).isEqualTo(model);
  }

  @Test
  void keepsNumbersOfTreesAsFloatsWhereTheyAre() {
    ModelFunction.BoostedTrees floats = leaves(0.25);
    ModelFunction.BoostedTrees doubles = leaves(0.1);

    Artefact small = ModelCodec.write(floats);
    Artefact large = ModelCodec.write(doubles);

    assertThat(ModelCodec.read(small)).usingRecursiveComparison().isEqualTo(floats);
    assertThat(ModelCodec.read(large)).usingRecursiveComparison().isEqualTo(doubles);
    assertThat(large.arrays().length - small.arrays().length).isBetween(3_900, 4_100);
  }

  /** A thousand trees of one leaf. */
  private static ModelFunction.BoostedTrees leaves(double value) {
    int trees = 1_000;
    int[] none = new int[trees];
    Arrays.fill(none, -1);
    double[] values = new double[trees];
    Arrays.fill(values, value);
    ModelFunction.BoostedTrees model = TestingModels.boostedRegression();
    Forest forest =
        new Forest(
            model.features().size(),
            IntStream.range(0, trees).toArray(),
            none,
            new float[trees],
            none,
            none,
            new boolean[trees],
            values,
            new double[trees],
            new double[trees],
            0);
    return new ModelFunction.BoostedTrees(
        model.features(), model.label().orElseThrow(), List.of(forest));
  }

  @Test
  void keepsLargeDictionariesInArrow() {
    List<String> levels =
        IntStream.range(0, 5000).mapToObj(i -> "Stadt " + i + " \uD83D\uDE00").toList();
    List<Double> weights = IntStream.range(0, 5000).mapToObj(i -> i / 7.0).toList();
    ModelFunction.LinearRegression model = linear(levels, weights);

    Artefact written = ModelCodec.write(model);

    assertThat(written.manifest()).hasSizeLessThan(1000);
    assertThat(ModelCodec.read(written)).isEqualTo(model);
  }

  @Test
  void noticesEveryFlippedBitOfTheManifest() {
    Artefact written = ModelCodec.write(TestingModels.boostedRegression());
    for (int i = 0; i < written.manifest().length(); i++) {
      StringBuilder damaged = new StringBuilder(written.manifest());
      damaged.setCharAt(i, (char) (damaged.charAt(i) ^ 1));
      Artefact artefact = new Artefact(damaged.toString(), written.arrays());

      assertThatThrownBy(() -> ModelCodec.read(artefact)).isInstanceOf(ArtefactException.class);
    }
  }

  @Test
  void noticesAFlippedBitOfTheArrays() {
    Artefact written = ModelCodec.write(TestingModels.boostedRegression());
    byte[] arrays = written.arrays().clone();
    arrays[arrays.length / 2] ^= 4;

    assertThatThrownBy(() -> ModelCodec.read(new Artefact(written.manifest(), arrays)))
        .isInstanceOf(ArtefactException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void noticesCutArrays() {
    Artefact written = ModelCodec.write(TestingModels.boostedRegression());

    assertThatThrownBy(() -> ModelCodec.read(new Artefact(written.manifest(), new byte[10])))
        .isInstanceOf(ArtefactException.class);
  }

  @Test
  void refusesANewerVersion() {
    Artefact written = ModelCodec.write(TestingModels.linear());
    String newer = written.manifest().replace("\"version\":1", "\"version\":2");

    assertThatThrownBy(() -> ModelCodec.read(new Artefact(newer, written.arrays())))
        .isInstanceOf(ArtefactException.class)
        .hasMessage("model format version: 2 (expected: 1)");
  }

  @Test
  void refusesWhatIsNoModel() {
    for (String text : List.of("", "{}", "[]", "null", "{\"format\":\"x\"}", "hello")) {
      assertThatThrownBy(() -> ModelCodec.read(new Artefact(text, new byte[0])))
          .isInstanceOf(ArtefactException.class);
    }
  }

  private static ModelFunction.LinearRegression linear(List<String> levels, List<Double> weights) {
    return new ModelFunction.LinearRegression(
        List.of(new Feature.Category("c", ValueType.VARCHAR, levels, true)),
        new Label("y", ValueType.DOUBLE, List.of()),
        new LinearPredictor(-0.0, List.of(new Term.Weights(weights, 5e-324))));
  }
}
