/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.warehouse.Answer;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.udf.sql.SqlDialect;

/**
 * A query over training rows and where it runs.
 *
 * @param connection to its warehouse
 * @param dialect the warehouse's spelling
 * @param sql the query; running it twice gives the same rows in the same order
 */
public record Source(WarehouseConnection connection, SqlDialect dialect, String sql) {

  /** The same place, another query. */
  public Source withSql(String other) {
    return new Source(connection, dialect, other);
  }

  /** Its columns. */
  public Schema describe() {
    return connection.describe(sql);
  }

  /** A query over this one; the line break keeps a trailing comment from swallowing the rest. */
  public String select(List<String> columns) {
    return "SELECT " + String.join(", ", columns) + " FROM (\n" + sql + "\n) AS training";
  }

  /** A column's name, delimited. */
  public String column(String name) {
    return dialect.quoteIdentifier(name);
  }

  /**
   * Runs a query of aggregates over this one and answers with its only row as numbers; NULL is NaN.
   */
  public double[] aggregate(List<String> aggregates) {
    return onlyRow(select(aggregates), aggregates.size());
  }

  /** The only row of a query over numbers; NULL is NaN. */
  public double[] onlyRow(String query, int columns) {
    try (Answer answer = connection.execute(query, List.of())) {
      while (answer.next()) {
        VectorSchemaRoot batch = answer.batch();
        if (batch.getRowCount() > 0) {
          double[] row = new double[columns];
          for (int i = 0; i < columns; i++) {
            row[i] = number(batch.getVector(i));
          }
          return row;
        }
      }
    }
    throw new IllegalStateException("an aggregate query answered with no row");
  }

  private static double number(FieldVector vector) {
    if (ColumnKind.isReadAsIs(vector.getField())) {
      double[] value = new double[1];
      new NumberReader(Double.NaN).read(vector, 0, 1, value, 0);
      return value[0];
    }
    return vector.getObject(0) instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
