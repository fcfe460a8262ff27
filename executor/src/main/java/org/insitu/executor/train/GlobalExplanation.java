/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import org.insitu.executor.warehouse.Scalars;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.planner.bind.Columns;
import org.insitu.planner.evaluate.AttributionQuery;
import org.insitu.planner.inspect.GlobalAttributions;
import org.insitu.planner.table.Table;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.sql.SqlText;

/**
 * What ML.GLOBAL_EXPLAIN will answer, found at the end of a fit by one aggregate query over the
 * rows that its metrics are of.
 *
 * <p><b>Cost:</b> of linear models that of a prediction. Attributions of trees take far longer: of
 * more than {@value #TREE_ROWS_MAX} rows a share is taken that has about so many, by the
 * fingerprint of the row, the same for the same rows.
 */
final class GlobalExplanation {
  static final int TREE_ROWS_MAX = 50_000;

  private final WarehouseConnection connection;
  private final SqlDialect dialect;

  GlobalExplanation(WarehouseConnection connection, SqlDialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** The fact of a model over the rows held out, the training rows where none are. */
  Table of(ModelFunction model, Columns columns, Split split) {
    Label label = model.label().orElseThrow();
    String rows =
        "SELECT * FROM (\n%s\n) AS rows WHERE %s IS NOT NULL"
            .formatted(split.judging(), dialect.quoteIdentifier(label.name()));
    SqlText query = query(model, columns, rows);
    if (!query.kernels().isEmpty()) {
      long count = new RowCount(connection, rows).getAsLong();
      if (count > TREE_ROWS_MAX) {
        double share = (double) TREE_ROWS_MAX / count;
        query = query(model, columns, SplitRule.sample(rows, columns, share, dialect));
      }
    }
    query.kernels().forEach(connection::register);
    return GlobalAttributions.fact(
        model.features().stream().map(Feature::name).toList(),
        label.classes(),
        Scalars.rows(connection, query.sql()));
  }

  private SqlText query(ModelFunction model, Columns columns, String rows) {
    return AttributionQuery.of(model, rows, columns.inputs(model, dialect), dialect);
  }
}
