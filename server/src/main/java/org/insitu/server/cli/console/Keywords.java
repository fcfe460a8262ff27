/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.console;

import java.util.List;
import java.util.Locale;

/** Words that an analyst types often; not the grammar's whole list. */
final class Keywords {
  static final List<String> ALL =
      List.of(
          "ALTER",
          "ANALYZE",
          "AND",
          "AS",
          "ASC",
          "AVG",
          "BETWEEN",
          "BY",
          "CASE",
          "CAST",
          "COUNT",
          "CREATE",
          "CROSS",
          "DELETE",
          "DESC",
          "DESCRIBE",
          "DISTINCT",
          "DROP",
          "ELSE",
          "END",
          "EVALUATE",
          "EXCEPT",
          "EXISTS",
          "EXPLAIN",
          "EXPORT",
          "FALSE",
          "FROM",
          "FULL",
          "FUNCTION",
          "GROUP",
          "HAVING",
          "IF",
          "IN",
          "INNER",
          "INSERT",
          "INTERSECT",
          "INTO",
          "IS",
          "JOIN",
          "LEFT",
          "LIKE",
          "LIMIT",
          "MAX",
          "MIN",
          "MODEL",
          "MODELS",
          "NOT",
          "NULL",
          "OFFSET",
          "ON",
          "OPTIONS",
          "OR",
          "ORDER",
          "OUTER",
          "OVER",
          "PARTITION",
          "PREDICT",
          "PROBABILITY",
          "REPLACE",
          "RIGHT",
          "SELECT",
          "SET",
          "SHOW",
          "STRUCT",
          "SUM",
          "TABLE",
          "THEN",
          "TO",
          "TRAIN",
          "TRANSFORM",
          "TRUE",
          "UNION",
          "UPDATE",
          "USING",
          "VALUES",
          "VERSION",
          "VERSIONS",
          "VIEW",
          "WHEN",
          "WHERE",
          "WITH");

  private Keywords() {}

  static boolean contains(String word) {
    return ALL.contains(word.toUpperCase(Locale.ROOT));
  }
}
