/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Case 12: what planning a PREDICT adds to a statement: the time of the statement less that of the
 * SQL it becomes, sent as it is. A statement repeated is found by its text; one first seen is
 * parsed, its columns looked up, bound and written. Both are prepared by DuckDB each time, which is
 * in both times and taken out.
 */
public final class Planning {
  private static final int ROWS = 10_000;
  private static final int OPERATIONS = Integer.getInteger("operations", 100);

  private int statements;

  private Planning() {}

  public static void main(String[] args) throws Exception {
    Machine.print();
    try (Lab lab = new Lab()) {
      Higgs.create(lab, ROWS);
      lab.run("ALTER TABLE higgs ADD COLUMN id INTEGER");
      lab.run("UPDATE higgs SET id = rowid");
      lab.run(
          """
          CREATE MODEL linear OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'],
            DATA_SPLIT_METHOD = 'NO_SPLIT')
          AS SELECT f0, f1, f2, f3, y FROM higgs
          """);
      lab.run(BoostedTrees.statement("m100"));
      Planning planning = new Planning();
      planning.compare(
          lab,
          "a linear model of 4 features",
          n -> "SELECT id, predicted_y FROM ML.PREDICT(MODEL linear, TABLE higgs) WHERE id = " + n);
      planning.compare(
          lab,
          "M100",
          n ->
              "SELECT id, predicted_label FROM ML.PREDICT(MODEL m100, TABLE higgs) WHERE id = "
                  + n);
    }
  }

  private void compare(Lab lab, String model, IntFunction<String> statement) throws Exception {
    String repeated = statement.apply(7);
    String planned = sql(lab, repeated);
    List<Samples> samples =
        Rounds.ofShort(OPERATIONS)
            .run(
                "Case 12: point PREDICT of " + model,
                0,
                List.of(
                    new Contender("repeated statement", () -> lab.run(repeated)),
                    new Contender("its SQL, repeated", () -> lab.run(planned)),
                    new Contender("statement first seen", () -> lab.run(statement.apply(next()))),
                    new Contender(
                        "its SQL, first seen",
                        () -> lab.run(planned.replace("id = 7", "id = " + next())))));
    double cached = (samples.get(0).median() - samples.get(1).median()) / 1e3;
    double seen = (samples.get(2).median() - samples.get(3).median()) / 1e6;
    Rounds.limit("Planning of a repeated statement", cached, 50, "µs");
    Rounds.limit("Planning of a statement first seen", seen, 5, "ms");
  }

  private int next() {
    return Math.floorMod(statements++, ROWS);
  }

  /** The SQL of a statement's only stage, which EXPLAIN marks at the margin. */
  private static String sql(Lab lab, String statement) {
    return lab.column("EXPLAIN " + statement).stream()
        .map(String::strip)
        .filter(line -> line.startsWith("| "))
        .map(line -> line.substring(2))
        .collect(Collectors.joining("\n"));
  }
}
