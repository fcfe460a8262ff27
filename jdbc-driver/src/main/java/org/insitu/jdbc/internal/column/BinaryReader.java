/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.sql.SQLException;
import java.util.Arrays;
import org.insitu.jdbc.wire.Column;

/** VARBINARY. As text: a backslash, x and hexadecimal digits. */
final class BinaryReader extends VariableReader {
  BinaryReader(Column column) {
    super(column);
  }

  @Override
  public byte[] binary(int row) throws SQLException {
    int start = start(row);
    return Arrays.copyOfRange(bytes, start, start + size(row));
  }

  @Override
  Object object(int row) throws SQLException {
    return binary(row);
  }

  @Override
  public String text(int row) throws SQLException {
    return hex(binary(row));
  }

  static String hex(byte[] value) {
    StringBuilder text = new StringBuilder(2 + 2 * value.length).append("\\x");
    for (byte each : value) {
      text.append(Character.forDigit(each >> 4 & 15, 16)).append(Character.forDigit(each & 15, 16));
    }
    return text.toString();
  }
}
