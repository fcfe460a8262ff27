/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import org.insitu.parser.statement.OptionValue;

/**
 * What values an option takes.
 *
 * @param <T> a value as Java has it
 */
public interface ValueType<T> {

  /** The type as the documentation names it, such as {@code STRING}. */
  String name();

  /** What is allowed, such as {@code >= 0}; empty when every value of the type is. */
  String range();

  /**
   * Reads a value.
   *
   * <p><b>Errors:</b> {@link WrongType}, {@link OutOfRange}, {@link NotYet}; the caller knows the
   * option's name and position and says so.
   */
  T read(OptionValue value) throws Refusal;

  /**
   * Whether NULL is read as any other value. Of most types it says that the option is not set; not
   * where it may be meant for a word.
   */
  default boolean readsNull() {
    return false;
  }

  /** Whether a value that no statement wrote is within the {@link #range}. */
  default boolean allows(T value) {
    return true;
  }

  /** Why a value is refused. */
  sealed class Refusal extends Exception permits WrongType, OutOfRange, NotYet {
    private static final long serialVersionUID = 1L;

    private final String seen;

    Refusal(String seen) {
      super(seen, null, false, false);
      this.seen = seen;
    }

    /** The value as written. */
    public String seen() {
      return seen;
    }
  }

  /** The value has another type. */
  final class WrongType extends Refusal {
    private static final long serialVersionUID = 1L;

    WrongType(OptionValue seen) {
      super(Spelling.of(seen));
    }
  }

  /** The value has the type and is not allowed. */
  final class OutOfRange extends Refusal {
    private static final long serialVersionUID = 1L;

    OutOfRange(OptionValue seen) {
      super(Spelling.of(seen));
    }
  }

  /** The value is allowed by the language and not honoured by this version. */
  final class NotYet extends Refusal {
    private static final long serialVersionUID = 1L;

    NotYet(OptionValue seen) {
      super(Spelling.of(seen));
    }
  }
}
