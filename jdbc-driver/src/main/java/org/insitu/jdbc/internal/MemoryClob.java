/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/** A VARCHAR value as a Clob that cannot be changed. Positions count from 1. */
final class MemoryClob implements NClob {
  private final String text;

  MemoryClob(String text) {
    this.text = text;
  }

  @Override
  public long length() {
    return text.length();
  }

  @Override
  public String getSubString(long position, int length) throws SQLException {
    if (position < 1 || position > text.length() + 1L || length < 0) {
      throw new SQLException("Position " + position + " of " + text.length(), "22011");
    }
    int from = (int) position - 1;
    return text.substring(from, (int) Math.min(text.length(), from + (long) length));
  }

  @Override
  public Reader getCharacterStream() {
    return new StringReader(text);
  }

  @Override
  public Reader getCharacterStream(long position, long length) throws SQLException {
    return new StringReader(getSubString(position, (int) Math.min(length, Integer.MAX_VALUE)));
  }

  @Override
  public InputStream getAsciiStream() {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public long position(String pattern, long start) {
    int index = text.indexOf(pattern, (int) Math.max(0, start - 1));
    return index < 0 ? -1 : index + 1L;
  }

  @Override
  public long position(Clob pattern, long start) throws SQLException {
    return position(pattern.getSubString(1, (int) pattern.length()), start);
  }

  @Override
  public int setString(long position, String value) throws SQLException {
    throw unmodifiable();
  }

  @Override
  public int setString(long position, String value, int offset, int length) throws SQLException {
    throw unmodifiable();
  }

  @Override
  public OutputStream setAsciiStream(long position) throws SQLException {
    throw unmodifiable();
  }

  @Override
  public Writer setCharacterStream(long position) throws SQLException {
    throw unmodifiable();
  }

  @Override
  public void truncate(long length) throws SQLException {
    throw unmodifiable();
  }

  @Override
  public void free() {}

  private static SQLException unmodifiable() {
    return new SQLFeatureNotSupportedException("The value is read-only", "0A000");
  }
}
