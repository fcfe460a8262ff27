/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.warehouse.Scalars;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.planner.data.Preflight;
import org.insitu.planner.data.Preflight.LabelUse;
import org.insitu.udf.sql.SqlDialect;
import org.jspecify.annotations.Nullable;

/** OPTIONS (STRICT = TRUE): what ML.PREFLIGHT finds, but mere information, stops the fit. */
final class StrictFit {
  private StrictFit() {}

  /**
   * Looks at the training rows.
   *
   * @throws InsituException PREFLIGHT with the gravest finding
   */
  static void check(
      FitRequest request,
      TrainingColumns columns,
      String rows,
      WarehouseConnection connection,
      SqlDialect dialect) {
    Optional<Field> label = columns.label();
    String sql =
        Preflight.sql(
            rows,
            columns.features(),
            label,
            request.family().purpose() == Purpose.REGRESSION ? LabelUse.NUMBER : LabelUse.CLASSES,
            connection.estimatedRows(rows) > Preflight.ROWS_MAX,
            dialect);
    List<List<@Nullable Object>> grave =
        Scalars.rows(connection, sql).stream().filter(row -> !"info".equals(row.get(0))).toList();
    if (grave.isEmpty()) {
      return;
    }
    int others = grave.size() - 1;
    String more =
        others == 0 ? "" : " There %s %d more.".formatted(others == 1 ? "is" : "are", others);
    throw InsituException.of(
            ErrorCode.PREFLIGHT,
            "STRICT: %s: %s%s".formatted(grave.getFirst().get(1), grave.getFirst().get(4), more))
        .hint(
            label
                .map(
                    field ->
                        "ML.PREFLIGHT((query), STRUCT('%s' AS label)) lists them."
                            .formatted(field.getName()))
                .orElse("ML.PREFLIGHT((query)) lists them."));
  }
}
