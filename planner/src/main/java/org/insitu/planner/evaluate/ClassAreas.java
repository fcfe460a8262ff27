/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.evaluate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.sql.SqlDialect;

/**
 * The mean area under the ROC curves of a model of three classes or more, each class against the
 * rest, over the classes that have both kinds of rows.
 */
final class ClassAreas {
  private ClassAreas() {}

  /**
   * The mean as an expression. A warehouse sorts all rows once for each class: {@code below} rows
   * have a lower score than one of the class, a share {@code through} no higher one; by Kahan's sum
   * the shares times the rows are the number of rows again.
   */
  static String sql(Scored scored, SqlDialect dialect) {
    return scored
        .counts()
        .map(counts -> literal(counts.area(), dialect))
        .orElseGet(() -> byRank(scored, dialect));
  }

  private static String literal(OptionalDouble area, SqlDialect dialect) {
    return area.isPresent() ? dialect.number(area.getAsDouble()) : dialect.nullOf(ValueType.DOUBLE);
  }

  private static String byRank(Scored scored, SqlDialect dialect) {
    List<String> classes = scored.classes();
    StringJoiner perClass = new StringJoiner("\n    UNION ALL ");
    for (int k = 0; k < classes.size(); k++) {
      perClass.add(
          """
          SELECT CAST(count(*) AS DOUBLE) AS n,
              CAST(count(*) FILTER (WHERE seen) AS DOUBLE) AS positives,
              sum(below) FILTER (WHERE seen) AS below,
              round(count(*) * fsum(through) FILTER (WHERE seen)) AS through
            FROM (SELECT seen, rank() OVER by_score - 1 AS below,
                cume_dist() OVER by_score AS through
              FROM (SELECT p%d AS p, y = %s AS seen FROM scored) AS of_class
              WINDOW by_score AS (ORDER BY p)) AS ranked\
          """
              .formatted(k, dialect.string(classes.get(k))));
    }
    return """
    (WITH scored AS (SELECT * FROM (%s) AS all_rows WHERE y IS NOT NULL)
      SELECT avg(CASE WHEN positives > 0 AND positives < n
        THEN ((below + through + positives) / 2 - positives * (positives + 1) / 2)
          / (positives * (n - positives)) END) FROM (%s) AS ranks)\
    """
        .formatted(scored.sql(), perClass);
  }
}
