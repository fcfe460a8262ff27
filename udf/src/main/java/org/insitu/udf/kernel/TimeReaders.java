/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.nio.IntBuffer;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.kernel.Values.Longs;

/** Readers of dates, as days, and of timestamps, as microseconds. */
final class TimeReaders {
  private static final long MILLISECONDS_A_DAY = 86_400_000;

  private TimeReaders() {}

  static ColumnReader dates(int index, DateUnit unit) {
    Longs values = new Longs();
    return new ColumnReader(index, ValueType.DATE, values) {
      @Override
      protected void load(int from, int count) {
        switch (unit) {
          case DAY -> {
            IntBuffer days = data(from, count, Integer.BYTES).asIntBuffer();
            for (int i = 0; i < count; i++) {
              values.values[i] = days.get(i);
            }
          }
          case MILLISECOND -> {
            data(from, count, Long.BYTES).asLongBuffer().get(values.values, 0, count);
            for (int i = 0; i < count; i++) {
              values.values[i] = Math.floorDiv(values.values[i], MILLISECONDS_A_DAY);
            }
          }
        }
      }
    };
  }

  static ColumnReader timestamps(int index, TimeUnit unit) {
    Longs values = new Longs();
    return new ColumnReader(index, ValueType.TIMESTAMP, values) {
      @Override
      protected void load(int from, int count) {
        data(from, count, Long.BYTES).asLongBuffer().get(values.values, 0, count);
        for (int i = 0; i < count; i++) {
          values.values[i] = microseconds(values.values[i], unit);
        }
      }
    };
  }

  private static long microseconds(long value, TimeUnit unit) {
    return switch (unit) {
      case SECOND -> value * 1_000_000;
      case MILLISECOND -> value * 1_000;
      case MICROSECOND -> value;
      case NANOSECOND -> Math.floorDiv(value, 1_000L);
    };
  }
}
