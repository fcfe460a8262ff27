/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.util.ArrayList;
import java.util.List;

/** How one may write the weighted sum of a linear model over {@link Higgs}. */
enum ByHand {
  /** DuckDB reads the weights as DECIMAL and computes in FLOAT: seven digits. */
  FLOAT("plain FLOAT", "%s * %s"),
  DOUBLE("plain DOUBLE", "%s::DOUBLE * %s"),
  /** NULL becomes a number as in ML.PREDICT, which does so for NaN too. */
  COALESCED("DOUBLE with coalesce", "%s::DOUBLE * coalesce(%s, 0.5)");

  private final String text;
  private final String term;

  ByHand(String text, String term) {
    this.text = text;
    this.term = term;
  }

  /** The form in words. */
  String text() {
    return text;
  }

  /** The sum, with the weights of a model. */
  String sum(Lab lab, String model) {
    List<String> names = lab.column("SELECT processed_input FROM ML.WEIGHTS(MODEL " + model + ")");
    List<String> weights = lab.column("SELECT weight FROM ML.WEIGHTS(MODEL " + model + ")");
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      terms.add(
          names.get(i).startsWith("__")
              ? weights.get(i)
              : term.formatted(weights.get(i), names.get(i)));
    }
    return String.join(" + ", terms);
  }
}
