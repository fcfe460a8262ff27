/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

/** The types of columns and parameters, with the buffers of each in a batch. */
public enum ColumnType {
  NULL(0, 0, Layout.NONE),
  BOOLEAN(1, 0, Layout.BITS),
  TINYINT(2, 1, Layout.FIXED),
  SMALLINT(3, 2, Layout.FIXED),
  INTEGER(4, 4, Layout.FIXED),
  BIGINT(5, 8, Layout.FIXED),
  UTINYINT(6, 1, Layout.FIXED),
  USMALLINT(7, 2, Layout.FIXED),
  UINTEGER(8, 4, Layout.FIXED),
  UBIGINT(9, 8, Layout.FIXED),
  REAL(10, 4, Layout.FIXED),
  DOUBLE(11, 8, Layout.FIXED),
  /** 16 bytes up to precision 38, else 32. */
  DECIMAL(12, 16, Layout.FIXED),
  VARCHAR(13, 0, Layout.VARIABLE),
  VARBINARY(14, 0, Layout.VARIABLE),
  DATE(15, 4, Layout.FIXED),
  TIME(16, 8, Layout.FIXED),
  TIMESTAMP(17, 8, Layout.FIXED),
  TIMESTAMPTZ(18, 8, Layout.FIXED),
  INTERVAL(19, 16, Layout.FIXED),
  LIST(20, 0, Layout.OFFSETS),
  STRUCT(21, 0, Layout.CHILDREN),
  MAP(22, 0, Layout.OFFSETS),
  /** Of parameters only; columns come as VARCHAR. */
  UUID(23, 16, Layout.FIXED);

  /** Which buffers a column has. */
  public enum Layout {
    /** No buffers, not even validity. */
    NONE(0),
    /** Validity, bits. */
    BITS(2),
    /** Validity, values of one width. */
    FIXED(2),
    /** Validity, offsets, data. */
    VARIABLE(3),
    /** Validity, offsets; then the child. */
    OFFSETS(2),
    /** Validity; then the children. */
    CHILDREN(1);

    private final int buffers;

    Layout(int buffers) {
      this.buffers = buffers;
    }

    /** How many buffers, validity included. */
    public int buffers() {
      return buffers;
    }
  }

  private static final ColumnType[] BY_NUMBER = values();

  private final int number;
  private final int width;
  private final Layout layout;

  ColumnType(int number, int width, Layout layout) {
    this.number = number;
    this.width = width;
    this.layout = layout;
  }

  public int number() {
    return number;
  }

  public Layout layout() {
    return layout;
  }

  /** Bytes of a value of a FIXED layout; see {@link Column#valueBytes} for DECIMAL. */
  int width() {
    return width;
  }

  /**
   * The type of a number.
   *
   * @throws WireException when there is none
   */
  public static ColumnType of(int number) {
    if (number >= BY_NUMBER.length) {
      throw WireException.malformed("Unknown type number " + number);
    }
    return BY_NUMBER[number];
  }
}
