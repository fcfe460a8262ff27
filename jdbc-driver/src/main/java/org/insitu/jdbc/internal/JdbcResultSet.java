/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.insitu.jdbc.internal.column.BatchCursor;
import org.insitu.jdbc.internal.column.ColumnReader;
import org.insitu.jdbc.internal.column.ColumnReaders;
import org.insitu.jdbc.internal.column.Conversions;
import org.insitu.jdbc.internal.column.LocalClock;
import org.insitu.jdbc.internal.net.Batch;
import org.insitu.jdbc.internal.net.Rows;
import org.insitu.jdbc.internal.net.SqlErrors;
import org.insitu.jdbc.wire.Column;
import org.insitu.jdbc.wire.WireException;

/**
 * Rows read straight from the current batch. A getter is: find the column's reader, let it read.
 *
 * <p><b>Threads:</b> one, as JDBC has it. <b>Cost:</b> at most the read ahead's batches in memory,
 * whatever the number of rows.
 */
public final class JdbcResultSet extends DerivedResultSet {
  private final JdbcStatement statement;
  private final Rows rows;
  private final ColumnReader[] readers;
  private final LocalClock clock = LocalClock.ofMachine();
  private final Warnings warnings = new Warnings();
  private final long rowsMax;

  /** In the batch; -1: not on a row. */
  private int row = -1;

  private int batchRows;

  /** Rows of the batches before. */
  private long rowsBefore;

  private ColumnReader last;
  private boolean afterLast;
  private boolean closed;
  private int fetchSize;
  private Map<String, Integer> indexes;

  /**
   * A result.
   *
   * @param statement whose it is, null for a list of the catalog
   * @param rowsMax 0: all
   */
  public JdbcResultSet(JdbcStatement statement, Rows rows, long rowsMax) {
    this.statement = statement;
    this.rows = rows;
    this.rowsMax = rowsMax == 0 ? Long.MAX_VALUE : rowsMax;
    this.readers = ColumnReaders.of(rows.columns());
  }

  // Moving

  @Override
  public boolean next() throws SQLException {
    if (row + 1 < batchRows) {
      row++;
      return true;
    }
    return nextBatch();
  }

  private boolean nextBatch() throws SQLException {
    checkOpen();
    if (afterLast) {
      return false;
    }
    rowsBefore += batchRows;
    row = -1;
    batchRows = 0;
    Batch batch = rowsBefore < rowsMax ? rows.next() : null;
    warnings.add(rows.takeNotices());
    if (batch == null) {
      afterLast = true;
      rows.close();
      return false;
    }
    batchRows = (int) Math.min(bind(batch), rowsMax - rowsBefore);
    return next();
  }

  /** Turns the readers to the batch; returns its rows. */
  private int bind(Batch batch) throws SQLException {
    try {
      BatchCursor cursor = new BatchCursor(batch);
      for (ColumnReader reader : readers) {
        reader.bind(cursor, cursor.rows());
      }
      cursor.checkEnd();
      return cursor.rows();
    } catch (WireException e) {
      afterLast = true;
      rows.close();
      throw SqlErrors.of(e);
    }
  }

  @Override
  public void close() throws SQLException {
    if (closed) {
      return;
    }
    closed = true;
    row = -1;
    batchRows = 0;
    rows.close();
    if (statement != null) {
      statement.resultClosed(this);
    }
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  private void checkOpen() throws SQLException {
    if (closed) {
      throw SqlErrors.closed("result set");
    }
    if (statement != null) {
      statement.checkOpen();
    }
  }

  private ColumnReader at(int index) throws SQLException {
    if (row < 0) {
      checkOpen();
      throw new SQLException(
          afterLast ? "Behind the last row" : "Before the first row: call next()", "24000");
    }
    if (index < 1 || index > readers.length) {
      throw new SQLException(
          "Column index " + index + " (expected: 1 to " + readers.length + ")", "07009");
    }
    ColumnReader reader = readers[index - 1];
    last = reader;
    return reader;
  }

  @Override
  public int findColumn(String label) throws SQLException {
    checkOpen();
    if (indexes == null) {
      indexes = new HashMap<>();
      List<Column> columns = rows.columns();
      for (int i = 0; i < columns.size(); i++) {
        indexes.putIfAbsent(columns.get(i).name(), i + 1);
      }
      for (int i = 0; i < columns.size(); i++) {
        indexes.putIfAbsent(columns.get(i).name().toLowerCase(Locale.ROOT), i + 1);
      }
    }
    Integer index = indexes.get(label);
    if (index == null && label != null) {
      index = indexes.get(label.toLowerCase(Locale.ROOT));
    }
    if (index == null) {
      throw new SQLException("No column '" + label + "' in the result", "42703");
    }
    return index;
  }

  @Override
  public boolean wasNull() throws SQLException {
    checkOpen();
    return last != null && row >= 0 && last.isNull(row);
  }

  // Values

  @Override
  public String getString(int index) throws SQLException {
    return at(index).getString(row);
  }

  @Override
  public boolean getBoolean(int index) throws SQLException {
    return at(index).getBoolean(row);
  }

  @Override
  public byte getByte(int index) throws SQLException {
    return at(index).getByte(row);
  }

  @Override
  public short getShort(int index) throws SQLException {
    return at(index).getShort(row);
  }

  @Override
  public int getInt(int index) throws SQLException {
    return at(index).getInt(row);
  }

  @Override
  public long getLong(int index) throws SQLException {
    return at(index).getLong(row);
  }

  @Override
  public float getFloat(int index) throws SQLException {
    return at(index).getFloat(row);
  }

  @Override
  public double getDouble(int index) throws SQLException {
    return at(index).getDouble(row);
  }

  @Override
  public Object getObject(int index) throws SQLException {
    return at(index).getObject(row);
  }

  @Override
  public <T> T getObject(int index, Class<T> target) throws SQLException {
    return Conversions.read(at(index), row, target, clock);
  }

  @Override
  public BigDecimal getBigDecimal(int index) throws SQLException {
    ColumnReader reader = at(index);
    return reader.isNull(row) ? null : reader.decimal(row);
  }

  @Override
  public byte[] getBytes(int index) throws SQLException {
    ColumnReader reader = at(index);
    return reader.isNull(row) ? null : reader.binary(row);
  }

  @Override
  public Date getDate(int index) throws SQLException {
    ColumnReader reader = at(index);
    return reader.isNull(row) ? null : reader.date(row, clock);
  }

  @Override
  public Time getTime(int index) throws SQLException {
    ColumnReader reader = at(index);
    return reader.isNull(row) ? null : reader.time(row, clock);
  }

  @Override
  public Timestamp getTimestamp(int index) throws SQLException {
    ColumnReader reader = at(index);
    return reader.isNull(row) ? null : reader.timestamp(row, clock);
  }

  @Override
  public Date getDate(int index, Calendar calendar) throws SQLException {
    ColumnReader reader = at(index);
    return reader.isNull(row) ? null : reader.date(row, clockOf(calendar));
  }

  @Override
  public Time getTime(int index, Calendar calendar) throws SQLException {
    ColumnReader reader = at(index);
    return reader.isNull(row) ? null : reader.time(row, clockOf(calendar));
  }

  @Override
  public Timestamp getTimestamp(int index, Calendar calendar) throws SQLException {
    ColumnReader reader = at(index);
    return reader.isNull(row) ? null : reader.timestamp(row, clockOf(calendar));
  }

  private LocalClock clockOf(Calendar calendar) {
    return calendar == null ? clock : new LocalClock(calendar.getTimeZone().toZoneId());
  }

  // State

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    checkOpen();
    return new JdbcResultSetMetaData(rows.columns());
  }

  @Override
  public Statement getStatement() throws SQLException {
    checkOpen();
    return statement;
  }

  @Override
  public SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return warnings.first();
  }

  @Override
  public void clearWarnings() throws SQLException {
    checkOpen();
    warnings.clear();
  }

  /** False for an empty result only once next() has said so: it is not known before. */
  @Override
  public boolean isBeforeFirst() throws SQLException {
    checkOpen();
    return row < 0 && !afterLast;
  }

  /** As JDBC has it, false when there were no rows. */
  @Override
  public boolean isAfterLast() throws SQLException {
    checkOpen();
    return afterLast && rowsBefore > 0;
  }

  @Override
  public boolean isFirst() throws SQLException {
    checkOpen();
    return row == 0 && rowsBefore == 0;
  }

  @Override
  public int getRow() throws SQLException {
    checkOpen();
    return row < 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, rowsBefore + row + 1);
  }

  @Override
  public int getFetchSize() {
    return fetchSize;
  }

  /** A hint that comes too late for this result; it is kept and has no effect. */
  @Override
  public void setFetchSize(int rowCount) throws SQLException {
    if (rowCount < 0) {
      throw new SQLException("fetchSize: " + rowCount + " (expected: >= 0)", "HY024");
    }
    fetchSize = rowCount;
  }
}
