/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes rows of Java values as a BATCH payload: for small lists and for tests. A server writes its
 * vectors' buffers themselves, in the same order.
 *
 * <p>Values are of {@link Parameter}'s classes, any Number for the whole numbers; a STRUCT is a
 * List of its fields, a MAP a Map.
 */
public final class BatchWriter {
  private final BatchLayout.Builder layout;
  private final List<byte[]> buffers = new ArrayList<>();

  private BatchWriter(int rows) {
    this.layout = new BatchLayout.Builder(rows);
  }

  /** The payload of one batch of these rows, each with a value or null per column. */
  public static byte[] payload(List<Column> columns, List<? extends List<?>> rows) {
    BatchWriter writer = new BatchWriter(rows.size());
    for (int i = 0; i < columns.size(); i++) {
      writer.node(columns.get(i), field(rows, i));
    }
    return writer.finish();
  }

  private byte[] finish() {
    BatchLayout built = layout.build(Integer.MAX_VALUE - 16);
    byte[] payload = Arrays.copyOf(built.header().array(), built.payloadBytes());
    for (int i = 0; i < buffers.size(); i++) {
      System.arraycopy(buffers.get(i), 0, payload, built.offset(i), built.bytes(i));
    }
    return payload;
  }

  private static List<Object> field(List<? extends List<?>> rows, int index) {
    List<Object> values = new ArrayList<>(rows.size());
    for (List<?> row : rows) {
      values.add(row == null ? null : row.get(index));
    }
    return values;
  }

  private void node(Column column, List<?> values) {
    boolean[] present = new boolean[values.size()];
    int nulls = 0;
    for (int i = 0; i < present.length; i++) {
      present[i] = values.get(i) != null;
      nulls += present[i] ? 0 : 1;
    }
    layout.node(present.length, nulls);
    if (column.type().layout() != ColumnType.Layout.NONE) {
      buffer(nulls == 0 ? new byte[0] : bits(present));
    }
    switch (column.type().layout()) {
      case NONE:
        break;
      case BITS:
        for (int i = 0; i < present.length; i++) {
          present[i] = Boolean.TRUE.equals(values.get(i));
        }
        buffer(bits(present));
        break;
      case FIXED:
        buffer(fixed(column, values));
        break;
      case VARIABLE:
        variable(column, values);
        break;
      case OFFSETS:
        offsets(column, values);
        break;
      case CHILDREN:
        @SuppressWarnings("unchecked")
        List<List<Object>> structs = (List<List<Object>>) values;
        for (int i = 0; i < column.children().size(); i++) {
          node(column.children().get(i), field(structs, i));
        }
        break;
    }
  }

  private void buffer(byte[] bytes) {
    layout.buffer(bytes.length);
    buffers.add(bytes);
  }

  private static byte[] bits(boolean[] values) {
    byte[] bits = new byte[(values.length + 7) / 8];
    for (int i = 0; i < values.length; i++) {
      if (values[i]) {
        bits[i >> 3] |= (byte) (1 << (i & 7));
      }
    }
    return bits;
  }

  private void variable(Column column, List<?> values) {
    List<byte[]> parts = new ArrayList<>(values.size());
    ByteBuffer offsets = littleEndian(4 * values.size() + 4);
    int end = 0;
    offsets.putInt(end);
    for (Object value : values) {
      byte[] part = value == null ? new byte[0] : bytes(column, value);
      parts.add(part);
      end = Math.addExact(end, part.length);
      offsets.putInt(end);
    }
    ByteBuffer data = ByteBuffer.allocate(end);
    parts.forEach(data::put);
    buffer(offsets.array());
    buffer(data.array());
  }

  private static byte[] bytes(Column column, Object value) {
    return column.type() == ColumnType.VARCHAR
        ? ((String) value).getBytes(StandardCharsets.UTF_8)
        : (byte[]) value;
  }

  private void offsets(Column column, List<?> values) {
    List<Object> children = new ArrayList<>();
    ByteBuffer offsets = littleEndian(4 * values.size() + 4);
    offsets.putInt(0);
    for (Object value : values) {
      if (value instanceof Map) {
        ((Map<?, ?>) value).forEach((k, v) -> children.add(Arrays.asList(k, v)));
      } else if (value != null) {
        children.addAll((List<?>) value);
      }
      offsets.putInt(children.size());
    }
    buffer(offsets.array());
    node(column.children().get(0), children);
  }

  private static byte[] fixed(Column column, List<?> values) {
    int width = column.valueBytes();
    ByteBuffer out = littleEndian(width * values.size());
    for (int i = 0; i < values.size(); i++) {
      out.position(i * width);
      if (values.get(i) != null) {
        put(out, column, values.get(i));
      }
    }
    return out.array();
  }

  private static void put(ByteBuffer out, Column column, Object value) {
    switch (column.type()) {
      case TINYINT:
      case UTINYINT:
        out.put(((Number) value).byteValue());
        break;
      case SMALLINT:
      case USMALLINT:
        out.putShort(((Number) value).shortValue());
        break;
      case INTEGER:
      case UINTEGER:
        out.putInt(((Number) value).intValue());
        break;
      case BIGINT:
      case UBIGINT:
        out.putLong(((Number) value).longValue());
        break;
      case REAL:
        out.putFloat((Float) value);
        break;
      case DOUBLE:
        out.putDouble((Double) value);
        break;
      case DECIMAL:
        putDecimal(out, column, (BigDecimal) value);
        break;
      case DATE:
        out.putInt((int) ((LocalDate) value).toEpochDay());
        break;
      case TIME:
        out.putLong(((LocalTime) value).toNanoOfDay() / column.unit().nanosEach());
        break;
      case TIMESTAMP:
        LocalDateTime local = (LocalDateTime) value;
        out.putLong(units(column.unit(), local.toEpochSecond(ZoneOffset.UTC), local.getNano()));
        break;
      case TIMESTAMPTZ:
        OffsetDateTime instant = (OffsetDateTime) value;
        out.putLong(units(column.unit(), instant.toEpochSecond(), instant.getNano()));
        break;
      case INTERVAL:
        Interval interval = (Interval) value;
        out.putInt(interval.months()).putInt(interval.days()).putLong(interval.nanos());
        break;
      default:
        throw new IllegalArgumentException("Not of a fixed width: " + column.type());
    }
  }

  private static long units(TimeUnit unit, long second, int nano) {
    return Math.addExact(Math.multiplyExact(second, unit.perSecond()), nano / unit.nanosEach());
  }

  private static void putDecimal(ByteBuffer out, Column column, BigDecimal value) {
    byte[] bigEndian = value.setScale(column.scale()).unscaledValue().toByteArray();
    byte sign = (byte) (bigEndian[0] >> 7);
    for (int i = 0; i < column.valueBytes(); i++) {
      out.put(i < bigEndian.length ? bigEndian[bigEndian.length - 1 - i] : sign);
    }
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
