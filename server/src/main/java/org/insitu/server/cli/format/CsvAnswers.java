/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.format;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CSV as in RFC 4180, lines ending in LF: a header, then the rows; NULL is nothing, an empty string
 * is {@code ""}. Statements without rows print nothing; a second answer follows after an empty
 * line.
 *
 * <p><b>Source:</b> RFC 4180, section 2.
 */
public final class CsvAnswers implements AnswerWriter {
  private final PrintWriter out;
  private boolean first = true;

  public CsvAnswers(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void rows(int number, AnswerRows rows, Stopwatch watch) throws SQLException {
    if (!first) {
      out.print('\n');
    }
    first = false;
    List<AnswerRows.AnswerColumn> columns = rows.columns();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      append(line, columns.get(i).label(), i > 0);
    }
    print(line);
    while (rows.next()) {
      for (int i = 0; i < columns.size(); i++) {
        append(line, rows.text(columns.get(i)), i > 0);
      }
      print(line);
    }
    out.flush();
  }

  @Override
  public void updated(int number, long count, Stopwatch watch) {}

  @Override
  public void failed(int number, Failure failure) {
    out.flush();
  }

  private void print(StringBuilder line) {
    out.print(line.append('\n'));
    line.setLength(0);
  }

  private static void append(StringBuilder line, @Nullable String value, boolean comma) {
    if (comma) {
      line.append(',');
    }
    if (value == null) {
      return;
    }
    if (value.isEmpty() || needsQuotes(value)) {
      line.append('"').append(value.replace("\"", "\"\"")).append('"');
    } else {
      line.append(value);
    }
  }

  private static boolean needsQuotes(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }
}
