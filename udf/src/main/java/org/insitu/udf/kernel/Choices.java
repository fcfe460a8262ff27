/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.Arrays;
import java.util.List;
import org.insitu.udf.kernel.ProgramCompiler.Computed;
import org.insitu.udf.kernel.Values.Doubles;
import org.insitu.udf.kernel.Values.Lists;
import org.insitu.udf.kernel.Values.Longs;
import org.insitu.udf.kernel.Values.Structs;
import org.insitu.udf.kernel.Values.Texts;
import org.insitu.udf.kernel.Values.Truths;

/** CASE: all results are there already, the first true condition picks one. */
final class Choices {
  private Choices() {}

  /**
   * Makes the operation.
   *
   * @param results one per condition and the otherwise
   */
  static Computed<Values> of(List<Truths> conditions, List<Values> results) {
    int[] choice = new int[Values.BLOCK];
    Values result = like(results.getFirst());
    Values[] from = results.toArray(Values[]::new);
    Operation operation =
        count -> {
          choose(conditions, choice, count);
          result.anyNull = Arrays.stream(from).anyMatch(values -> values.anyNull);
          if (result.anyNull) {
            for (int i = 0; i < count; i++) {
              result.nulls[i] = from[choice[i]].isNull(i);
            }
          }
          gather(from, choice, result, count);
        };
    return new Computed<>(result, operation);
  }

  private static Values like(Values values) {
    return switch (values) {
      case Doubles _ -> new Doubles();
      case Longs _ -> new Longs();
      case Truths _ -> new Truths();
      case Texts _ -> new Texts();
      case Lists _, Structs _ -> throw new IllegalArgumentException("CASE of lists");
    };
  }

  private static void choose(List<Truths> conditions, int[] choice, int count) {
    Arrays.fill(choice, 0, count, conditions.size());
    for (int when = conditions.size() - 1; when >= 0; when--) {
      Truths condition = conditions.get(when);
      for (int i = 0; i < count; i++) {
        choice[i] = condition.isTrue(i) ? when : choice[i];
      }
    }
  }

  private static void gather(Values[] from, int[] choice, Values result, int count) {
    switch (result) {
      case Doubles out -> {
        double[] values = out.writable();
        for (int i = 0; i < count; i++) {
          values[i] = ((Doubles) from[choice[i]]).values[i];
        }
      }
      case Longs out -> {
        for (int i = 0; i < count; i++) {
          out.values[i] = ((Longs) from[choice[i]]).values[i];
        }
      }
      case Truths out -> {
        for (int i = 0; i < count; i++) {
          out.values[i] = ((Truths) from[choice[i]]).values[i];
        }
      }
      case Texts out -> {
        for (int i = 0; i < count; i++) {
          out.set(i, (Texts) from[choice[i]], i);
        }
      }
      case Lists _, Structs _ -> throw new IllegalStateException("CASE of lists");
    }
  }
}
