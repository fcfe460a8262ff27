/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import org.insitu.udf.model.Forest;

/** The arrays of a forest while trees are put into them, one after another. */
public final class ForestColumns {
  private final int[] feature;
  private final float[] threshold;
  private final int[] left;
  private final int[] right;
  private final boolean[] missingLeft;
  private final double[] value;
  private final double[] gain;
  private final double[] cover;

  /** Room for the nodes of all trees. */
  public ForestColumns(int nodes) {
    feature = new int[nodes];
    threshold = new float[nodes];
    left = new int[nodes];
    right = new int[nodes];
    missingLeft = new boolean[nodes];
    value = new double[nodes];
    gain = new double[nodes];
    cover = new double[nodes];
  }

  /** What an inner node asks; see {@link Forest}. */
  public record Test(int feature, float threshold, boolean missingLeft, double gain) {}

  /** Makes a node a leaf. */
  public void leaf(int node, double leafValue, double rows) {
    feature[node] = -1;
    left[node] = -1;
    right[node] = -1;
    value[node] = leafValue;
    cover[node] = rows;
  }

  /** Makes a node an inner one, with its children among all nodes. */
  public void split(int node, Test test, int leftChild, int rightChild, double rows) {
    feature[node] = test.feature();
    threshold[node] = test.threshold();
    missingLeft[node] = test.missingLeft();
    gain[node] = test.gain();
    left[node] = leftChild;
    right[node] = rightChild;
    cover[node] = rows;
  }

  /** The forest; the arrays are its own from now on. */
  public Forest forest(int features, int[] roots, double baseScore) {
    return new Forest(
        features,
        roots,
        feature,
        threshold,
        left,
        right,
        missingLeft,
        value,
        gain,
        cover,
        baseScore);
  }
}
