/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.ModelPrograms;
import org.insitu.udf.model.PredictOptions;
import org.insitu.udf.model.TestingModels;
import org.insitu.udf.sql.TestingDuckDb;
import org.insitu.udf.sql.TestingRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model answers in the kernel what it answers in DuckDB. */
class ModelParityTest {

  static List<ModelFunction> models() {
    return TestingModels.all();
  }

  static Stream<Arguments> modelsOnTypes() {
    List<List<String>> types =
        List.of(
            List.of("DOUBLE", "DOUBLE", "VARCHAR"),
            List.of("BIGINT", "FLOAT", "towns"),
            List.of("INTEGER", "DECIMAL(18,4)", "VARCHAR"),
            List.of("UTINYINT", "DECIMAL(38,10)", "towns"),
            List.of("SMALLINT", "HUGEINT", "VARCHAR"),
            List.of("UBIGINT", "UINTEGER", "VARCHAR"),
            List.of("TINYINT", "USMALLINT", "VARCHAR"));
    return models().stream().flatMap(m -> types.stream().map(t -> Arguments.of(m, t)));
  }

  @ParameterizedTest
  @MethodSource("modelsOnTypes")
  void agreesOnColumnsOfEveryType(ModelFunction model, List<String> types) {
    try (TestingDuckDb db = new TestingDuckDb()) {
      TestingRows.create(db, types.get(0), types.get(1), types.get(2));
      check(db, model, "SELECT * FROM people ORDER BY id");
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void agreesOnOddNumbers(ModelFunction model) {
    try (TestingDuckDb db = new TestingDuckDb()) {
      TestingRows.create(db, "DOUBLE", "DOUBLE", "VARCHAR");
      TestingRows.addExtremes(db);
      check(db, model, "SELECT * FROM people WHERE id > 2990 ORDER BY id");
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void agreesOnBatchesOfEverySize(ModelFunction model) {
    try (TestingDuckDb db = new TestingDuckDb()) {
      TestingRows.create(db, "BIGINT", "DOUBLE", "VARCHAR");
      for (int rows : new int[] {0, 1, 2, 1023, 1024, 1025, 2048}) {
        check(db, model, "SELECT * FROM people ORDER BY id LIMIT " + rows);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void agreesWhenEverythingIsNull(ModelFunction model) {
    try (TestingDuckDb db = new TestingDuckDb()) {
      check(
          db,
          model,
          "SELECT NULL AS age, CAST(NULL AS DOUBLE) AS income, CAST(NULL AS VARCHAR) AS city,"
              + " CAST(NULL AS BOOLEAN) AS member, CAST(NULL AS DATE) AS day FROM range(100)");
    }
  }

  @Test
  void agreesWhereSumsRatherThanInputsAreGuarded() {
    List<Feature> features = new ArrayList<>();
    List<LinearPredictor> predictors = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      features.add(new Feature.Numeric("x" + i, ValueType.DOUBLE, i - 1.5, 1));
    }
    for (int i = 0; i < 3; i++) {
      List<LinearPredictor.Term> terms = new ArrayList<>();
      for (int j = 0; j < 5; j++) {
        terms.add(new LinearPredictor.Term.Slope((i + j) % 4 - 1, j == 2 ? 1e3 : 0));
      }
      predictors.add(new LinearPredictor(0.5 - i, terms));
    }
    String kinds =
        "(VALUES (0.5e0), (CAST('NaN' AS DOUBLE)), (NULL), (CAST('Infinity' AS DOUBLE)), (-3e0))";
    String query =
        "SELECT a AS x0, b AS x1, c AS x2, b AS x3, a AS x4, FROM %1$s x(a), %1$s y(b), %1$s z(c)"
            .formatted(kinds);
    List<ModelFunction> models =
        List.of(
            new ModelFunction.LinearRegression(
                features, new Label("y", ValueType.DOUBLE, List.of()), predictors.getFirst()),
            new ModelFunction.LogisticRegression(
                features,
                new Label("y", ValueType.VARCHAR, List.of("a", "b")),
                predictors.subList(0, 1)),
            new ModelFunction.LogisticRegression(
                features, new Label("y", ValueType.VARCHAR, List.of("a", "b", "c")), predictors));
    try (TestingDuckDb db = new TestingDuckDb()) {
      for (ModelFunction model : models) {
        TestingParity.check(db, program(model), query);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void copiesAnswerTheSame(ModelFunction model) {
    try (TestingDuckDb db = new TestingDuckDb();
        RootAllocator allocator = new RootAllocator()) {
      TestingRows.create(db, "BIGINT", "DOUBLE", "VARCHAR");
      db.arrow(
          "SELECT * FROM people ORDER BY id LIMIT 1500",
          allocator,
          reader -> {
            var in = reader.getVectorSchemaRoot();
            ProgramKernel kernel = ProgramKernel.compile(program(model), in.getSchema());
            reader.loadNextBatch();
            try (var first = VectorSchemaRoot.create(kernel.outputSchema(), allocator);
                var second = VectorSchemaRoot.create(kernel.outputSchema(), allocator)) {
              kernel.apply(in, reader, first);
              kernel.copy().apply(in, reader, second);
              kernel.apply(in, reader, first);
              assertThat(first.equals(second)).isTrue();
            }
          });
      assertThat(allocator.getAllocatedMemory()).isZero();
    }
  }

  @Test
  void gaussianProcessCallsWhatItWritesOut() {
    try (TestingDuckDb db = new TestingDuckDb()) {
      TestingRows.create(db, "DOUBLE", "DOUBLE", "VARCHAR");
      TestingRows.addExtremes(db);
      TestingParity.checkCalling(
          db, program(TestingModels.gaussianProcess()), "SELECT * FROM people ORDER BY id");
    }
  }

  @Test
  void namesAColumnThatIsNotThere() {
    assertThatThrownBy(() -> compileOn("SELECT 1 AS age, 2.0 AS income"))
        .hasMessage("column 'city' (expected: one of [age, income])");
  }

  @Test
  void namesAColumnOfAnotherType() {
    assertThatThrownBy(
            () ->
                compileOn(
                    "SELECT 'x' AS age, 2.0 AS income, 'y' AS city, true AS member,"
                        + " DATE '2020-01-01' AS day"))
        .hasMessage("column 'age': VARCHAR (expected: DOUBLE)");
  }

  private static void compileOn(String query) {
    Program program = program(TestingModels.linear());
    try (TestingDuckDb db = new TestingDuckDb();
        RootAllocator allocator = new RootAllocator()) {
      IllegalArgumentException[] thrown = new IllegalArgumentException[1];
      db.arrow(
          query,
          allocator,
          reader -> {
            try {
              ProgramKernel.compile(program, reader.getVectorSchemaRoot().getSchema());
            } catch (IllegalArgumentException e) {
              thrown[0] = e;
            }
          });
      throw thrown[0];
    }
  }

  /** Neighbours have no SQL of their own: the plain search of {@code TestingPoints} judges them. */
  private static void check(TestingDuckDb db, ModelFunction model, String query) {
    if (model instanceof ModelFunction.NearestNeighbors) {
      TestingParity.checkCalling(db, program(model), query);
    } else {
      TestingParity.check(db, program(model), query);
    }
  }

  private static Program program(ModelFunction model) {
    return ModelPrograms.of(model, new PredictOptions(0.4, true));
  }
}
