/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.answer;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TimeStampMicroVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.warehouse.Answer;
import org.insitu.planner.table.ColumnType;
import org.insitu.planner.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table of scalar constants as one batch. Timestamps are given as text {@code 2026-11-22T10:00}.
 */
public final class TableAnswer implements Answer {
  private final VectorSchemaRoot root;
  private boolean delivered;

  private TableAnswer(VectorSchemaRoot root) {
    this.root = root;
  }

  /** The Arrow columns of a table of scalars. */
  public static Schema schema(List<Table.Column> columns) {
    List<Field> fields = new ArrayList<>();
    for (Table.Column column : columns) {
      fields.add(new Field(column.name(), FieldType.nullable(arrowType(column.type())), null));
    }
    return new Schema(fields);
  }

  public static TableAnswer of(Table table, BufferAllocator allocator) {
    VectorSchemaRoot root = VectorSchemaRoot.create(schema(table.columns()), allocator);
    root.allocateNew();
    for (int row = 0; row < table.rows().size(); row++) {
      for (int column = 0; column < table.columns().size(); column++) {
        set(root.getVector(column), row, table.rows().get(row).get(column));
      }
    }
    root.setRowCount(table.rows().size());
    return new TableAnswer(root);
  }

  private static ArrowType arrowType(ColumnType type) {
    if (!(type instanceof ColumnType.Scalar scalar)) {
      throw new IllegalArgumentException("not a scalar column: " + type);
    }
    return switch (scalar.type()) {
      case BOOLEAN -> ArrowType.Bool.INSTANCE;
      case BIGINT -> new ArrowType.Int(64, true);
      case FLOAT, DOUBLE -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
      case VARCHAR, DATE -> ArrowType.Utf8.INSTANCE;
      case TIMESTAMP -> new ArrowType.Timestamp(TimeUnit.MICROSECOND, null);
      case DOUBLE_LIST, STRUCT_LIST ->
          throw new IllegalArgumentException("not a scalar column: " + type);
    };
  }

  private static void set(FieldVector vector, int row, @Nullable Object value) {
    if (value == null) {
      vector.setNull(row);
      return;
    }
    switch (vector) {
      case BitVector bits -> bits.setSafe(row, (Boolean) value ? 1 : 0);
      case BigIntVector longs -> longs.setSafe(row, (Long) value);
      case Float8Vector doubles -> doubles.setSafe(row, (Double) value);
      case VarCharVector texts ->
          texts.setSafe(row, value.toString().getBytes(StandardCharsets.UTF_8));
      case TimeStampMicroVector times -> times.setSafe(row, micros(value.toString()));
      default -> throw new IllegalArgumentException("no value for " + vector.getField());
    }
  }

  private static long micros(String text) {
    LocalDateTime time = LocalDateTime.parse(text);
    return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000L + time.getNano() / 1_000;
  }

  @Override
  public Schema schema() {
    return root.getSchema();
  }

  @Override
  public long updateCount() {
    return -1;
  }

  @Override
  public boolean next() {
    boolean first = !delivered;
    delivered = true;
    return first && root.getRowCount() > 0;
  }

  @Override
  public VectorSchemaRoot batch() {
    return root;
  }

  @Override
  public @Nullable Dictionary dictionary(long id) {
    return null;
  }

  @Override
  public void close() {
    root.close();
  }
}
