/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.BitSet;

/**
 * Binary decision trees as parallel arrays, the nodes of all trees one after another.
 *
 * <p>Node {@code i} is a leaf when {@code feature[i] < 0}; its value is then {@code value[i]}. Else
 * a row goes to {@code left[i]} when its input {@code feature[i]}, rounded to float, is less than
 * {@code threshold[i]}, to {@code right[i]} when not, and by {@code missingLeft[i]} when the input
 * is missing. The arrays are the record's own: callers must not write to them.
 *
 * @param features the number of inputs
 * @param roots the root node of each tree, ascending
 * @param feature the input tested by each node, -1 for leaves
 * @param threshold the split points
 * @param left absolute node index of the left child
 * @param right absolute node index of the right child
 * @param missingLeft whether a missing input goes left
 * @param value leaf values; for inner nodes unused (0)
 * @param gain loss reduction of the split, 0 for leaves: for feature importance
 * @param cover sum of hessians in the node: for feature importance and attribution
 * @param baseScore added to the sum of leaves
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data; documented as not to be written to
public record Forest(
    int features,
    int[] roots,
    int[] feature,
    float[] threshold,
    int[] left,
    int[] right,
    boolean[] missingLeft,
    double[] value,
    double[] gain,
    double[] cover,
    double baseScore) {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException when lengths differ, an index is out of range, a node can be
   *     reached twice, or a threshold is NaN
   */
  public Forest {
    int nodes = feature.length;
    for (int length :
        new int[] {
          threshold.length,
          left.length,
          right.length,
          missingLeft.length,
          value.length,
          gain.length,
          cover.length
        }) {
      if (length != nodes) {
        throw new IllegalArgumentException(
            "forest array: " + length + " elements (expected: one per node, " + nodes + ")");
      }
    }
    BitSet seen = new BitSet(nodes);
    int[] stack = new int[nodes + 1];
    for (int root : roots) {
      int depth = 0;
      stack[depth++] = root;
      while (depth > 0) {
        int node = stack[--depth];
        if (node < 0 || node >= nodes || seen.get(node) || feature[node] >= features) {
          throw new IllegalArgumentException(
              "forest node: " + node + " (expected: below " + nodes + ", reached once)");
        }
        seen.set(node);
        if (feature[node] >= 0 && Float.isNaN(threshold[node])) {
          throw new IllegalArgumentException("forest node " + node + ": threshold is NaN");
        }
        if (feature[node] >= 0) {
          stack[depth++] = right[node];
          stack[depth++] = left[node];
        }
      }
    }
  }

  public int trees() {
    return roots.length;
  }

  public int nodes() {
    return feature.length;
  }

  /**
   * The share of an inner node's training rows that went left, by {@code cover}; one half where no
   * cover was kept.
   */
  public double leftShare(int node) {
    double both = cover[left[node]] + cover[right[node]];
    return both > 0 ? cover[left[node]] / both : 0.5;
  }

  /**
   * The mean sum over the training rows, as the covers have it: of a row of which nothing is known.
   */
  public double mean() {
    double mean = baseScore;
    int[] stack = new int[nodes() + 1];
    double[] share = new double[nodes()];
    for (int root : roots) {
      int depth = 0;
      stack[depth++] = root;
      share[root] = 1;
      while (depth > 0) {
        int node = stack[--depth];
        if (feature[node] < 0) {
          mean += share[node] * value[node];
        } else {
          share[left[node]] = share[node] * leftShare(node);
          share[right[node]] = share[node] * (1 - leftShare(node));
          stack[depth++] = right[node];
          stack[depth++] = left[node];
        }
      }
    }
    return mean;
  }

  /** The inputs that any node tests. */
  public BitSet tested() {
    BitSet tested = new BitSet();
    for (int input : feature) {
      if (input >= 0) {
        tested.set(input);
      }
    }
    return tested;
  }

  /**
   * The same trees over some of the inputs, renumbered; all that are {@link #tested} among them.
   */
  public Forest over(BitSet inputs) {
    if (inputs.cardinality() == features) {
      return this;
    }
    int[] renumbered = new int[features];
    int next = 0;
    for (int i = inputs.nextSetBit(0); i >= 0; i = inputs.nextSetBit(i + 1)) {
      renumbered[i] = next++;
    }
    int[] tests = feature.clone();
    for (int i = 0; i < tests.length; i++) {
      if (tests[i] >= 0) {
        tests[i] = renumbered[tests[i]];
      }
    }
    return new Forest(
        next, roots, tests, threshold, left, right, missingLeft, value, gain, cover, baseScore);
  }
}
