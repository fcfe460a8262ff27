/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** One tree of XGBoost's JSON model: parallel arrays, node 0 the root. */
@SuppressWarnings("ArrayRecordComponent") // read once, by the forest's builder
record TreeArrays(
    int[] left,
    int[] right,
    int[] splitFeature,
    float[] splitCondition,
    int[] defaultLeft,
    float[] lossChange,
    float[] hessian) {

  /** A tree, the parser at its opening brace. */
  static TreeArrays read(JsonParser parser) throws IOException {
    int[] left = {};
    int[] right = {};
    int[] splitFeature = {};
    float[] splitCondition = {};
    int[] defaultLeft = {};
    float[] lossChange = {};
    float[] hessian = {};
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "left_children" -> left = JsonArrays.ints(parser);
        case "right_children" -> right = JsonArrays.ints(parser);
        case "split_indices" -> splitFeature = JsonArrays.ints(parser);
        case "split_conditions" -> splitCondition = JsonArrays.floats(parser);
        case "default_left" -> defaultLeft = JsonArrays.ints(parser);
        case "loss_changes" -> lossChange = JsonArrays.floats(parser);
        case "sum_hessian" -> hessian = JsonArrays.floats(parser);
        default -> parser.skipChildren();
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
