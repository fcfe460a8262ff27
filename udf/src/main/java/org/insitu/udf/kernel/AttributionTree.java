/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.Arrays;
import org.insitu.udf.model.Forest;

/**
 * One tree of {@link AttributionKernel}, walked as a whole for a block of rows: every loop over the
 * rows is free of branches.
 *
 * <p>Per level of the path there are, for each row, {@code passes} (1 or 0: whether the row passes
 * all tests of the level's input so far) and, for each point of the rule, {@code products} (of the
 * factors {@code z + t (o - z)} of the inputs tested so far) and {@code sums} (of the products
 * times values of the leaves below):
 *
 * <pre>
 *   down an edge  products[child] = products[parent] * factor
 *   at a leaf     sums[leaf] = products[leaf] * value
 *   up an edge    out[input] += sums[child] * gain;  sums[parent] += sums[child]
 * </pre>
 *
 * where {@code gain} is {@code weight (o - z) / (z + t (o - z))}, and for an input that the path
 * tested before, less the same of the earlier tests, whose part of the leaves below is replaced. An
 * edge's factor and gain depend only on whether the row passes here (o = 1), passed until here, or
 * failed before, so there are three of each ({@link AttributionEdge}).
 */
final class AttributionTree {
  private static final int BLOCK = AttributionCall.BLOCK;

  private final int points;
  private final int levels;
  private final int[] feature;
  private final float[] threshold;
  private final boolean[] missingLeft;

  /** The edges to the left and right child of each inner node. */
  private final AttributionEdge[][] edges;

  private AttributionTree(int points, int levels, int inner) {
    this.points = points;
    this.levels = levels;
    feature = new int[inner];
    threshold = new float[inner];
    missingLeft = new boolean[inner];
    edges = new AttributionEdge[inner][2];
  }

  /** The tree below a root that is no leaf. */
  static AttributionTree of(Forest forest, int root) {
    AttributionPaths paths = AttributionPaths.of(forest, root);
    int points = (paths.inputsMax() + 1) / 2;
    AttributionTree tree = new AttributionTree(points, paths.levels(), paths.inner());
    new AttributionPath(forest, tree::put, GaussRule.of(points), paths.levels()).lay(root, 0);
    return tree;
  }

  private void put(
      int number, Forest forest, int node, AttributionEdge left, AttributionEdge right) {
    feature[number] = forest.feature()[node];
    threshold[number] = forest.threshold()[node];
    missingLeft[number] = forest.missingLeft()[node];
    edges[number][0] = left;
    edges[number][1] = right;
  }

  /** Numbers of scratch memory. */
  int scratch() {
    return (levels + 1) * (2 * points + 2) * BLOCK;
  }

  private int products(int level) {
    return level * points * BLOCK;
  }

  private int sums(int level) {
    return (levels + 1 + level) * points * BLOCK;
  }

  private int passes(int level) {
    return ((levels + 1) * 2 * points + level) * BLOCK;
  }

  private int left(int level) {
    return ((levels + 1) * (2 * points + 1) + level) * BLOCK;
  }

  /** Adds the tree's attributions of a block of rows. */
  void add(AttributionCall call) {
    Arrays.fill(call.scratch, products(0), products(1), 1.0);
    inner(0, 0, call);
  }

  private void inner(int node, int level, AttributionCall call) {
    float[] inputs = call.inputs[feature[node]];
    double[] work = call.scratch;
    int left = left(level);
    if (missingLeft[node]) {
      testOrMissing(inputs, call.offset, threshold[node], work, left, call.rows);
    } else {
      test(inputs, call.offset, threshold[node], work, left, call.rows);
    }
    Arrays.fill(work, sums(level), sums(level + 1), 0.0);
    double[] out = call.out[feature[node]];
    edge(edges[node][0], level, out, call);
    complement(work, left, call.rows);
    edge(edges[node][1], level, out, call);
  }

  private void edge(AttributionEdge edge, int level, double[] out, AttributionCall call) {
    double[] work = call.scratch;
    int rows = call.rows;
    int now = passes(level + 1);
    if (edge.earlier() < 0) {
      System.arraycopy(work, left(level), work, now, rows);
    } else {
      multiply(work, left(level), passes(edge.earlier()), now, rows);
    }
    int before = edge.earlier() < 0 ? -1 : passes(edge.earlier());
    if (edge.isLeaf()) {
      for (int q = 0; q < points; q++) {
        int product = products(level) + q * BLOCK;
        int sum = sums(level) + q * BLOCK;
        if (before < 0) {
          leaf(work, product, now, sum, out, call.at, edge.down(q), edge.up(q), rows);
        } else {
          leafAgain(work, product, now, before, sum, out, call.at, edge.down(q), edge.up(q), rows);
        }
      }
      return;
    }
    for (int q = 0; q < points; q++) {
      int product = products(level) + q * BLOCK;
      int next = products(level + 1) + q * BLOCK;
      if (before < 0) {
        down(work, product, now, next, edge.down(q), rows);
      } else {
        downAgain(work, product, now, before, next, edge.down(q), rows);
      }
    }
    inner(edge.child(), level + 1, call);
    for (int q = 0; q < points; q++) {
      int from = sums(level + 1) + q * BLOCK;
      int sum = sums(level) + q * BLOCK;
      if (before < 0) {
        up(work, from, now, sum, out, call.at, edge.up(q), rows);
      } else {
        upAgain(work, from, now, before, sum, out, call.at, edge.up(q), rows);
      }
    }
  }

  private static void test(
      float[] inputs, int offset, float threshold, double[] work, int left, int rows) {
    for (int i = 0; i < rows; i++) {
      work[left + i] = inputs[offset + i] < threshold ? 1.0 : 0.0;
    }
  }

  private static void testOrMissing(
      float[] inputs, int offset, float threshold, double[] work, int left, int rows) {
    for (int i = 0; i < rows; i++) {
      work[left + i] = inputs[offset + i] >= threshold ? 0.0 : 1.0;
    }
  }

  private static void complement(double[] work, int at, int rows) {
    for (int i = 0; i < rows; i++) {
      work[at + i] = 1.0 - work[at + i];
    }
  }

  private static void multiply(double[] work, int a, int b, int to, int rows) {
    for (int i = 0; i < rows; i++) {
      work[to + i] = work[a + i] * work[b + i];
    }
  }

  private static void down(
      double[] work, int product, int now, int next, AttributionEdge.Three factor, int rows) {
    double fails = factor.fails();
    double more = factor.passes() - fails;
    for (int i = 0; i < rows; i++) {
      work[next + i] = work[product + i] * (fails + work[now + i] * more);
    }
  }

  private static void downAgain(
      double[] work,
      int product,
      int now,
      int before,
      int next,
      AttributionEdge.Three factor,
      int rows) {
    double failed = factor.failed();
    double here = factor.fails() - failed;
    double more = factor.passes() - factor.fails();
    for (int i = 0; i < rows; i++) {
      work[next + i] =
          work[product + i] * (failed + work[before + i] * here + work[now + i] * more);
    }
  }

  private static void up(
      double[] work,
      int from,
      int now,
      int sum,
      double[] out,
      int at,
      AttributionEdge.Three gain,
      int rows) {
    double fails = gain.fails();
    double more = gain.passes() - fails;
    for (int i = 0; i < rows; i++) {
      double below = work[from + i];
      out[at + i] += below * (fails + work[now + i] * more);
      work[sum + i] += below;
    }
  }

  private static void upAgain(
      double[] work,
      int from,
      int now,
      int before,
      int sum,
      double[] out,
      int at,
      AttributionEdge.Three gain,
      int rows) {
    double here = gain.fails();
    double more = gain.passes() - here;
    for (int i = 0; i < rows; i++) {
      double below = work[from + i];
      out[at + i] += below * (work[before + i] * here + work[now + i] * more);
      work[sum + i] += below;
    }
  }

  /** Down and up at once. */
  private static void leaf(
      double[] work,
      int product,
      int now,
      int sum,
      double[] out,
      int at,
      AttributionEdge.Three value,
      AttributionEdge.Three gain,
      int rows) {
    double fails = value.fails();
    double more = value.passes() - fails;
    double failsGain = fails * gain.fails();
    double moreGain = value.passes() * gain.passes() - failsGain;
    for (int i = 0; i < rows; i++) {
      double above = work[product + i];
      double passes = work[now + i];
      out[at + i] += above * (failsGain + passes * moreGain);
      work[sum + i] += above * (fails + passes * more);
    }
  }

  private static void leafAgain(
      double[] work,
      int product,
      int now,
      int before,
      int sum,
      double[] out,
      int at,
      AttributionEdge.Three value,
      AttributionEdge.Three gain,
      int rows) {
    double failed = value.failed();
    double here = value.fails() - failed;
    double more = value.passes() - value.fails();
    double hereGain = value.fails() * gain.fails();
    double moreGain = value.passes() * gain.passes() - hereGain;
    for (int i = 0; i < rows; i++) {
      double above = work[product + i];
      double passes = work[now + i];
      double passed = work[before + i];
      out[at + i] += above * (passed * hereGain + passes * moreGain);
      work[sum + i] += above * (failed + passed * here + passes * more);
    }
  }
}
