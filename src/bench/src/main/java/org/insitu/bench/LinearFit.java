/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Case 3: a linear regression by CREATE MODEL, profile, solution and storing included, against the
 * bare aggregate query of all sums and products: in DOUBLE, which the fit needs, and in FLOAT,
 * which is quicker and wrong in the seventh digit.
 */
public final class LinearFit {
  private static final int ROWS = 1_000_000;
  private static final double TARGET = 1.5;

  private LinearFit() {}

  public static void main(String[] args) throws Exception {
    Machine.print();
    int rows = Higgs.rows(ROWS);
    try (Lab lab = new Lab()) {
      Higgs.create(lab, rows);
      String doubles = aggregates("DOUBLE");
      String floats = aggregates("FLOAT");
      List<Samples> samples =
          Rounds.ofWhole()
              .run(
                  "Case 3: linear fit on %,d x %d".formatted(rows, Higgs.FEATURES),
                  rows,
                  List.of(
                      new Contender("CREATE MODEL", () -> lab.run(fit("auto"))),
                      new Contender(
                          "CREATE MODEL, execution = 'warehouse'", () -> lab.run(fit("warehouse"))),
                      new Contender("DuckDB, products of DOUBLE", () -> lab.run(doubles)),
                      new Contender("DuckDB, products of FLOAT", () -> lab.run(floats))));
      Rounds.verdict("Linear fit, to DOUBLE", samples.get(0), samples.get(2), TARGET);
      Rounds.verdict("Linear fit, to FLOAT", samples.get(0), samples.get(3), TARGET);
    }
  }

  private static String fit(String execution) {
    return """
    CREATE OR REPLACE MODEL linear_%s
    OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'],
      DATA_SPLIT_METHOD = 'NO_SPLIT', EXECUTION = '%s')
    AS SELECT %s, y FROM %s
    """
        .formatted(execution, execution, Higgs.features(), Higgs.TABLE);
  }

  private static String aggregates(String type) {
    List<String> columns = new ArrayList<>(List.of(Higgs.features().split(", ")));
    columns.add("y");
    List<String> sums = new ArrayList<>(List.of("count(*)"));
    for (int i = 0; i < columns.size(); i++) {
      sums.add("sum(" + columns.get(i) + ")");
      for (int j = i; j < columns.size(); j++) {
        sums.add("sum(" + columns.get(i) + " * " + columns.get(j) + ")");
      }
    }
    List<String> casts =
        columns.stream().map(c -> "CAST(" + c + " AS " + type + ") AS " + c).toList();
    return "SELECT %s FROM (SELECT %s FROM %s)"
        .formatted(String.join(", ", sums), String.join(", ", casts), Higgs.TABLE);
  }
}
