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
 * What the metrics of three classes or more come to: whoever has the rows of {@link #scores} at
 * hand counts them itself, as the warehouse would.
 *
 * @param cells of the rows whose label is not NULL
 * @param area the mean area under the ROC curves of the classes that have both kinds of rows, each
 *     against the rest: the number of pairs in order, a tie counting half, divided by the number of
 *     pairs; empty when no class has
 */
public record ScoreCounts(List<Cell> cells, OptionalDouble area) {
  public ScoreCounts {
    cells = List.copyOf(cells);
  }

  /**
   * The rows of one class with one prediction.
   *
   * @param seen the number of the class, -1 for those that the model does not know
   * @param said the number of the class predicted
   * @param rows how many
   * @param logLikelihood the sum of the logarithms of the probability of the class seen, 0 of an
   *     unknown one, each kept above 1e-15
   */
  public record Cell(int seen, int said, long rows, double logLikelihood) {}

  /**
   * The rows that are counted: the probability of each class, then the class seen as its number, -1
   * for one that the model does not know. What is predicted follows from them.
   */
  public static String scores(Scored scored, SqlDialect dialect) {
    List<String> classes = scored.classes();
    StringJoiner columns = new StringJoiner(", ");
    StringJoiner numbers = new StringJoiner(" ");
    for (int k = 0; k < classes.size(); k++) {
      columns.add("p" + k);
      numbers.add("WHEN %s THEN %d".formatted(dialect.string(classes.get(k)), k));
    }
    return """
    SELECT %s, CAST(CASE y %s ELSE -1 END AS SMALLINT) AS y
    FROM (%s) AS scored WHERE y IS NOT NULL\
    """
        .formatted(columns, numbers, scored.sql());
  }

  /**
   * The cells of scored rows, counted already or by the warehouse: {@code y}, {@code prediction},
   * {@code n} and {@code log_likelihood}, numbers being DOUBLE. An unknown class of those counted
   * already is NULL, which is no class either.
   */
  static String cells(Scored scored, SqlDialect dialect) {
    return scored
        .counts()
        .map(counts -> counts.constants(scored.classes(), dialect))
        .orElseGet(() -> grouped(scored, dialect));
  }

  private static String grouped(Scored scored, SqlDialect dialect) {
    StringJoiner probabilities = new StringJoiner(" ");
    for (int k = 0; k < scored.classes().size(); k++) {
      probabilities.add("WHEN %s THEN p%d".formatted(dialect.string(scored.classes().get(k)), k));
    }
    return """
    SELECT y, prediction, CAST(count(*) AS DOUBLE) AS n,
      sum(ln(greatest(coalesce(CASE y %s END, 0), 1e-15))) AS log_likelihood
    FROM (%s) AS scored WHERE y IS NOT NULL GROUP BY y, prediction\
    """
        .formatted(probabilities, scored.sql());
  }

  private String constants(List<String> classes, SqlDialect dialect) {
    String none = dialect.nullOf(ValueType.VARCHAR);
    StringJoiner rows = new StringJoiner(", ");
    rows.add("(%1$s, %1$s, 0e0, 0e0)".formatted(none)); // VALUES wants a row, and types
    for (Cell cell : cells) {
      rows.add(
          "(%s, %s, %s, %s)"
              .formatted(
                  cell.seen() < 0 ? none : dialect.string(classes.get(cell.seen())),
                  dialect.string(classes.get(cell.said())),
                  dialect.number((double) cell.rows()),
                  dialect.number(cell.logLikelihood())));
    }
    return "SELECT * FROM (VALUES %s) AS counted(y, prediction, n, log_likelihood) WHERE n > 0"
        .formatted(rows);
  }
}
