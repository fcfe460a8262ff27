/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.specialize;

import java.util.Arrays;
import java.util.List;
import org.insitu.udf.model.Forest;

/**
 * Removes the branches of a forest that no row of given domains takes. Each tree keeps its place,
 * if only as a leaf, so that the leaves of a row are added in the order they were.
 *
 * <p>A row's input is rounded to float before it is compared, and rounding keeps the order: what
 * holds for a domain's bounds, rounded, holds for all of its values.
 */
final class ForestPruner {
  private final Forest forest;
  private final List<Domain> domains;
  private final float[] low;
  private final float[] high;
  private final int[] kept;
  private final int[] left;
  private final int[] right;
  private int nodes;

  private ForestPruner(Forest forest, List<Domain> domains) {
    this.forest = forest;
    this.domains = domains;
    this.low = new float[domains.size()];
    this.high = new float[domains.size()];
    for (int i = 0; i < low.length; i++) {
      low[i] = (float) domains.get(i).low();
      high[i] = (float) domains.get(i).high();
    }
    this.kept = new int[forest.nodes()];
    this.left = new int[forest.nodes()];
    this.right = new int[forest.nodes()];
  }

  /**
   * The forest without them; the same object when all can be taken.
   *
   * @param domains one per input
   */
  static Forest prune(Forest forest, List<Domain> domains) {
    return new ForestPruner(forest, domains).pruned();
  }

  private Forest pruned() {
    int[] roots = new int[forest.trees()];
    for (int tree = 0; tree < roots.length; tree++) {
      roots[tree] = keep(forest.roots()[tree]);
    }
    return nodes == forest.nodes() ? forest : copy(roots);
  }

  /** Keeps what can be reached from a node; answers with its new number. */
  private int keep(int start) {
    int node = start;
    while (forest.feature()[node] >= 0 && decided(node) != Side.OPEN) {
      node = decided(node) == Side.LEFT ? forest.left()[node] : forest.right()[node];
    }
    int number = nodes++;
    kept[number] = node;
    if (forest.feature()[node] >= 0) {
      int feature = forest.feature()[node];
      float above = low[feature];
      float below = high[feature];
      float threshold = forest.threshold()[node];
      // Of the values, not of missing ones: those follow their own direction and stay possible.
      high[feature] = Math.min(below, Math.nextDown(threshold));
      left[number] = keep(forest.left()[node]);
      high[feature] = below;
      low[feature] = Math.max(above, threshold);
      right[number] = keep(forest.right()[node]);
      low[feature] = above;
    }
    return number;
  }

  private enum Side {
    LEFT,
    RIGHT,
    OPEN
  }

  private Side decided(int node) {
    int feature = forest.feature()[node];
    boolean missing = domains.get(feature).mayBeMissing();
    if (high[feature] < forest.threshold()[node] && (!missing || forest.missingLeft()[node])) {
      return Side.LEFT;
    }
    boolean right = low[feature] >= forest.threshold()[node];
    return right && (!missing || !forest.missingLeft()[node]) ? Side.RIGHT : Side.OPEN;
  }

  private Forest copy(int[] roots) {
    int[] feature = new int[nodes];
    float[] threshold = new float[nodes];
    boolean[] missingLeft = new boolean[nodes];
    double[] value = new double[nodes];
    double[] gain = new double[nodes];
    double[] cover = new double[nodes];
    for (int i = 0; i < nodes; i++) {
      feature[i] = forest.feature()[kept[i]];
      threshold[i] = forest.threshold()[kept[i]];
      missingLeft[i] = forest.missingLeft()[kept[i]];
      value[i] = forest.value()[kept[i]];
      gain[i] = forest.gain()[kept[i]];
      cover[i] = forest.cover()[kept[i]];
    }
    return new Forest(
        forest.features(),
        roots,
        feature,
        threshold,
        Arrays.copyOf(left, nodes),
        Arrays.copyOf(right, nodes),
        missingLeft,
        value,
        gain,
        cover,
        forest.baseScore());
  }
}
