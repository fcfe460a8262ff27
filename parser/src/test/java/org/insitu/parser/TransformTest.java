/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.statement.MlCall;
import org.insitu.parser.statement.Statement;
import org.insitu.parser.statement.TransformClause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformTest {

  private static Statement parse(String sql) {
    return InsituParser.parse(sql, name -> false, NameQuotes.DOUBLE);
  }

  private static TransformClause clause(String items) {
    Statement.CreateModel create =
        (Statement.CreateModel) parse("CREATE MODEL m TRANSFORM (" + items + ") AS SELECT 1 AS x");
    return create.transform().orElseThrow();
  }

  @Test
  void readsStarsAndExpressions() {
    List<TransformClause.Item> items =
        clause("* EXCEPT (a, \"b c\") REPLACE (x + 1 AS x), s.y, ML.NGRAMS(t, [1, 2]) grams")
            .items();
    TransformClause.Star star = (TransformClause.Star) items.get(0);
    assertThat(star.except()).containsExactly("a", "b c");
    assertThat(star.replace().getFirst().name()).isEqualTo("x");
    assertThat(star.replace().getFirst().expression().text()).isEqualTo("x + 1");
    assertThat(((TransformClause.Named) items.get(1)).name()).isEqualTo("y");
    assertThat(((TransformClause.Named) items.get(2)).name()).isEqualTo("grams");
  }

  @Test
  void findsPreprocessingInItsPlace() {
    TransformClause.Named item =
        (TransformClause.Named)
            clause("1 + ML.STANDARD_SCALER(ln(x)) OVER () AS z").items().getFirst();
    MlCall.Preprocess call = (MlCall.Preprocess) item.expression().calls().getFirst();
    assertThat(call.function()).isEqualTo("STANDARD_SCALER");
    assertThat(call.over()).isTrue();
    assertThat(call.arguments().getFirst().text()).isEqualTo("ln(x)");
    assertThat(item.expression().text().substring(call.start(), call.end()))
        .isEqualTo("ML.STANDARD_SCALER(ln(x)) OVER ()");
  }

  @Test
  void findsPreprocessingInQueries() {
    Statement.MlQuery query =
        (Statement.MlQuery)
            parse("SELECT ML.BUCKETIZE(x, [1, 2]) AS b, ML.MIN_MAX_SCALER(y) OVER() FROM t");
    assertThat(query.sql().calls())
        .extracting(call -> ((MlCall.Preprocess) call).function())
        .containsExactly("BUCKETIZE", "MIN_MAX_SCALER");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x + 1                           | 27 | no name",
        "x, sum(x) AS s                  | 30 | aggregate",
        "x, (SELECT max(y) FROM t) AS m  | 31 | sub-query",
        "* EXCEPT a                      | 29 | after *",
        "x,                              | 29 | missing",
      })
  void refusesWhatItMayNotHold(String items, int column, String saying) {
    InsituException error = catchThrowableOfType(InsituException.class, () -> clause(items));
    assertThat(error.code()).isEqualTo(ErrorCode.TRANSFORM);
    assertThat(error.getMessage()).contains(saying);
    assertThat(error.position().column()).isEqualTo(column);
    assertThat(error.hint()).isNotBlank();
  }

  @Test
  void aWindowIsOfAllRows() {
    InsituException error =
        catchThrowableOfType(
            InsituException.class,
            () -> parse("SELECT ML.STANDARD_SCALER(x) OVER (PARTITION BY y) FROM t"));
    assertThat(error.code()).isEqualTo(ErrorCode.SYNTAX);
    assertThat(error.position().column()).isEqualTo(30);
  }
}
