/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.List;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Program.Named;

/** How the score of each class is divided among the features, before classes are compared. */
interface ClassShares {

  /** What the score of a class is for a row of which nothing is known. */
  double baseline(int number);

  /** Adds the layers that the shares read. */
  default void prepare(List<List<Named>> layers) {}

  /** What a feature adds to the score of a class, over the layers. */
  Expression share(int feature, int number);
}
