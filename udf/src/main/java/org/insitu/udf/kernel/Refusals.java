/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.insitu.udf.expression.RefusedRowException;
import org.insitu.udf.kernel.Values.Doubles;
import org.insitu.udf.kernel.Values.Lists;
import org.insitu.udf.kernel.Values.Longs;
import org.insitu.udf.kernel.Values.Structs;
import org.insitu.udf.kernel.Values.Texts;
import org.insitu.udf.kernel.Values.Truths;

/** Fails at the first row of a block that is refused. */
record Refusals(List<Refusal> refusals) implements Operation {
  Refusals {
    refusals = List.copyOf(refusals);
  }

  /**
   * What refuses a row.
   *
   * @param seen the value that is named
   */
  record Refusal(Truths condition, String reason, Optional<Values> seen) {}

  @Override
  public void run(int count) {
    for (int i = 0; i < count; i++) {
      for (Refusal refusal : refusals) {
        if (refusal.condition().isTrue(i)) {
          int row = i;
          throw new RefusedRowException(
              refusal
                  .seen()
                  .map(seen -> refusal.reason() + RefusedRowException.SEEN + text(seen, row))
                  .orElse(refusal.reason()));
        }
      }
    }
  }

  private static String text(Values seen, int row) {
    return switch (seen) {
      case Doubles doubles -> String.valueOf(doubles.values[row]);
      case Longs longs -> String.valueOf(longs.values[row]);
      case Truths truths -> String.valueOf(truths.values[row]);
      case Texts texts ->
          new String(
              texts.bytes[row], texts.starts[row], texts.lengths[row], StandardCharsets.UTF_8);
      case Lists _, Structs _ -> throw new IllegalArgumentException("a list as a value seen");
    };
  }
}
