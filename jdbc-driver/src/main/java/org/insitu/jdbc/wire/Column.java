/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A column of a result, an element of a list or a field of a struct. Immutable. */
public final class Column {
  private static final int NULLABLE = 1;

  /** A column of no name, no children, no zone. */
  private static final int BYTES_MIN = 4 + 8 + 4 + 4 + 4;

  private final String name;
  private final ColumnType type;
  private boolean nullable = true;
  private int precision;
  private int scale;
  private TimeUnit unit = TimeUnit.SECOND;
  private String warehouseType = "";
  private String zone = "";
  private List<Column> children = Collections.emptyList();

  private Column(String name, ColumnType type) {
    this.name = name;
    this.type = type;
  }

  /** A nullable column of a type without precision, unit or children. */
  public static Column of(String name, ColumnType type) {
    return new Column(name, type).checked();
  }

  public static Column decimal(String name, int precision, int scale) {
    Column column = new Column(name, ColumnType.DECIMAL);
    column.precision = precision;
    column.scale = scale;
    return column.checked();
  }

  /**
   * A TIME, TIMESTAMP or TIMESTAMPTZ.
   *
   * @param zone of a TIMESTAMPTZ, such as {@code Europe/Berlin}; else empty
   */
  public static Column temporal(String name, ColumnType type, TimeUnit unit, String zone) {
    Column column = new Column(name, type);
    column.unit = unit;
    column.zone = zone;
    return column.checked();
  }

  /** A LIST, MAP (of one STRUCT of key and value) or STRUCT. */
  public static Column nested(String name, ColumnType type, List<Column> children) {
    Column column = new Column(name, type);
    column.children = Collections.unmodifiableList(new ArrayList<>(children));
    return column.checked();
  }

  /** The same column that never holds NULL. */
  public Column notNull() {
    Column column = copy();
    column.nullable = false;
    return column;
  }

  /** The same column with the warehouse's own name of its type. */
  public Column warehouseType(String typeName) {
    Column column = copy();
    column.warehouseType = typeName;
    return column;
  }

  private Column copy() {
    Column column = new Column(name, type);
    column.nullable = nullable;
    column.precision = precision;
    column.scale = scale;
    column.unit = unit;
    column.warehouseType = warehouseType;
    column.zone = zone;
    column.children = children;
    return column;
  }

  private Column checked() {
    boolean precisionFits = type != ColumnType.DECIMAL || (precision >= 1 && precision <= 76);
    boolean childrenFit;
    switch (type) {
      case LIST:
        childrenFit = children.size() == 1;
        break;
      case MAP:
        childrenFit =
            children.size() == 1
                && children.get(0).type == ColumnType.STRUCT
                && children.get(0).children.size() == 2;
        break;
      case STRUCT:
        childrenFit = !children.isEmpty();
        break;
      default:
        childrenFit = children.isEmpty();
    }
    if (!precisionFits || !childrenFit || type == ColumnType.UUID) {
      throw WireException.malformed(
          "Column '"
              + name
              + "' of type "
              + type
              + " has precision "
              + precision
              + " and "
              + children.size()
              + " children");
    }
    return this;
  }

  /** Reads a list of columns. */
  public static List<Column> readAll(WireReader in) {
    return readAll(in, 0);
  }

  private static List<Column> readAll(WireReader in, int depth) {
    if (depth > Wire.NESTING_MAX) {
      throw WireException.malformed(
          "nesting: " + depth + " (expected: <= " + Wire.NESTING_MAX + ")");
    }
    return in.list("columns", Wire.COLUMNS_MAX, BYTES_MIN, r -> read(r, depth));
  }

  private static Column read(WireReader in, int depth) {
    Column column = new Column(in.string(), ColumnType.of(in.u8()));
    column.nullable = (in.u8() & NULLABLE) != 0;
    column.precision = in.u8();
    column.scale = (byte) in.u8();
    column.unit = TimeUnit.of(in.u8());
    in.bytes(3);
    column.warehouseType = in.string();
    column.zone = in.string();
    column.children = readAll(in, depth + 1);
    return column.checked();
  }

  static void write(WireWriter out, Column column) {
    out.string(column.name)
        .u8(column.type.number())
        .u8(column.nullable ? NULLABLE : 0)
        .u8(column.precision)
        .u8(column.scale)
        .u8(column.unit.number())
        .raw(new byte[3])
        .string(column.warehouseType)
        .string(column.zone)
        .list(column.children, Column::write);
  }

  public String name() {
    return name;
  }

  public ColumnType type() {
    return type;
  }

  public boolean nullable() {
    return nullable;
  }

  /** Of a DECIMAL; else 0. */
  public int precision() {
    return precision;
  }

  /** Of a DECIMAL; else 0. */
  public int scale() {
    return scale;
  }

  /** Of a TIME, TIMESTAMP or TIMESTAMPTZ. */
  public TimeUnit unit() {
    return unit;
  }

  /** The warehouse's own name of the type; may be empty. */
  public String warehouseType() {
    return warehouseType;
  }

  /** The zone to show a TIMESTAMPTZ in; empty: UTC. */
  public String zone() {
    return zone;
  }

  public List<Column> children() {
    return children;
  }

  /** Bytes of a value in a FIXED layout. */
  public int valueBytes() {
    return type == ColumnType.DECIMAL && precision > 38 ? 32 : type.width();
  }

  @Override
  public String toString() {
    return name + " " + type + (children.isEmpty() ? "" : children.toString());
  }
}
