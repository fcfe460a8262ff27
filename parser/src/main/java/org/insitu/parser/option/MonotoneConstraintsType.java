/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;

/** MONOTONE_CONSTRAINTS: {@code [STRUCT('age', 1), STRUCT('price', -1)]}, fields named or not. */
final class MonotoneConstraintsType implements ValueType<Map<String, Integer>> {
  private static final ValueType<Long> DIRECTION = ValueTypes.integer(-1, 1);

  @Override
  public String name() {
    return "ARRAY<STRUCT<STRING, INT64>>";
  }

  @Override
  public String range() {
    return "each -1, 0 or 1";
  }

  @Override
  public Map<String, Integer> read(OptionValue value) throws Refusal {
    if (!(value instanceof OptionValue.Array array)) {
      throw new WrongType(value);
    }
    Map<String, Integer> directions = new LinkedHashMap<>();
    for (OptionValue item : array.values()) {
      if (!(item instanceof OptionValue.Struct struct) || struct.fields().size() != 2) {
        throw new WrongType(value);
      }
      List<Option> fields = struct.fields();
      int direction = Math.toIntExact(DIRECTION.read(fields.get(1).value()));
      if (directions.put(ValueTypes.STRING.read(fields.get(0).value()), direction) != null) {
        throw new OutOfRange(value);
      }
    }
    return directions;
  }

  @Override
  public boolean allows(Map<String, Integer> directions) {
    return directions.values().stream().allMatch(each -> Math.abs(each) <= 1);
  }
}
