/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.util.ArrayList;
import java.util.List;
import org.insitu.jdbc.wire.Column;

/** Chooses the reader of each column. */
public final class ColumnReaders {
  private ColumnReaders() {}

  public static ColumnReader[] of(List<Column> columns) {
    ColumnReader[] readers = new ColumnReader[columns.size()];
    for (int i = 0; i < readers.length; i++) {
      readers[i] = of(columns.get(i));
    }
    return readers;
  }

  static ColumnReader of(Column column) {
    switch (column.type()) {
      case NULL:
        return new NullReader(column);
      case BOOLEAN:
        return new BooleanReader(column);
      case TINYINT:
        return new TinyintReader(column);
      case SMALLINT:
        return new SmallintReader(column);
      case INTEGER:
        return new IntegerReader(column);
      case BIGINT:
        return new BigintReader(column);
      case UTINYINT:
      case USMALLINT:
      case UINTEGER:
        return new UnsignedReader(column);
      case UBIGINT:
        return new UbigintReader(column);
      case REAL:
        return new RealReader(column);
      case DOUBLE:
        return new DoubleReader(column);
      case DECIMAL:
        return new DecimalReader(column);
      case VARCHAR:
        return new TextReader(column);
      case VARBINARY:
        return new BinaryReader(column);
      case DATE:
        return new DateReader(column);
      case TIME:
        return new TimeReader(column);
      case TIMESTAMP:
        return new TimestampReader(column);
      case TIMESTAMPTZ:
        return new InstantReader(column);
      case INTERVAL:
        return new IntervalReader(column);
      case LIST:
        return new ListReader(column, of(column.children().get(0)));
      case MAP:
        return mapReader(column);
      case STRUCT:
        return new StructReader(column, children(column));
      default:
        throw new IllegalArgumentException("Not a type of columns: " + column.type());
    }
  }

  private static MapReader mapReader(Column column) {
    Column entry = column.children().get(0);
    return new MapReader(column, new StructReader(entry, children(entry)));
  }

  private static List<ColumnReader> children(Column column) {
    List<ColumnReader> readers = new ArrayList<>();
    for (Column child : column.children()) {
      readers.add(of(child));
    }
    return readers;
  }
}
