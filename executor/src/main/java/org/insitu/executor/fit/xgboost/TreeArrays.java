/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

/** One tree of XGBoost's model: parallel arrays, node 0 the root. */
@SuppressWarnings("ArrayRecordComponent") // read once, by the forest's builder
record TreeArrays(
    int[] left,
    int[] right,
    int[] splitFeature,
    float[] splitCondition,
    int[] defaultLeft,
    float[] lossChange,
    float[] hessian) {

  /** The tree that is next. */
  static TreeArrays read(BinaryJson json) {
    int[] left = {};
    int[] right = {};
    int[] splitFeature = {};
    float[] splitCondition = {};
    int[] defaultLeft = {};
    float[] lossChange = {};
    float[] hessian = {};
    json.beginObject();
    while (json.hasMember()) {
      switch (json.name()) {
        case "left_children" -> left = json.ints();
        case "right_children" -> right = json.ints();
        case "split_indices" -> splitFeature = json.ints();
        case "split_conditions" -> splitCondition = json.floats();
        case "default_left" -> defaultLeft = json.ints();
        case "loss_changes" -> lossChange = json.floats();
        case "sum_hessian" -> hessian = json.floats();
        default -> json.skip();
      }
    }
    return new TreeArrays(
        left, right, splitFeature, splitCondition, defaultLeft, lossChange, hessian);
  }

  boolean isLeaf(int node) {
    return left[node] < 0;
  }

  /** The same tree with other leaves; in floats, as XGBoost adds them up. */
  TreeArrays withLeavesTimes(float weight) {
    float[] conditions = splitCondition.clone();
    for (int node = 0; node < conditions.length; node++) {
      if (isLeaf(node)) {
        conditions[node] *= weight;
      }
    }
    return new TreeArrays(left, right, splitFeature, conditions, defaultLeft, lossChange, hessian);
  }
}
