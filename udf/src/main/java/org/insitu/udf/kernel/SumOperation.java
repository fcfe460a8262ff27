/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.List;
import org.insitu.udf.kernel.Values.Doubles;

/** A weighted sum, added from the left; a weight of one multiplies nothing. */
final class SumOperation implements Operation {
  private final List<Term> terms;
  private final Values[] operands;
  private final Doubles sum = new Doubles();

  /** A term. */
  record Term(double weight, Doubles values) {}

  SumOperation(List<Term> terms) {
    this.terms = List.copyOf(terms);
    this.operands = terms.stream().map(Term::values).toArray(Values[]::new);
  }

  Doubles sum() {
    return sum;
  }

  @Override
  public void run(int count) {
    double[] out = sum.writable();
    System.arraycopy(terms.getFirst().values().values, 0, out, 0, count);
    for (int i = 1; i < terms.size(); i++) {
      Term term = terms.get(i);
      if (term.weight() == 1) {
        add(out, term.values().values, count);
      } else {
        add(out, term.weight(), term.values().values, count);
      }
    }
    sum.nullsOf(count, operands);
  }

  private static void add(double[] out, double[] values, int count) {
    for (int i = 0; i < count; i++) {
      out[i] += values[i];
    }
  }

  private static void add(double[] out, double weight, double[] values, int count) {
    for (int i = 0; i < count; i++) {
      out[i] += weight * values[i];
    }
  }
}
