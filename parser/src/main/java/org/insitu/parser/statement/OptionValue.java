/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.statement;

import java.math.BigDecimal;
import java.util.List;

/** The value of an option in OPTIONS(...) or STRUCT(... AS name). */
public sealed interface OptionValue {
  record Text(String value) implements OptionValue {}

  record Numeric(BigDecimal value) implements OptionValue {}

  record Bool(boolean value) implements OptionValue {}

  record Null() implements OptionValue {}

  record Array(List<OptionValue> values) implements OptionValue {
    public Array {
      values = List.copyOf(values);
    }
  }

  /** STRUCT(value AS name, ...). */
  record Struct(List<Option> fields) implements OptionValue {
    public Struct {
      fields = List.copyOf(fields);
    }
  }

  /** HPARAM_RANGE(low, high). */
  record Range(BigDecimal low, BigDecimal high) implements OptionValue {}

  /** HPARAM_CANDIDATES([...]). */
  record Candidates(List<OptionValue> values) implements OptionValue {
    public Candidates {
      values = List.copyOf(values);
    }
  }
}
