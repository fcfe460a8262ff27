/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.List;
import java.util.stream.Collectors;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;

/** Writes values as a user writes them. */
final class Spelling {
  private Spelling() {}

  static String of(OptionValue value) {
    return switch (value) {
      case OptionValue.Text text -> "'" + text.value().replace("'", "''") + "'";
      case OptionValue.Numeric number -> number.value().toString();
      case OptionValue.Bool bool -> bool.value() ? "TRUE" : "FALSE";
      case OptionValue.Null n -> "NULL";
      case OptionValue.Array array -> array(array.values());
      case OptionValue.Struct struct ->
          struct.fields().stream()
              .map(Spelling::field)
              .collect(Collectors.joining(", ", "STRUCT(", ")"));
      case OptionValue.Range range -> "HPARAM_RANGE(" + range.low() + ", " + range.high() + ")";
      case OptionValue.Candidates candidates ->
          "HPARAM_CANDIDATES(" + array(candidates.values()) + ")";
    };
  }

  private static String field(Option field) {
    return of(field.value()) + " AS " + field.name();
  }

  private static String array(List<OptionValue> values) {
    return values.stream().map(Spelling::of).collect(Collectors.joining(", ", "[", "]"));
  }
}
