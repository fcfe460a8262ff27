/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.explain;

import java.util.Locale;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * What leaves a stage.
 *
 * @param what in words
 * @param rows the rows expected; -1 when nobody can say
 * @param bytes the bytes expected as Arrow columns; -1 when nobody can say
 */
public record Transfer(String what, double rows, double bytes) {

  /** A text or a list, its length and its share of short values included. */
  private static final int VARIABLE_BYTES = 16;

  /** Nothing, or so little that it is not counted. */
  public static Transfer of(String what) {
    return new Transfer(what, -1, -1);
  }

  /**
   * Columns of a query.
   *
   * @param rows -1 when the warehouse does not say
   */
  public static Transfer of(String what, double rows, Schema columns) {
    double width = columns.getFields().stream().mapToDouble(Transfer::width).sum();
    return new Transfer(what, rows, rows < 0 ? -1 : rows * width);
  }

  /** One line. */
  public String text() {
    return rows < 0 ? what : "%s, about %s, %s".formatted(what, counted(rows), size(bytes));
  }

  private static String counted(double rows) {
    return String.format(Locale.ROOT, "%,.0f row%s", rows, rows == 1 ? "" : "s");
  }

  private static String size(double bytes) {
    double shown = bytes;
    String unit = "B";
    for (String next : new String[] {"KB", "MB", "GB", "TB"}) {
      if (shown < 1000) {
        break;
      }
      shown /= 1000;
      unit = next;
    }
    return String.format(Locale.ROOT, "%.3g %s", shown, unit);
  }

  private static double width(Field field) {
    if (field.getDictionary() != null) {
      return Integer.BYTES;
    }
    return switch (field.getType()) {
      case ArrowType.Bool _ -> 1.0 / Byte.SIZE;
      case ArrowType.Int i -> i.getBitWidth() / (double) Byte.SIZE;
      case ArrowType.FloatingPoint f ->
          switch (f.getPrecision()) {
            case HALF -> Short.BYTES;
            case SINGLE -> Float.BYTES;
            case DOUBLE -> Double.BYTES;
          };
      case ArrowType.Decimal d -> d.getBitWidth() / (double) Byte.SIZE;
      case ArrowType.Date _ -> Integer.BYTES;
      case ArrowType.Time _, ArrowType.Timestamp _, ArrowType.Duration _ -> Long.BYTES;
      case ArrowType.Struct _ -> field.getChildren().stream().mapToDouble(Transfer::width).sum();
      default -> VARIABLE_BYTES;
    };
  }
}
