/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import org.insitu.udf.expression.PiecewiseLinear;
import org.insitu.udf.model.Forest;

/**
 * How sums over trees, and lines through many points, are written: as nested CASEs while they are
 * small, else as a call of the kernel where the warehouse has it.
 *
 * @param inlineNodesMax the most nodes, over all trees, of a forest that is written out
 * @param mayCall whether the kernel can be registered as a function
 */
public record TreeForm(int inlineNodesMax, boolean mayCall) {

  /** Ten trees of depth five: from about there on DuckDB's CASEs lose against the kernel. */
  private static final int CROSS_OVER_NODES = 600;

  /** CASEs for a few trees, the kernel's function for more. */
  public static final TreeForm AUTO = new TreeForm(CROSS_OVER_NODES, true);

  /** Always the kernel's function. */
  public static final TreeForm CALL = new TreeForm(-1, true);

  /** Only CASEs, up to a number of nodes. */
  public static TreeForm inline(int nodesMax) {
    return new TreeForm(nodesMax, false);
  }

  /**
   * The most coordinates of stored points that are written out. Each is a difference, its square
   * and a term of two sums: more text than a node of a tree, and deeper.
   */
  int inlineCoordinatesMax() {
    return inlineNodesMax / 10;
  }

  /** The most points of a piecewise linear function that is written out: one is like ten nodes. */
  int inlinePointsMax() {
    return inlineNodesMax / 10;
  }

  /** Whether a piecewise linear function is written out. */
  boolean inlines(PiecewiseLinear line) {
    return line.points() <= inlinePointsMax();
  }

  /** Whether a forest is written out; a sum of many trees nests as deep as it is long. */
  boolean inlines(Forest forest, SqlDialect dialect) {
    return forest.nodes() <= inlineNodesMax && forest.trees() <= dialect.nestingMax() / 2;
  }
}
