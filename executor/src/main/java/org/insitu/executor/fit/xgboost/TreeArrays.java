/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import com.fasterxml.jackson.databind.JsonNode;

/** One tree of XGBoost's JSON model: parallel arrays, node 0 the root. */
@SuppressWarnings("ArrayRecordComponent") // read once, by the forest's builder
record TreeArrays(
    int[] left,
    int[] right,
    int[] splitFeature,
    float[] splitCondition,
    boolean[] defaultLeft,
    float[] lossChange,
    float[] hessian) {

  TreeArrays(JsonNode tree) {
    this(
        ints(tree.get("left_children")),
        ints(tree.get("right_children")),
        ints(tree.get("split_indices")),
        floats(tree.get("split_conditions")),
        flags(tree.get("default_left")),
        floats(tree.get("loss_changes")),
        floats(tree.get("sum_hessian")));
  }

  boolean isLeaf(int node) {
    return left[node] < 0;
  }

  private static int[] ints(JsonNode array) {
    int[] result = new int[array.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = array.get(i).intValue();
    }
    return result;
  }

  private static boolean[] flags(JsonNode array) {
    boolean[] result = new boolean[array.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = array.get(i).asInt() != 0;
    }
    return result;
  }

  /** From their text: by way of double a digit might round twice. */
  private static float[] floats(JsonNode array) {
    float[] result = new float[array.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = Float.parseFloat(array.get(i).asText());
    }
    return result;
  }
}
