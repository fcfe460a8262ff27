/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TransactionTablesTest {
  private static final String ROWS = "CREATE TEMPORARY TABLE rows_1 AS SELECT * FROM t";
  private static final String SCORES = "CREATE TEMPORARY TABLE scores_1 AS SELECT * FROM rows_1";

  private final TransactionTables tables = new TransactionTables();

  @Test
  void tablesAreMadeAgainInTheirOrderUntilDroppedOrOver() {
    tables.ran(ROWS, true);
    tables.ran(SCORES, true);
    assertThat(tables.of("SELECT * FROM scores_1")).containsExactly(ROWS, SCORES);
    assertThat(tables.of("SELECT * FROM rows_1")).containsExactly(ROWS);

    tables.ran("DROP TABLE IF EXISTS scores_1", true);
    assertThat(tables.of("SELECT * FROM scores_1")).isEmpty();
    assertThat(tables.of("SELECT * FROM rows_1")).containsExactly(ROWS);

    tables.ran("COMMIT", false);
    assertThat(tables.of("SELECT * FROM rows_1")).isEmpty();
  }
}
