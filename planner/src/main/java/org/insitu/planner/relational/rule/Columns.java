/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational.rule;

import java.util.function.IntUnaryOperator;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;

/** Rewrites expressions whose columns are found at other places. */
final class Columns extends RexShuttle {
  private final IntUnaryOperator places;

  Columns(IntUnaryOperator places) {
    this.places = places;
  }

  @Override
  public RexNode visitInputRef(RexInputRef column) {
    return new RexInputRef(places.applyAsInt(column.getIndex()), column.getType());
  }
}
