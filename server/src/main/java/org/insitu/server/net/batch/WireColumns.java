/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.warehouse.Answer;
import org.insitu.jdbc.wire.Column;
import org.insitu.jdbc.wire.ColumnType;
import org.insitu.jdbc.wire.TimeUnit;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.jspecify.annotations.Nullable;

/** The columns of an Arrow schema as the wire names them, and a writer for each. */
final class WireColumns {
  private final LongFunction<@Nullable Dictionary> dictionaries;

  /** A column and what writes it. */
  record Typed(Column column, ColumnWriter writer) {}

  private WireColumns(LongFunction<@Nullable Dictionary> dictionaries) {
    this.dictionaries = dictionaries;
  }

  static List<Typed> of(Schema schema, LongFunction<@Nullable Dictionary> dictionaries) {
    return new WireColumns(dictionaries).typed(schema.getFields());
  }

  private List<Typed> typed(List<Field> fields) {
    List<Typed> typed = new ArrayList<>(fields.size());
    for (Field field : fields) {
      typed.add(typed(field, field.getName()));
    }
    return typed;
  }

  private Typed typed(Field field, String name) {
    Typed typed = nullable(field, name);
    Column column = field.isNullable() ? typed.column : typed.column.notNull();
    String typeName = field.getMetadata().getOrDefault(Answer.TYPE_NAME, "");
    return new Typed(typeName.isEmpty() ? column : column.warehouseType(typeName), typed.writer);
  }

  private Typed nullable(Field field, String name) {
    if (field.getDictionary() != null) {
      return new Typed(
          Column.of(name, ColumnType.VARCHAR),
          TextWriters.dictionary(field.getDictionary(), dictionaries));
    }
    return switch (field.getType()) {
      case ArrowType.Null t -> plain(name, ColumnType.NULL, FixedWidthWriters.NULLS);
      case ArrowType.Bool t -> plain(name, ColumnType.BOOLEAN, FixedWidthWriters.BITS);
      case ArrowType.Int t -> integer(name, t);
      case ArrowType.FloatingPoint t -> floating(name, t);
      case ArrowType.Decimal t -> decimal(name, t);
      case ArrowType.Utf8 t -> plain(name, ColumnType.VARCHAR, VariableWidthWriters.PLAIN);
      case ArrowType.LargeUtf8 t -> plain(name, ColumnType.VARCHAR, VariableWidthWriters.LARGE);
      case ArrowType.Utf8View t -> plain(name, ColumnType.VARCHAR, VariableWidthWriters.VIEWS);
      case ArrowType.Binary t -> plain(name, ColumnType.VARBINARY, VariableWidthWriters.PLAIN);
      case ArrowType.LargeBinary t -> plain(name, ColumnType.VARBINARY, VariableWidthWriters.LARGE);
      case ArrowType.BinaryView t -> plain(name, ColumnType.VARBINARY, VariableWidthWriters.VIEWS);
      case ArrowType.FixedSizeBinary t ->
          plain(name, ColumnType.VARBINARY, VariableWidthWriters.fixedSize(t.getByteWidth()));
      case ArrowType.Date t -> date(name, t);
      case ArrowType.Time t -> time(name, t);
      case ArrowType.Timestamp t -> timestamp(name, t);
      case ArrowType.Interval t -> interval(name, t);
      case ArrowType.Duration t ->
          plain(
              name, ColumnType.INTERVAL, FixedWidthWriters.duration(unit(t.getUnit()).nanosEach()));
      case ArrowType.List t -> list(field, name, ColumnType.LIST);
      case ArrowType.Map t -> map(field, name);
      case ArrowType.LargeList t -> list(field, name, ColumnType.LIST);
      case ArrowType.FixedSizeList t -> list(field, name, ColumnType.LIST);
      case ArrowType.Struct t -> struct(field, name);
      case ArrowType.Union t -> plain(name, ColumnType.VARCHAR, TextWriters.OBJECTS);
      case ArrowType.ExtensionType t -> extension(field, name, t);
      default -> throw notSent(name, field.getType());
    };
  }

  private static InsituException notSent(String name, ArrowType type) {
    return InsituException.of(
        ErrorCode.NOT_AVAILABLE_YET,
        "Column '" + name + "' has the type " + type + ", which this version does not send.");
  }

  private static Typed plain(String name, ColumnType type, ColumnWriter writer) {
    return new Typed(Column.of(name, type), writer);
  }

  private static Typed integer(String name, ArrowType.Int type) {
    int bytes = type.getBitWidth() / 8;
    ColumnType wire =
        switch (type.getBitWidth()) {
          case 8 -> type.getIsSigned() ? ColumnType.TINYINT : ColumnType.UTINYINT;
          case 16 -> type.getIsSigned() ? ColumnType.SMALLINT : ColumnType.USMALLINT;
          case 32 -> type.getIsSigned() ? ColumnType.INTEGER : ColumnType.UINTEGER;
          default -> type.getIsSigned() ? ColumnType.BIGINT : ColumnType.UBIGINT;
        };
    return plain(name, wire, FixedWidthWriters.plain(bytes));
  }

  private static Typed floating(String name, ArrowType.FloatingPoint type) {
    return switch (type.getPrecision()) {
      case HALF -> plain(name, ColumnType.REAL, FixedWidthWriters.HALF_FLOATS);
      case SINGLE -> plain(name, ColumnType.REAL, FixedWidthWriters.plain(Float.BYTES));
      case DOUBLE -> plain(name, ColumnType.DOUBLE, FixedWidthWriters.plain(Double.BYTES));
    };
  }

  private static Typed decimal(String name, ArrowType.Decimal type) {
    Column column = Column.decimal(name, type.getPrecision(), type.getScale());
    int width = type.getBitWidth() / 8;
    if (width == column.valueBytes()) {
      return new Typed(column, FixedWidthWriters.plain(width));
    }
    if (width < column.valueBytes()) {
      throw notSent(name, type);
    }
    // Wide values of few digits: the low bytes are the value.
    return new Typed(
        column,
        FixedWidthWriters.converted(
            column.valueBytes(),
            (data, i, out) -> {
              out.putLong(data.getLong(i * width));
              out.putLong(data.getLong(i * width + Long.BYTES));
            }));
  }

  private static Typed date(String name, ArrowType.Date type) {
    return switch (type.getUnit()) {
      case DAY -> plain(name, ColumnType.DATE, FixedWidthWriters.plain(Integer.BYTES));
      case MILLISECOND -> plain(name, ColumnType.DATE, FixedWidthWriters.DATE_MILLIS);
    };
  }

  private static Typed time(String name, ArrowType.Time type) {
    Column column = Column.temporal(name, ColumnType.TIME, unit(type.getUnit()), "");
    return new Typed(
        column,
        type.getBitWidth() == 32 ? FixedWidthWriters.TIME_32 : FixedWidthWriters.plain(Long.BYTES));
  }

  private static Typed timestamp(String name, ArrowType.Timestamp type) {
    String zone = type.getTimezone();
    ColumnType wire = zone == null ? ColumnType.TIMESTAMP : ColumnType.TIMESTAMPTZ;
    Column column = Column.temporal(name, wire, unit(type.getUnit()), zone == null ? "" : zone);
    return new Typed(column, FixedWidthWriters.plain(Long.BYTES));
  }

  private static Typed interval(String name, ArrowType.Interval type) {
    return plain(
        name,
        ColumnType.INTERVAL,
        switch (type.getUnit()) {
          case YEAR_MONTH -> FixedWidthWriters.MONTHS;
          case DAY_TIME -> FixedWidthWriters.DAYS_AND_MILLIS;
          case MONTH_DAY_NANO -> FixedWidthWriters.plain(16);
        });
  }

  private Typed list(Field field, String name, ColumnType type) {
    Typed item = typed(field.getChildren().getFirst(), "item");
    ColumnWriter writer =
        switch (field.getType()) {
          case ArrowType.LargeList t -> NestedWriters.largeList(item.writer);
          case ArrowType.FixedSizeList t -> NestedWriters.fixedSizeList(item.writer);
          default -> NestedWriters.list(item.writer);
        };
    return new Typed(Column.nested(name, type, List.of(item.column)), writer);
  }

  private Typed map(Field field, String name) {
    Field pair = field.getChildren().getFirst();
    Typed key = typed(pair.getChildren().get(0), "key");
    Typed value = typed(pair.getChildren().get(1), "value");
    Column entries =
        Column.nested("entries", ColumnType.STRUCT, List.of(key.column, value.column)).notNull();
    ColumnWriter writer =
        NestedWriters.list(NestedWriters.struct(List.of(key.writer, value.writer)));
    return new Typed(Column.nested(name, ColumnType.MAP, List.of(entries)), writer);
  }

  private Typed struct(Field field, String name) {
    List<Typed> children = typed(field.getChildren());
    return new Typed(
        Column.nested(name, ColumnType.STRUCT, children.stream().map(Typed::column).toList()),
        NestedWriters.struct(children.stream().map(Typed::writer).toList()));
  }

  private Typed extension(Field field, String name, ArrowType.ExtensionType type) {
    if (type.extensionName().equals("arrow.uuid")) {
      return plain(name, ColumnType.VARCHAR, TextWriters.OBJECTS);
    }
    Field storage =
        new Field(
            name, new FieldType(field.isNullable(), type.storageType(), null), field.getChildren());
    Typed typed = nullable(storage, name);
    return new Typed(typed.column, TextWriters.storage(typed.writer));
  }

  private static TimeUnit unit(org.apache.arrow.vector.types.TimeUnit unit) {
    return switch (unit) {
      case SECOND -> TimeUnit.SECOND;
      case MILLISECOND -> TimeUnit.MILLISECOND;
      case MICROSECOND -> TimeUnit.MICROSECOND;
      case NANOSECOND -> TimeUnit.NANOSECOND;
    };
  }
}
