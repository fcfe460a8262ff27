/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.ArrayList;
import java.util.List;
import org.insitu.udf.sql.SqlDialect;

/**
 * What {@link ScoredRows} computes of a row, as layers of SQL over its class {@code y} and its
 * scores {@code s0}, {@code s1} ...: {@code loss}, residuals {@code r0} ... and curvatures {@code
 * w0_0} ... The formulas are the same, so that neither place loses digits that the other keeps.
 */
record LogisticSql(ScoreModel model, SqlDialect dialect) {

  List<List<String>> layers() {
    return model.scores() == 1 && model.firstScored() == 1 ? two() : many();
  }

  private List<List<String>> two() {
    String one = dialect.number(1.0);
    String zero = dialect.number(0.0);
    return List.of(
        List.of("*", "exp(-abs(s0)) AS e", rowWeight(model.classWeights(), dialect) + " AS u"),
        List.of(
            "*",
            "%s / (%s + e) AS large".formatted(one, one),
            "e / (%s + e) AS small".formatted(one)),
        List.of(
            "*",
            "u * (ln(%s + e) + CASE WHEN (y = 1) = (s0 >= 0) THEN %s ELSE abs(s0) END) AS loss"
                .formatted(one, zero),
            """
            u * CASE WHEN y = 1 THEN CASE WHEN s0 >= 0 THEN small ELSE large END
            ELSE -CASE WHEN s0 >= 0 THEN large ELSE small END END AS r0\
            """,
            "u * large * small AS w0_0"));
  }

  private List<List<String>> many() {
    int scores = model.scores();
    int first = model.firstScored();
    String fixed = first == 1 ? dialect.number(0.0) + ", " : "";
    List<String> greatest = new ArrayList<>();
    for (int k = 0; k < scores; k++) {
      greatest.add("s" + k);
    }
    List<String> powers = new ArrayList<>(List.of("*"));
    List<String> total = new ArrayList<>();
    if (first == 1) {
      total.add("exp(-m)");
    }
    List<String> shares = new ArrayList<>(List.of("*"));
    StringBuilder own = new StringBuilder("CASE y");
    for (int k = 0; k < scores; k++) {
      powers.add("exp(s%d - m) AS e%d".formatted(k, k));
      total.add("e" + k);
      shares.add("e%d / t AS p%d".formatted(k, k));
      own.append(" WHEN %d THEN s%d".formatted(k + first, k));
    }
    own.append(" ELSE ").append(dialect.number(0.0)).append(" END");
    return List.of(
        List.of(
            "*",
            "greatest(%s%s) AS m".formatted(fixed, String.join(", ", greatest)),
            rowWeight(model.classWeights(), dialect) + " AS u"),
        powers,
        List.of("*", String.join(" + ", total) + " AS t"),
        shares,
        derivatives(own.toString()));
  }

  private List<String> derivatives(String own) {
    String one = dialect.number(1.0);
    String zero = dialect.number(0.0);
    List<String> result =
        new ArrayList<>(List.of("*", "u * (ln(t) + m - %s) AS loss".formatted(own)));
    for (int k = 0; k < model.scores(); k++) {
      result.add(
          "u * (CASE WHEN y = %d THEN %s ELSE %s END - p%d) AS r%d"
              .formatted(k + model.firstScored(), one, zero, k, k));
      for (int l = k; l < model.scores(); l++) {
        result.add(
            "u * p%d * %s AS w%d_%d"
                .formatted(k, k == l ? "(%s - p%d)".formatted(one, l) : "-p" + l, k, l));
      }
    }
    return result;
  }

  /** The weight of a row by its class {@code y}. */
  static String rowWeight(double[] classWeights, SqlDialect dialect) {
    StringBuilder sql = new StringBuilder("CASE y");
    for (int k = 0; k < classWeights.length; k++) {
      sql.append(" WHEN %d THEN %s".formatted(k, dialect.number(classWeights[k])));
    }
    return sql.append(" END").toString();
  }
}
