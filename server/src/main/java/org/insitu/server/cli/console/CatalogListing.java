/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.console;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.insitu.server.cli.format.AnswerRows;
import org.insitu.server.cli.format.AnswerWriter;
import org.insitu.server.cli.format.Stopwatch;

/** What {@code \d} prints, from the driver's metadata. */
final class CatalogListing {
  private CatalogListing() {}

  /** Prints all tables, views and models, or the columns of those of a name. */
  static void print(Connection connection, String name, AnswerWriter writer)
      throws SQLException, IOException {
    Stopwatch watch = Stopwatch.start();
    DatabaseMetaData metaData = connection.getMetaData();
    if (name.isEmpty()) {
      try (ResultSet rows = metaData.getTables(null, null, "%", null)) {
        writer.rows(
            1, AnswerRows.of(rows, "TABLE_SCHEM", "TABLE_NAME", "TABLE_TYPE", "REMARKS"), watch);
      }
      return;
    }
    int dot = name.lastIndexOf('.');
    String schema = dot < 0 ? null : pattern(metaData, name.substring(0, dot));
    try (ResultSet rows =
        metaData.getColumns(null, schema, pattern(metaData, name.substring(dot + 1)), "%")) {
      writer.rows(
          1,
          AnswerRows.of(rows, "TABLE_NAME", "COLUMN_NAME", "TYPE_NAME", "IS_NULLABLE", "REMARKS"),
          watch);
    }
  }

  /** A name as a pattern that matches nothing else. */
  private static String pattern(DatabaseMetaData metaData, String name) throws SQLException {
    String escape = metaData.getSearchStringEscape();
    String bare = name.replace("\"", "").replace("`", "");
    return bare.replace("_", escape + "_").replace("%", escape + "%");
  }
}
