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

/** LABELS: {@code [STRUCT('team', 'sales'), ...]}, the fields named or not. */
final class LabelsType implements ValueType<Map<String, String>> {
  @Override
  public String name() {
    return "ARRAY<STRUCT<STRING, STRING>>";
  }

  @Override
  public String range() {
    return "each key once, not empty";
  }

  @Override
  public Map<String, String> read(OptionValue value) throws Refusal {
    if (!(value instanceof OptionValue.Array array)) {
      throw new WrongType(value);
    }
    Map<String, String> labels = new LinkedHashMap<>();
    for (OptionValue item : array.values()) {
      if (!(item instanceof OptionValue.Struct struct) || struct.fields().size() != 2) {
        throw new WrongType(value);
      }
      List<Option> fields = struct.fields();
      String key = ValueTypes.STRING.read(fields.get(0).value());
      if (key.isEmpty() || labels.put(key, ValueTypes.STRING.read(fields.get(1).value())) != null) {
        throw new OutOfRange(value);
      }
    }
    return labels;
  }
}
