/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The constant arguments of a call, read by place.
 *
 * <p><b>Errors:</b> {@code IllegalArgumentException} that says what was given and what is expected.
 */
record Constants(List<Constant> values) {
  Constants {
    values = List.copyOf(values);
  }

  /** Refuses a number of constants that no call has. */
  void require(int least, int most) {
    if (values.size() < least || values.size() > most) {
      throw new IllegalArgumentException(
          "constant arguments: %d (expected: %s)"
              .formatted(values.size(), least == most ? least : least + " to " + most));
    }
  }

  double number(int place) {
    if (place < values.size() && values.get(place) instanceof Constant.Num number) {
      return number.value();
    }
    throw wrong(place, "a number");
  }

  int integer(int place, int least, int most) {
    double value = number(place);
    if (value != Math.rint(value) || value < least || value > most) {
      throw wrong(place, "a whole number, %d to %d".formatted(least, most));
    }
    return (int) value;
  }

  int integer(int place, int least, int most, int otherwise) {
    return place < values.size() ? integer(place, least, most) : otherwise;
  }

  boolean isTruth(int place) {
    return place < values.size() && values.get(place) instanceof Constant.Truth;
  }

  boolean truth(int place, boolean otherwise) {
    if (place >= values.size()) {
      return otherwise;
    }
    if (values.get(place) instanceof Constant.Truth truth) {
      return truth.value();
    }
    throw wrong(place, "TRUE or FALSE");
  }

  String text(int place, String otherwise) {
    if (place >= values.size()) {
      return otherwise;
    }
    if (values.get(place) instanceof Constant.Text text) {
      return text.value();
    }
    throw wrong(place, "a text");
  }

  List<Double> numbers(int place) {
    if (place < values.size() && values.get(place) instanceof Constant.Array array) {
      List<Double> numbers = new ArrayList<>();
      for (Constant value : array.values()) {
        if (!(value instanceof Constant.Num number)) {
          throw wrong(place, "an array of numbers");
        }
        numbers.add(number.value());
      }
      return numbers;
    }
    throw wrong(place, "an array of numbers");
  }

  List<Double> numbers(int place, List<Double> otherwise) {
    return place < values.size() ? numbers(place) : otherwise;
  }

  <E extends Enum<E>> E choice(int place, Class<E> type) {
    String text = text(place, "");
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text)) {
        return constant;
      }
    }
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      names.add("'" + constant.name().toLowerCase(Locale.ROOT) + "'");
    }
    throw wrong(place, "one of " + String.join(", ", names));
  }

  <E extends Enum<E>> E choice(int place, Class<E> type, E otherwise) {
    return place < values.size() ? choice(place, type) : otherwise;
  }

  private IllegalArgumentException wrong(int place, String expected) {
    String given = place < values.size() ? shown(values.get(place)) : "nothing";
    return new IllegalArgumentException(
        "constant argument %d: %s (expected: %s)".formatted(place + 1, given, expected));
  }

  private static String shown(Constant constant) {
    return switch (constant) {
      case Constant.Num n -> String.valueOf(n.value());
      case Constant.Text t -> "'" + t.value() + "'";
      case Constant.Truth t -> String.valueOf(t.value()).toUpperCase(Locale.ROOT);
      case Constant.Array a -> a.values().stream().map(Constants::shown).toList().toString();
    };
  }
}
