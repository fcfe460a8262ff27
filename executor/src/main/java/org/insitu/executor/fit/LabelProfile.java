/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.List;
import org.insitu.udf.model.Label;

/** A label and what else its training rows said. */
public sealed interface LabelProfile {

  /** What the model keeps of it. */
  Label label();

  /**
   * The label of a regression.
   *
   * @param mean of the label
   * @param deviation its sample standard deviation, 0 when it is constant
   */
  record Numeric(Label label, double mean, double deviation) implements LabelProfile {}

  /**
   * The label of a classification.
   *
   * @param rows of each class, in the label's order
   */
  record Classes(Label label, List<Long> rows) implements LabelProfile {
    public Classes {
      rows = List.copyOf(rows);
    }
  }
}
