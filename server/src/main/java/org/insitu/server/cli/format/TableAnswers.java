/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.format;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Aligned tables, numbers to the right:
 *
 * <pre>
 *  species | n
 * ---------+-----
 *  Adelie  | 152
 * (1 row)
 * </pre>
 *
 * The widths are those of the first {@link #ROWS_MEASURED} rows; a later cell that is wider pushes
 * its line out.
 */
public final class TableAnswers implements AnswerWriter {
  static final int ROWS_MEASURED = 1000;

  private final PrintWriter out;
  private final TableStyle style;

  public TableAnswers(PrintWriter out, TableStyle style) {
    this.out = out;
    this.style = style;
  }

  @Override
  public void rows(int number, AnswerRows rows, Stopwatch watch) throws SQLException {
    boolean[] toTheRight = new boolean[rows.columns().size()];
    for (int i = 0; i < toTheRight.length; i++) {
      toTheRight[i] = isNumber(rows.columns().get(i).sqlType());
    }
    List<List<String>> chunk = new ArrayList<>();
    long count = 0;
    @Nullable RowLayout layout = null;
    boolean more = true;
    while (more) {
      more = rows.next();
      if (more) {
        chunk.add(cells(rows));
        count++;
      }
      if (!more || chunk.size() == ROWS_MEASURED) {
        if (layout == null) {
          layout = TableLayout.measured(rows.labels(), toTheRight, chunk, style.lineColumnsMax());
          layout.header(out);
        }
        for (List<String> row : chunk) {
          layout.row(out, row);
        }
        chunk.clear();
      }
    }
    footer(count == 1 ? "1 row" : count + " rows", watch);
  }

  @Override
  public void updated(int number, long count, Stopwatch watch) {
    footer(count < 0 ? "done" : count == 1 ? "1 row changed" : count + " rows changed", watch);
  }

  @Override
  public void failed(int number, Failure failure) {
    out.flush();
  }

  private void footer(String text, Stopwatch watch) {
    out.println("(" + text + (style.timing() ? ", " + watch.text() : "") + ")");
    out.flush();
  }

  private static List<String> cells(AnswerRows rows) throws SQLException {
    List<String> cells = new ArrayList<>(rows.columns().size());
    for (AnswerRows.AnswerColumn column : rows.columns()) {
      @Nullable String value = rows.text(column);
      cells.add(value == null ? "NULL" : value);
    }
    return cells;
  }

  private static boolean isNumber(int type) {
    return switch (type) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE,
          Types.DECIMAL,
          Types.NUMERIC ->
          true;
      default -> false;
    };
  }
}
