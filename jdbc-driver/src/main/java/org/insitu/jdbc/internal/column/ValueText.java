/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

/** The text of a value inside of a list or struct. */
final class ValueText {
  private ValueText() {}

  static String of(Object value) {
    if (value == null) {
      return "NULL";
    }
    return value instanceof byte[] ? BinaryReader.hex((byte[]) value) : value.toString();
  }
}
