/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net.batch;

import java.nio.ByteBuffer;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.util.Float16;

/** Columns whose values all take the same number of bytes. */
final class FixedWidthWriters {
  private static final long MILLIS_PER_DAY = 86_400_000;

  private FixedWidthWriters() {}

  /** All NULL, no buffers. */
  static final ColumnWriter NULLS = (vector, from, count, plan) -> plan.node(count, count);

  /** BOOLEAN. */
  static final ColumnWriter BITS =
      (vector, from, count, plan) -> {
        Bits.node(plan, vector, from, count);
        Bits.copy(plan, vector.getDataBuffer(), from, count);
      };

  /** Values that are already as the wire wants them. */
  static ColumnWriter plain(int width) {
    return (vector, from, count, plan) -> {
      Bits.node(plan, vector, from, count);
      plan.copy(vector.getDataBuffer(), (long) from * width, (long) count * width);
    };
  }

  /** Reads value {@code i} of a data buffer and puts it as the wire wants it. */
  @FunctionalInterface
  interface Conversion {
    void put(ArrowBuf data, long i, ByteBuffer out);
  }

  /** Values that are converted to another width. */
  static ColumnWriter converted(int width, Conversion conversion) {
    return (vector, from, count, plan) -> {
      Bits.node(plan, vector, from, count);
      ArrowBuf data = vector.getDataBuffer();
      plan.buffer(
          (long) count * width,
          out -> {
            for (int i = 0; i < count; i++) {
              conversion.put(data, (long) from + i, out);
            }
          });
    };
  }

  /** TIME of 4 bytes, in seconds or milliseconds. */
  static final ColumnWriter TIME_32 =
      converted(8, (data, i, out) -> out.putLong(data.getInt(4 * i)));

  /** DATE in milliseconds. */
  static final ColumnWriter DATE_MILLIS =
      converted(
          4,
          (data, i, out) -> out.putInt((int) Math.floorDiv(data.getLong(8 * i), MILLIS_PER_DAY)));

  /** A float of 2 bytes. */
  static final ColumnWriter HALF_FLOATS =
      converted(4, (data, i, out) -> out.putFloat(Float16.toFloat(data.getShort(2 * i))));

  /** INTERVAL YEAR TO MONTH. */
  static final ColumnWriter MONTHS =
      converted(16, (data, i, out) -> out.putInt(data.getInt(4 * i)).putInt(0).putLong(0));

  /** INTERVAL DAY TO SECOND: days and milliseconds. */
  static final ColumnWriter DAYS_AND_MILLIS =
      converted(
          16,
          (data, i, out) ->
              out.putInt(0)
                  .putInt(data.getInt(8 * i))
                  .putLong(1_000_000L * data.getInt(8 * i + 4)));

  /**
   * A duration, shown as an interval of time.
   *
   * @param nanosEach nanoseconds of its unit; what leaves 292 years is an error
   */
  static ColumnWriter duration(long nanosEach) {
    return converted(
        16,
        (data, i, out) ->
            out.putInt(0).putInt(0).putLong(Math.multiplyExact(data.getLong(8 * i), nanosEach)));
  }
}
