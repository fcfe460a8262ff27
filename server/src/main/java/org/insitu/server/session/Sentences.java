/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.util.List;
import java.util.Optional;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.MlCall;
import org.insitu.parser.statement.ModelName;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.SqlText;
import org.insitu.parser.statement.Statement;

/** EVALUATE MODEL and PREDICT MODEL, said as the queries that they stand for. */
final class Sentences {
  private Sentences() {}

  /** {@code SELECT * FROM ML.EVALUATE(MODEL m [, (query)], STRUCT(...))}. */
  static Statement.MlQuery query(Statement.EvaluateModel evaluate) {
    return query("SELECT * FROM ", "EVALUATE", evaluate.model(), evaluate.on(), evaluate.options());
  }

  /** {@code [CREATE TABLE t AS] SELECT * FROM ML.PREDICT(MODEL m, (query), STRUCT(...))}. */
  static Statement.MlQuery query(Statement.PredictModel predict) {
    String head = predict.into().map(table -> "CREATE TABLE " + table + " AS ").orElse("");
    return query(
        head + "SELECT * FROM ",
        "PREDICT",
        predict.model(),
        Optional.of(predict.on()),
        predict.options());
  }

  private static Statement.MlQuery query(
      String head, String function, ModelName model, Optional<SqlText> data, List<Option> options) {
    String call = "ML." + function;
    MlCall.TableFunction island =
        new MlCall.TableFunction(
            head.length(),
            head.length() + call.length(),
            model.position(),
            function,
            Optional.of(model),
            data.stream().toList(),
            options);
    return new Statement.MlQuery(new SqlText(head + call, Position.NONE, List.of(island)));
  }
}
