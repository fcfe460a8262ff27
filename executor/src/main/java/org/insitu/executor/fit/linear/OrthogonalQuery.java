/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.Source;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.sql.SqlDialect;

/**
 * The triangular factor of a design's columns and its label by aggregate queries alone: Cholesky
 * QR, repeated.
 *
 * <p>The factor R of the sums of products makes the columns nearly orthogonal: each row is solved
 * for {@code q R = z}, where it is, by one layer of SQL for each column. The sums of products of
 * these have lost next to nothing, and their factor corrects R. What the first sums cannot tell
 * from zero is only freed of the columns before it, and has its turn in the next query, where it is
 * large. Two queries give the digits of Householder's reflections up to a condition of 1e7, three
 * beyond. <b>Source:</b> Yamamoto, Nakatsukasa, Yanagisawa, Fukaya, Roundoff error analysis of the
 * CholeskyQR2 algorithm, 2015.
 *
 * <p><b>Cost:</b> each query as {@link GramQuery}, and as many multiplications again for each row.
 */
final class OrthogonalQuery {
  private static final int ROUNDS_MAX = 6;

  /** The condition of orthogonal columns, but for rounding. */
  private static final double ORTHOGONAL = 2;

  private final PenalizedSystem system;
  private final Source scaled;
  private final SqlDialect dialect;
  private final FitProgress progress;
  private final double dependent;
  private final int[] solved;
  private int rounds;

  /**
   * Of some rows.
   *
   * @param dependent what remains of a dependent column, relative to its length
   */
  OrthogonalQuery(
      PenalizedSystem system, TrainingSet data, double dependent, FitProgress progress) {
    Source source = data.source();
    this.system = system;
    this.dialect = source.dialect();
    this.scaled = source.withSql(source.select(GramQuery.scaledColumns(system.design(), data)));
    this.dependent = dependent;
    this.progress = progress;
    this.solved = system.design().solvedColumns();
  }

  /**
   * The factor.
   *
   * @param products of the columns solved for and the label, with the penalties; overwritten
   */
  Triangle run(double[][] products) {
    int size = products.length;
    OrthogonalFactor factor = OrthogonalFactor.of(products, dependent);
    for (rounds = 1; rounds <= ROUNDS_MAX; rounds++) {
      progress.checkCancelled();
      double[][] next = products(factor);
      if (!Arrays.stream(next).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
        break;
      }
      Triangle step = factor.corrected(next);
      if (!factor.isDeferred() && step.condition(0) < ORTHOGONAL) {
        return factor.triangle();
      }
    }
    throw InsituException.of(
            ErrorCode.SINGULAR,
            "The columns so nearly determine one another that %d queries did not make them"
                    .formatted(Math.min(rounds, ROUNDS_MAX))
                + " orthogonal: %d columns.".formatted(size - 1))
        .hint("Leave execution = 'auto', set L2_REG, or leave columns out.");
  }

  /** The queries that were run. */
  int rounds() {
    return rounds;
  }

  /** The products of the columns made orthogonal by a factor, with the penalties. */
  private double[][] products(OrthogonalFactor factor) {
    Source layer = scaled;
    int[] kept = factor.kept();
    for (int j : kept) {
      layer = layer.withSql(layer.select(List.of("*", orthogonal(factor, j) + " AS q" + j)));
    }
    List<String> sums = new ArrayList<>();
    for (int i = 0; i < kept.length; i++) {
      for (int j = i; j < kept.length; j++) {
        sums.add("sum(q%d * q%d)".formatted(kept[i], kept[j]));
      }
    }
    double[] row = layer.aggregate(sums);
    double[][] result = new double[factor.size()][factor.size()];
    int at = 0;
    for (int i = 0; i < kept.length; i++) {
      for (int j = i; j < kept.length; j++) {
        result[kept[i]][kept[j]] = row[at];
        result[kept[j]][kept[i]] = row[at++];
      }
    }
    addPenalties(factor, result);
    return result;
  }

  private String orthogonal(OrthogonalFactor factor, int column) {
    StringBuilder sql = new StringBuilder("(").append(scaledColumn(column));
    for (int i : factor.kept()) {
      if (i < column && factor.at(i, column) != 0) {
        sql.append(" - ").append(dialect.number(factor.at(i, column))).append(" * q").append(i);
      }
    }
    return sql.append(") / ").append(dialect.number(factor.at(column, column))).toString();
  }

  private String scaledColumn(int column) {
    Design design = system.design();
    if (column == solved.length) {
      return "z" + design.width();
    }
    return solved[column] < design.firstNumber() ? dialect.number(1.0) : "z" + solved[column];
  }

  /** A penalty counts as a row of its root in one column, which is made orthogonal likewise. */
  private void addPenalties(OrthogonalFactor factor, double[][] products) {
    double[] penalties = system.penalties();
    for (int p = 0; p < solved.length; p++) {
      if (penalties[solved[p]] > 0) {
        double[] q = factor.solved(p, Math.sqrt(penalties[solved[p]]));
        for (int i : factor.kept()) {
          for (int j : factor.kept()) {
            products[i][j] += q[i] * q[j];
          }
        }
      }
    }
  }
}
