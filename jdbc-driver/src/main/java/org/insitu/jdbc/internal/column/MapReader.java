/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.insitu.jdbc.wire.Column;

/** MAP: a {@link Map} in the order of the entries, of its own copy of them. */
final class MapReader extends OffsetsReader {
  private final ColumnReader key;
  private final ColumnReader value;

  MapReader(Column column, StructReader entry) {
    super(column, entry);
    this.key = entry.field(0);
    this.value = entry.field(1);
  }

  @Override
  Object object(int row) throws SQLException {
    Map<Object, Object> map = new LinkedHashMap<>();
    int end = end(row);
    for (int i = start(row); i < end; i++) {
      map.put(key.getObject(i), value.getObject(i));
    }
    return Collections.unmodifiableMap(map);
  }

  @Override
  public String text(int row) throws SQLException {
    StringBuilder text = new StringBuilder("{");
    int end = end(row);
    for (int i = start(row); i < end; i++) {
      text.append(text.length() == 1 ? "" : ", ").append(key.getString(i));
      text.append('=').append(ValueText.of(value.getString(i)));
    }
    return text.append('}').toString();
  }
}
