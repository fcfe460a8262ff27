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
 * The areas under the ROC curves of a model of three classes or more, each class against the rest.
 *
 * <p>A warehouse finds them by one sort of all rows for each class. Who has the rows at hand counts
 * the pairs of them itself, from {@link #scores}, and says the {@link Mean}: the area of a class is
 * the number of pairs in order, a tie counting half, divided by the number of pairs. Both are the
 * same doubles.
 */
public final class ClassAreas {
  private ClassAreas() {}

  /**
   * The mean over the classes that have both kinds of rows.
   *
   * @param value empty when no class has
   */
  public record Mean(OptionalDouble value) {}

  /**
   * The rows that areas depend on: the score of each class, then the class seen as its number, -1
   * for one that the model does not know.
   */
  public static String scores(Scored scored, SqlDialect dialect) {
    List<String> classes = scored.classes();
    StringJoiner columns = new StringJoiner(", ");
    StringJoiner numbers = new StringJoiner(" ");
    for (int k = 0; k < classes.size(); k++) {
      columns.add("p" + k);
      numbers.add("WHEN %s THEN %d".formatted(dialect.string(classes.get(k)), k));
    }
    return "SELECT %s, CAST(CASE y %s ELSE -1 END AS SMALLINT) AS y FROM (%s) AS scored WHERE y IS NOT NULL"
        .formatted(columns, numbers, scored.sql());
  }

  /**
   * The mean, as an expression over a table {@code scored} of rows whose label is not NULL. From
   * the ranks of a class's rows: {@code below} rows have a lower score, a share {@code through} no
   * higher one; by Kahan's sum the shares times the rows are the number of rows again.
   */
  static String sql(Scored scored, SqlDialect dialect) {
    return scored
        .area()
        .map(mean -> literal(mean, dialect))
        .orElseGet(() -> byRank(scored.classes(), dialect));
  }

  private static String literal(Mean mean, SqlDialect dialect) {
    return mean.value().isPresent()
        ? dialect.number(mean.value().getAsDouble())
        : dialect.nullOf(ValueType.DOUBLE);
  }

  private static String byRank(List<String> classes, SqlDialect dialect) {
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
    (SELECT avg(CASE WHEN positives > 0 AND positives < n
        THEN ((below + through + positives) / 2 - positives * (positives + 1) / 2)
          / (positives * (n - positives)) END) FROM (%s) AS ranks)\
    """
        .formatted(perClass);
  }
}
