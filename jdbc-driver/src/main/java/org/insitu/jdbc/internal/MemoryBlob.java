/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Arrays;

/** A VARBINARY value as a Blob that cannot be changed. Positions count from 1. */
final class MemoryBlob implements Blob {
  private final byte[] bytes;

  MemoryBlob(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public byte[] getBytes(long position, int length) throws SQLException {
    if (position < 1 || position > bytes.length + 1L || length < 0) {
      throw new SQLException("Position " + position + " of " + bytes.length + " bytes", "22011");
    }
    int from = (int) position - 1;
    return Arrays.copyOfRange(bytes, from, (int) Math.min(bytes.length, from + (long) length));
  }

  @Override
  public InputStream getBinaryStream() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public InputStream getBinaryStream(long position, long length) throws SQLException {
    return new ByteArrayInputStream(getBytes(position, (int) Math.min(length, Integer.MAX_VALUE)));
  }

  @Override
  public long position(byte[] pattern, long start) {
    for (int i = (int) Math.max(0, start - 1); i + pattern.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + pattern.length, pattern, 0, pattern.length)) {
        return i + 1L;
      }
    }
    return -1;
  }

  @Override
  public long position(Blob pattern, long start) throws SQLException {
    return position(pattern.getBytes(1, (int) pattern.length()), start);
  }

  @Override
  public int setBytes(long position, byte[] value) throws SQLException {
    throw unmodifiable();
  }

  @Override
  public int setBytes(long position, byte[] value, int offset, int length) throws SQLException {
    throw unmodifiable();
  }

  @Override
  public OutputStream setBinaryStream(long position) throws SQLException {
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
