/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.insitu.udf.model.Forest;

/**
 * Divides a forest's sum among its inputs: exact Shapley values of the game in which inputs that
 * are not given follow the training rows down each tree, by {@link Forest#leftShare}. With {@link
 * Forest#mean} they add up to what {@link ForestKernel} answers, but for rounding.
 *
 * <p>A leaf's value counts for a set of inputs as the product, over the inputs tested on its path,
 * of {@code o} (1 when the row passes all tests of the input, else 0) where the input is in the set
 * and {@code z} (the share of training rows that pass) where not. The Shapley value of input i in a
 * product game is an integral of a polynomial,
 *
 * <pre>
 *   (o_i - z_i) * integral over t in [0, 1] of the product over j != i of (z_j + t (o_j - z_j)),
 * </pre>
 *
 * of a degree one less than the number d of inputs on the path, which Gauss's rule with {@code d /
 * 2} points, rounded up, gives exactly. So for each point the products are carried down the tree
 * and the leaves' sums up again; see {@link AttributionTree}. That takes O(leaves * depth) steps to
 * a tree and row, where unwinding the path of each leaf takes O(leaves * depth^2), and all factors
 * are positive, so that nothing cancels.
 *
 * <p><b>Threads:</b> may be shared; each call takes its own scratch memory, which is kept for the
 * next. <b>Source:</b> the game is that of Lundberg, Erion and Lee, "Consistent Individualized
 * Feature Attribution for Tree Ensembles" (2018), algorithm 2, as in XGBoost's pred_contribs.
 */
public final class AttributionKernel {
  private final int features;
  private final List<AttributionTree> trees = new ArrayList<>();
  private final int scratch;
  private final Queue<AttributionCall> idle = new ConcurrentLinkedQueue<>();

  private AttributionKernel(Forest forest) {
    features = forest.features();
    int most = 0;
    for (int root : forest.roots()) {
      if (forest.feature()[root] >= 0) {
        AttributionTree tree = AttributionTree.of(forest, root);
        trees.add(tree);
        most = Math.max(most, tree.scratch());
      }
    }
    scratch = most;
  }

  /** Prepares a forest; its arrays are copied. */
  public static AttributionKernel compile(Forest forest) {
    return new AttributionKernel(forest);
  }

  /** The number of inputs. */
  public int features() {
    return features;
  }

  /**
   * Attributions of many rows. A row's do not depend on the rows beside it.
   *
   * @param columns one array per feature, NaN where missing; those that no tree splits on are not
   *     looked at
   * @param offset the first row in each of them
   * @param out one array per feature: receives what it adds to each row's sum, from index 0
   */
  public void attribute(float[][] columns, int offset, int rows, double[][] out) {
    AttributionCall call = idle.poll();
    call = call == null ? new AttributionCall(scratch) : call;
    for (double[] feature : out) {
      Arrays.fill(feature, 0, rows, 0);
    }
    for (int from = 0; from < rows; from += AttributionCall.BLOCK) {
      int count = Math.min(AttributionCall.BLOCK, rows - from);
      call.position(columns, offset + from, out, from, count);
      for (AttributionTree tree : trees) {
        tree.add(call);
      }
    }
    call.position(new float[0][], 0, new double[0][], 0, 0);
    idle.add(call);
  }
}
