/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field of the STRUCT that an ML function takes last.
 *
 * @param defaultValue null when there is none
 * @param functions which functions of this version take it
 * @param documentation one sentence
 */
public record FunctionOption<T>(
    String name,
    ValueType<T> type,
    @Nullable T defaultValue,
    Set<MlFunction> functions,
    Effect effect,
    String documentation) {
  public FunctionOption {
    functions = Set.copyOf(functions);
  }

  static <T> FunctionOption<T> of(
      String name,
      ValueType<T> type,
      @Nullable T defaultValue,
      Set<MlFunction> functions,
      String documentation) {
    return new FunctionOption<>(
        name, type, defaultValue, functions, Effect.HONOURED, documentation);
  }

  FunctionOption<T> with(Effect changed) {
    return new FunctionOption<>(name, type, defaultValue, functions, changed, documentation);
  }
}
