/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.insitu.udf.sql.DuckDbDialect;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.transform.Transformation.Output;
import org.insitu.udf.transform.Transformation.Piece;
import org.junit.jupiter.api.Test;

/** Functions over all rows inside of each other, and the columns that categories become. */
class TemplateTest {
  private static final SqlDialect DIALECT = new DuckDbDialect();

  private static Template call(String function, Template argument, Constant... constants) {
    return new Template(
        List.of(
            new Template.Call(
                function,
                List.of(new Template.Given("", argument)),
                List.of(constants),
                List.of())));
  }

  private static final Template IMPUTED =
      call("IMPUTER", Template.column("x"), new Constant.Text("median"));

  private static final Transformation SCALED =
      new Transformation(
          List.of(),
          List.of(
              new Output("s", call("MAX_ABS_SCALER", IMPUTED)),
              new Output("y", Template.column("y"))),
          List.of());

  /** What is inside is asked for alone, then what is around it, over what was found. */
  @Test
  void isFoundFromTheInside() {
    List<String> first = SCALED.aggregates(DIALECT, UnaryOperator.identity());
    assertThat(first).hasSize(1);
    assertThat(first.getFirst()).startsWith("median(").doesNotContain("OVER");
    Transformation half = SCALED.with(List.of(new Parameter.Num(4)), DIALECT);
    assertThat(half.isOpen()).isTrue();
    List<String> second = half.aggregates(DIALECT, UnaryOperator.identity());
    assertThat(second).hasSize(1);
    assertThat(second.getFirst()).startsWith("max(abs(").contains("4.0E0").doesNotContain("OVER");
    Transformation found = half.with(List.of(new Parameter.Num(8)), DIALECT);
    assertThat(found.isOpen()).isFalse();
    assertThat(found.outputs().getFirst().template().sql(DIALECT))
        .contains("4.0E0", "8.0E0")
        .doesNotContain("median", "OVER");
    assertThat(found.outputs().getFirst().shown())
        .isEqualTo(
            "s = ML.MAX_ABS_SCALER(ML.IMPUTER(x, 'median') OVER () {value: 4}) OVER () {max_abs:"
                + " 8}");
  }

  /** Windows cannot stand in each other: of two only the outer one is left. */
  @Test
  void describingTakesOneWindow() {
    String sql = SCALED.settled(DIALECT).outputs().getFirst().template().sql(DIALECT);
    assertThat(sql).contains("max(abs(").contains("OVER ()").doesNotContain("median");
  }

  @Test
  void categoriesBecomeColumns() {
    Template encoder =
        call(
                "ONE_HOT_ENCODER",
                Template.column("c"),
                new Constant.Text("none"),
                new Constant.Num(9),
                new Constant.Num(1))
            .with(List.<Parameter>of(new Parameter.Texts(List.of("a", "b"))).iterator(), DIALECT);
    assertThat(encoder.width(DIALECT)).isEqualTo(3);
    assertThat(encoder.vocabulary(DIALECT)).containsExactly("a", "b");
    Transformation transformation =
        new Transformation(
            List.of(),
            List.of(new Output("e", encoder), new Output("c", Template.column("c"))),
            List.of());
    assertThat(transformation.of(new Piece("e_b", 0, new Transformation.Sparse(2)), "__o", DIALECT))
        .isEqualTo(
            "CASE WHEN list_extract(__o, 1).index = 2 THEN list_extract(__o, 1).value ELSE 0.0E0"
                + " END");
    assertThat(
            transformation.sql(
                new Piece("c_it's", 1, new Transformation.Level(Optional.of("it's"))), DIALECT))
        .isEqualTo("CASE WHEN CAST(c AS VARCHAR) = 'it''s' THEN 1.0E0 ELSE 0.0E0 END");
    assertThat(
            transformation.sql(
                new Piece("c IS NULL", 1, new Transformation.Level(Optional.empty())), DIALECT))
        .isEqualTo("CASE WHEN CAST(c AS VARCHAR) IS NULL THEN 1.0E0 ELSE 0.0E0 END");
  }
}
