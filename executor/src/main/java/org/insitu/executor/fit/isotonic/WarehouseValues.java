/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.isotonic;

import java.util.List;
import java.util.function.Consumer;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.ColumnSql;
import org.insitu.executor.fit.rows.Source;
import org.insitu.executor.warehouse.Answer;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;
import org.insitu.udf.sql.SqlDialect;

/**
 * Rows added up where they are, by one GROUP BY query: a row of five numbers for each value leaves
 * the warehouse, in order, and none is kept here.
 *
 * <p><b>Errors:</b> ROW_WEIGHT.
 */
final class WarehouseValues implements ValueRows {
  private final TrainingSet data;
  private final IsotonicOptions options;
  private final double center;
  private final FitProgress progress;
  private long bytes;

  /**
   * Of these rows.
   *
   * @param center near the labels
   */
  WarehouseValues(TrainingSet data, IsotonicOptions options, double center, FitProgress progress) {
    this.data = data;
    this.options = options;
    this.center = center;
    this.progress = progress;
  }

  private String query() {
    Source source = data.source();
    SqlDialect dialect = source.dialect();
    ColumnSql columns = new ColumnSql(source);
    Feature.Numeric feature = (Feature.Numeric) data.features().getFirst();
    String label = source.column(data.label().orElseThrow().name());
    String weight =
        options
            .rowWeights()
            .map(name -> columns.asDouble(source.column(RowWeights.nameIn(source, name))))
            .orElse(dialect.number(1.0));
    Source rows =
        source.withSql(
            source.select(
                List.of(
                    columns.present(feature) + " AS x",
                    columns.asDouble(label) + " AS y",
                    weight + " AS w")));
    String difference = "(y - %s)".formatted(dialect.number(center));
    String zero = dialect.number(0.0);
    String one = dialect.number(1.0);
    String infinite = dialect.number(Double.POSITIVE_INFINITY);
    String sums =
        rows.select(
            List.of(
                "x",
                "sum(w)",
                "sum(w * y)",
                "sum(w * %s * %s)".formatted(difference, difference),
                "sum(CASE WHEN w >= %s AND w < %s THEN %s ELSE %s END)"
                    .formatted(zero, infinite, zero, one)));
    return sums + " GROUP BY x ORDER BY x";
  }

  @Override
  public void forEach(Consumer<ValueSums> consumer) {
    Source source = data.source();
    try (Answer answer = source.connection().execute(query(), List.of())) {
      while (answer.next()) {
        progress.checkCancelled();
        VectorSchemaRoot batch = answer.batch();
        for (FieldVector vector : batch.getFieldVectors()) {
          bytes += vector.getBufferSize();
        }
        for (int row = 0; row < batch.getRowCount(); row++) {
          if (number(batch, 4, row) > 0) {
            throw RowWeights.refused(
                options.rowWeights().orElseThrow(), "NULL, NaN, negative or infinite");
          }
          consumer.accept(
              new ValueSums(
                  number(batch, 0, row),
                  number(batch, 1, row),
                  number(batch, 2, row),
                  number(batch, 3, row)));
        }
      }
    }
  }

  /** Every column of the query is a {@link ValueType#DOUBLE} that is not NULL. */
  private static double number(VectorSchemaRoot batch, int column, int row) {
    return ((Float8Vector) batch.getVector(column)).get(row);
  }

  @Override
  public String place() {
    return "warehouse";
  }

  @Override
  public long bytes() {
    return bytes;
  }
}
