/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The temporary tables made in the running transaction, by the statements that made them: they are
 * gone once a statement fails in it.
 */
final class TransactionTables {
  private static final Pattern CREATE =
      Pattern.compile("CREATE TEMPORARY TABLE (\\w+) AS\\b.*", Pattern.DOTALL);

  private static final Pattern DROP = Pattern.compile("DROP TABLE IF EXISTS (\\w+)");

  private final SequencedMap<String, String> statements = new LinkedHashMap<>();

  /** Looks at a statement that was run. */
  void ran(String sql, boolean inTransaction) {
    if (!inTransaction) {
      statements.clear();
      return;
    }
    Matcher create = CREATE.matcher(sql);
    if (create.matches()) {
      statements.put(create.group(1), sql);
    }
    Matcher drop = DROP.matcher(sql);
    if (drop.matches()) {
      statements.remove(drop.group(1));
    }
  }

  /** The statements that make the tables again which a query reads, in their order. */
  List<String> of(String query) {
    LinkedList<String> needed = new LinkedList<>();
    String texts = query;
    for (Map.Entry<String, String> table : statements.sequencedEntrySet().reversed()) {
      if (texts.contains(table.getKey())) {
        needed.addFirst(table.getValue());
        texts += table.getValue();
      }
    }
    return needed;
  }
}
