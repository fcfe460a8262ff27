/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.option.MlFunction;
import org.insitu.parser.statement.MlCall;
import org.insitu.parser.text.Nearest;

/** What a call is of: its function, once it is known to take what the call gives it. */
final class CalledFunction {
  private CalledFunction() {}

  /**
   * The function of a call.
   *
   * @throws InsituException UNKNOWN_FUNCTION, NOT_AVAILABLE_YET; SYNTAX for a model or data too
   *     many or too few
   */
  static MlFunction of(MlCall.TableFunction call) {
    MlFunction function = MlFunction.of(call.function()).orElseThrow(() -> unknown(call));
    if (!function.isAvailable()) {
      throw notAvailable(function);
    }
    requireSources(function, call.sources().size());
    requireModel(function, call);
    return function;
  }

  static InsituException notAvailable(MlFunction function) {
    return InsituException.of(
        ErrorCode.NOT_AVAILABLE_YET,
        "ML.%s is not available yet in this version.".formatted(function));
  }

  private static InsituException unknown(MlCall.TableFunction call) {
    return InsituException.of(
            ErrorCode.UNKNOWN_FUNCTION, "There is no function ML.%s.".formatted(call.function()))
        .hint(
            Nearest.to(call.function(), MlFunction.names())
                .map("Did you mean ML.%s?"::formatted)
                .orElse(ErrorCode.UNKNOWN_FUNCTION.remedy()));
  }

  private static void requireSources(MlFunction function, int sources) {
    if (sources < function.sourcesMin() || sources > function.sourcesMax()) {
      throw InsituException.of(
          ErrorCode.SYNTAX,
          "ML.%s takes %s, %d given."
              .formatted(
                  function,
                  function.sourcesMax() == 0
                      ? "no data"
                      : function.sourcesMin() == function.sourcesMax()
                          ? function.sourcesMin() + " table or query"
                          : "at most one table or query",
                  sources));
    }
  }

  private static void requireModel(MlFunction function, MlCall.TableFunction call) {
    if (function.model() == MlFunction.Model.NEEDED && call.model().isEmpty()) {
      throw InsituException.of(
          ErrorCode.SYNTAX,
          "ML.%s needs a model: ML.%s(MODEL m, ...).".formatted(function, function));
    }
    if (function.model() == MlFunction.Model.NONE && call.model().isPresent()) {
      throw InsituException.of(
          ErrorCode.SYNTAX,
          "ML.%s takes no model: ML.%s(TABLE t, ...).".formatted(function, function));
    }
  }
}
