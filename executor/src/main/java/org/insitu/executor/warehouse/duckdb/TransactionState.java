/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import java.util.regex.Pattern;

/**
 * Whether a connection is inside a transaction: DuckDB does not tell, so its words are followed.
 */
final class TransactionState {
  private static final Pattern BEGIN =
      Pattern.compile("\\s*(BEGIN|START\\s+TRANSACTION)\\b.*", flags());
  private static final Pattern END =
      Pattern.compile("\\s*(COMMIT|END|ROLLBACK|ABORT)\\b.*", flags());

  private TransactionState() {}

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  }

  /** The state after a statement that succeeded. */
  static boolean after(String sql, boolean inTransaction) {
    String head = sql.substring(0, Math.min(sql.length(), 64));
    if (BEGIN.matcher(head).matches()) {
      return true;
    }
    return inTransaction && !END.matcher(head).matches();
  }
}
