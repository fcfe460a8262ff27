/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.insitu.parser.statement.OptionValue;

/** The types of values that options take. */
final class ValueTypes {
  static final ValueType<Boolean> BOOL = new BoolType();
  static final ValueType<String> STRING = new StringType();

  /** Column names; one string is a list of one. */
  static final ValueType<List<String>> NAMES = new NamesType();

  static final ValueType<Double> NOT_NEGATIVE = number(">= 0", v -> v >= 0);
  static final ValueType<Double> POSITIVE = number("> 0", v -> v > 0);
  static final ValueType<Double> FRACTION = number("0 to 1", v -> v >= 0 && v <= 1);
  static final ValueType<Double> SHARE = number("> 0, <= 1", v -> v > 0 && v <= 1);
  static final ValueType<List<Double>> FRACTIONS = new ArrayType<>(FRACTION);

  private ValueTypes() {}

  static ValueType<Double> number(String range, DoublePredicate allowed) {
    return new NumberType(range, allowed);
  }

  static ValueType<Long> integer(long min, long max) {
    return new IntegerType(min, max);
  }

  static <E extends Enum<E> & Choice> ValueType<E> choice(Class<E> type) {
    return new ChoiceType<>(List.of(type.getEnumConstants()));
  }

  private record BoolType() implements ValueType<Boolean> {
    @Override
    public String name() {
      return "BOOL";
    }

    @Override
    public String range() {
      return "";
    }

    @Override
    public Boolean read(OptionValue value) throws Refusal {
      if (value instanceof OptionValue.Bool bool) {
        return bool.value();
      }
      throw new WrongType(value);
    }
  }

  private record StringType() implements ValueType<String> {
    @Override
    public String name() {
      return "STRING";
    }

    @Override
    public String range() {
      return "";
    }

    @Override
    public String read(OptionValue value) throws Refusal {
      if (value instanceof OptionValue.Text text) {
        return text.value();
      }
      throw new WrongType(value);
    }
  }

  private record NamesType() implements ValueType<List<String>> {
    @Override
    public String name() {
      return "ARRAY<STRING>";
    }

    @Override
    public String range() {
      return "";
    }

    @Override
    public List<String> read(OptionValue value) throws Refusal {
      return switch (value) {
        case OptionValue.Text text -> List.of(text.value());
        case OptionValue.Array array -> new ArrayType<>(STRING).read(array);
        default -> throw new WrongType(value);
      };
    }
  }

  private record NumberType(String range, DoublePredicate allowed) implements ValueType<Double> {
    @Override
    public String name() {
      return "FLOAT64";
    }

    @Override
    public Double read(OptionValue value) throws Refusal {
      if (!(value instanceof OptionValue.Numeric number)) {
        throw new WrongType(value);
      }
      double v = number.value().doubleValue();
      if (!allows(v)) {
        throw new OutOfRange(value);
      }
      return v;
    }

    @Override
    public boolean allows(Double value) {
      return Double.isFinite(value) && allowed.test(value);
    }
  }

  private record IntegerType(long min, long max) implements ValueType<Long> {
    @Override
    public String name() {
      return "INT64";
    }

    @Override
    public String range() {
      if (min == Long.MIN_VALUE) {
        return "";
      }
      return max == Long.MAX_VALUE ? ">= " + min : min + " to " + max;
    }

    @Override
    public Long read(OptionValue value) throws Refusal {
      if (!(value instanceof OptionValue.Numeric number) || !isWhole(number.value())) {
        throw new WrongType(value);
      }
      BigDecimal v = number.value();
      if (v.compareTo(BigDecimal.valueOf(min)) < 0 || v.compareTo(BigDecimal.valueOf(max)) > 0) {
        throw new OutOfRange(value);
      }
      return v.longValueExact();
    }

    @Override
    public boolean allows(Long value) {
      return value >= min && value <= max;
    }

    private static boolean isWhole(BigDecimal value) {
      return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    }
  }

  private record ArrayType<T>(ValueType<T> element) implements ValueType<List<T>> {
    @Override
    public String name() {
      return "ARRAY<" + element.name() + ">";
    }

    @Override
    public String range() {
      return element.range().isEmpty() ? "" : "each " + element.range();
    }

    @Override
    public List<T> read(OptionValue value) throws Refusal {
      if (!(value instanceof OptionValue.Array array)) {
        throw new WrongType(value);
      }
      List<T> read = new ArrayList<>();
      for (OptionValue item : array.values()) {
        read.add(element.read(item));
      }
      return List.copyOf(read);
    }

    @Override
    public boolean allows(List<T> value) {
      return value.stream().allMatch(element::allows);
    }
  }
}
