/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.stage;

import java.util.List;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.ModelName;
import org.insitu.parser.statement.SqlText;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.planner.table.CrossValidationTable;
import org.insitu.planner.table.Table;
import org.insitu.planner.table.TableSql;
import org.insitu.udf.sql.SqlDialect;

/**
 * ML.CROSS_VALIDATE: fits that run before the query in which their metrics are read. Until then a
 * table without rows stands for them.
 *
 * @param number which one of its query, from 1
 * @param name of the model as written
 * @param version whose options are validated
 * @param source the rows
 * @param around the common tables that they may name
 * @param folds how many there are
 * @param position of the call
 */
public record CrossValidation(
    int number,
    ModelName name,
    ModelVersion version,
    SqlText source,
    Around around,
    int folds,
    Position position) {

  /** The query that stands for the metrics while the statement is planned. */
  public String placeholder(SqlDialect dialect) {
    return "/* cross-validation %d */ ".formatted(number)
        + TableSql.select(new Table(CrossValidationTable.columns(metrics()), List.of()), dialect);
  }

  /** A query's text with the metrics in the place of what stood for them. */
  public String replaced(String sql, Table metrics, SqlDialect dialect) {
    String placeholder = placeholder(dialect);
    if (!sql.contains(placeholder)) {
      throw new IllegalStateException("no place for the metrics of a cross-validation in: " + sql);
    }
    return sql.replace(placeholder, TableSql.select(metrics, dialect));
  }

  private List<Table.Column> metrics() {
    return java.util.Objects.requireNonNull(version.facts().get("EVALUATE")).columns();
  }
}
