/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.insitu.planner.evaluate.ScoreCounts.Cell;
import org.junit.jupiter.api.Test;

class CellsTest {

  /** Ties go to the first class, and so does a row with a NaN; an unknown class has no chance. */
  @Test
  void countsByClassSeenAndPredicted() {
    double[][] scores = {
      {0.5, 0.4, 0.2, Double.NaN, 0.1, 0},
      {0.25, 0.4, 0.7, 0.9, 0.1, 1},
      {0.25, 0.2, 0.1, 0.1, 0.8, 0}
    };
    short[] seen = {0, 1, 1, 1, -1, 0};
    Cells cells = Cells.empty(3);
    cells.add(Cells.of(new ScoreBlock(scores, seen)));
    double least = Math.log(1e-15);
    assertThat(cells.list())
        .containsExactly(
            new Cell(0, 0, 1, Math.log(0.5)),
            new Cell(0, 1, 1, least),
            new Cell(1, 0, 2, Math.log(0.4) + Math.log(0.9)),
            new Cell(1, 1, 1, Math.log(0.7)),
            new Cell(-1, 2, 1, least));
    cells.add(Cells.of(new ScoreBlock(new double[][] {{1}, {0}, {0}}, new short[] {0})));
    assertThat(cells.list().getFirst()).isEqualTo(new Cell(0, 0, 2, Math.log(0.5)));
    assertThat(Cells.empty(3).list()).isEqualTo(List.of());
  }
}
