/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.insitu.parser.statement.OptionValue;

/** One of a few words; case does not matter, a hyphen is an underscore. */
record ChoiceType<E extends Choice>(List<E> choices) implements ValueType<E> {
  @Override
  public String name() {
    return "STRING";
  }

  @Override
  public String range() {
    return choices.stream().map(Choice::spelling).collect(Collectors.joining(", "));
  }

  @Override
  public E read(OptionValue value) throws Refusal {
    if (!(value instanceof OptionValue.Text text)) {
      throw new WrongType(value);
    }
    String word = text.value().toUpperCase(Locale.ROOT).replace('-', '_');
    for (E choice : choices) {
      if (choice.spelling().equals(word)) {
        if (!choice.isAvailable()) {
          throw new NotYet(value);
        }
        return choice;
      }
    }
    throw new OutOfRange(value);
  }
}
