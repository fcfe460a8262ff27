/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.sql.SQLException;
import org.insitu.jdbc.wire.Column;

/** LIST: a {@link java.sql.Array} of its own copy of the elements. */
final class ListReader extends OffsetsReader {
  private final ColumnReader element;

  ListReader(Column column, ColumnReader element) {
    super(column, element);
    this.element = element;
  }

  @Override
  Object object(int row) throws SQLException {
    int start = start(row);
    Object[] values = new Object[end(row) - start];
    for (int i = 0; i < values.length; i++) {
      values[i] = element.getObject(start + i);
    }
    return new ListValue(element.column(), values);
  }

  @Override
  public String text(int row) throws SQLException {
    int end = end(row);
    StringBuilder text = new StringBuilder("[");
    for (int i = start(row); i < end; i++) {
      text.append(text.length() == 1 ? "" : ", ").append(ValueText.of(element.getString(i)));
    }
    return text.append(']').toString();
  }
}
