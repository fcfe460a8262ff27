/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import org.insitu.udf.model.Forest;

/**
 * Numbers the inner nodes of a tree from the root and makes their edges, knowing the path to where
 * it is.
 */
final class AttributionPath {
  private final Forest forest;
  private final Nodes nodes;
  private final GaussRule rule;

  /** Of each level of the path: the input of the edge to it, and the share that passes. */
  private final int[] input;

  private final double[] share;
  private int next;

  AttributionPath(Forest forest, Nodes nodes, GaussRule rule, int levels) {
    this.forest = forest;
    this.nodes = nodes;
    this.rule = rule;
    this.input = new int[levels + 1];
    this.share = new double[levels + 1];
  }

  /** Takes the inner nodes, numbered with the root as 0. */
  interface Nodes {
    void put(int number, Forest forest, int node, AttributionEdge left, AttributionEdge right);
  }

  /** Lays out an inner node and what is below it, and answers with its number. */
  int lay(int node, int level) {
    int number = next++;
    double left = forest.leftShare(node);
    AttributionEdge toLeft = edge(node, forest.left()[node], left, level);
    AttributionEdge toRight = edge(node, forest.right()[node], 1 - left, level);
    nodes.put(number, forest, node, toLeft, toRight);
    return number;
  }

  private AttributionEdge edge(int node, int child, double ratio, int level) {
    int tested = forest.feature()[node];
    int earlier = level;
    while (earlier > 0 && input[earlier] != tested) {
      earlier--;
    }
    double before = earlier == 0 ? 1 : share[earlier];
    input[level + 1] = tested;
    share[level + 1] = before * ratio;
    boolean leaf = forest.feature()[child] < 0;
    double scale = leaf ? forest.value()[child] : 1;
    int number = leaf ? -1 : lay(child, level + 1);
    return AttributionEdge.of(number, earlier == 0 ? -1 : earlier, before, ratio, scale, rule);
  }
}
