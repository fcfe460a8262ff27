/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.sql.SQLException;
import java.util.List;
import org.insitu.jdbc.wire.Column;

/** STRUCT: a {@link org.insitu.jdbc.NamedStruct} of its own copy of the fields. */
final class StructReader extends ColumnReader {
  private final List<ColumnReader> fields;

  StructReader(Column column, List<ColumnReader> fields) {
    super(column);
    this.fields = fields;
  }

  @Override
  void bindBuffers(BatchCursor cursor) {
    for (ColumnReader field : fields) {
      field.bind(cursor, length());
    }
  }

  ColumnReader field(int index) {
    return fields.get(index);
  }

  @Override
  Object object(int row) throws SQLException {
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = fields.get(i).getObject(row);
    }
    return new StructValue(column, values);
  }

  @Override
  public String text(int row) throws SQLException {
    StringBuilder text = new StringBuilder("{");
    for (ColumnReader field : fields) {
      text.append(text.length() == 1 ? "" : ", ").append(field.column().name());
      text.append(": ").append(ValueText.of(field.getString(row)));
    }
    return text.append('}').toString();
  }
}
