/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.statement.Option;

/** What is wrong with an option, in the words of the user. */
final class OptionErrors {
  private OptionErrors() {}

  /** The options by name; one that stands twice is an error at the second. */
  static Map<String, Option> unique(List<Option> options) {
    Map<String, Option> byName = new LinkedHashMap<>();
    for (Option option : options) {
      if (byName.put(option.name(), option) != null) {
        throw InsituException.of(
                ErrorCode.OPTION_DUPLICATE, "Option '" + option.name() + "' stands twice.")
            .at(option.position());
      }
    }
    return byName;
  }

  /** The option's value, or the error that says why not. */
  static <T> T read(Option option, ValueType<T> type) {
    if (TuningReader.isSearched(option.value())) {
      throw InsituException.of(
              ErrorCode.OPTION_NOT_APPLICABLE,
              "Option '%s' cannot be tuned.".formatted(option.name()))
          .at(option.position())
          .hint("Give one value.");
    }
    try {
      return type.read(option.value());
    } catch (ValueType.Refusal refusal) {
      throw switch (refusal) {
        case ValueType.WrongType wrong -> wrongType(option, type.name());
        case ValueType.OutOfRange out -> outOfRange(option, out.seen(), type.range());
        case ValueType.NotYet later -> notYet(option);
        default -> new IllegalStateException(refusal);
      };
    }
  }

  static InsituException wrongType(Option option, String type) {
    return InsituException.of(
            ErrorCode.OPTION_TYPE,
            "Option '%s' is %s (expected: %s)."
                .formatted(option.name(), Spelling.of(option.value()), type))
        .at(option.position());
  }

  private static InsituException outOfRange(Option option, String seen, String range) {
    return InsituException.of(
            ErrorCode.OPTION_RANGE,
            "Option '%s' is %s (allowed: %s).".formatted(option.name(), seen, range))
        .at(option.position());
  }

  static InsituException notYet(Option option) {
    return InsituException.of(
            ErrorCode.NOT_AVAILABLE_YET,
            "Option '%s' = %s is not available yet in this version."
                .formatted(option.name(), Spelling.of(option.value())))
        .at(option.position())
        .hint("Leave it out.");
  }
}
