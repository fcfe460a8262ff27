/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.data;

import org.insitu.udf.sql.SqlDialect;

/**
 * One thing that may be wrong with training data, as a query of at most a few rows over a table of
 * facts.
 *
 * @param severity {@code error}: a fit fails; {@code warning}: it is likely to mislead; {@code
 *     info}: worth knowing
 * @param name what it is, a word of ours
 * @param column the column's name as an SQL expression; NULL for the rows as a whole
 * @param from where the facts are
 * @param condition on them
 * @param value a number, as an SQL expression
 * @param message as an SQL expression of text
 * @param hint what to do
 */
record Finding(
    String severity,
    String name,
    String column,
    String from,
    String condition,
    String value,
    String message,
    String hint) {

  /** The finding as a query, to stand at a place of the answer. */
  String sql(int position, SqlDialect dialect) {
    return """
    SELECT %d AS position, %s AS severity, %s AS finding, CAST(%s AS VARCHAR) AS column_name,
      CAST(%s AS DOUBLE) AS value, %s AS message, %s AS hint
    FROM %s WHERE %s\
    """
        .formatted(
            position,
            dialect.string(severity),
            dialect.string(name),
            column,
            value,
            message,
            dialect.string(hint),
            from,
            condition);
  }
}
