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

/**
 * CLASS_WEIGHTS: {@code [STRUCT('yes', 2.0), STRUCT('no', 1.0)]}, the fields named or not. The
 * classes are texts; a number or a boolean is its own text.
 */
final class ClassWeightsType implements ValueType<Map<String, Double>> {
  /** A class that weighs nothing would be a class that the fit does not know. */
  private static final ValueType<Double> WEIGHT = ValueTypes.POSITIVE;

  @Override
  public String name() {
    return "ARRAY<STRUCT<STRING, FLOAT64>>";
  }

  @Override
  public String range() {
    return "each weight " + WEIGHT.range();
  }

  @Override
  public Map<String, Double> read(OptionValue value) throws Refusal {
    if (!(value instanceof OptionValue.Array array)) {
      throw new WrongType(value);
    }
    Map<String, Double> weights = new LinkedHashMap<>();
    for (OptionValue item : array.values()) {
      if (!(item instanceof OptionValue.Struct struct) || struct.fields().size() != 2) {
        throw new WrongType(value);
      }
      List<Option> fields = struct.fields();
      double weight = WEIGHT.read(fields.get(1).value());
      if (weights.put(label(fields.get(0).value()), weight) != null) {
        throw new OutOfRange(value);
      }
    }
    return weights;
  }

  @Override
  public boolean allows(Map<String, Double> weights) {
    return weights.values().stream().allMatch(WEIGHT::allows);
  }

  private static String label(OptionValue value) throws Refusal {
    return switch (value) {
      case OptionValue.Text text -> text.value();
      case OptionValue.Numeric number -> number.value().toPlainString();
      case OptionValue.Bool bool -> Boolean.toString(bool.value());
      default -> throw new WrongType(value);
    };
  }
}
