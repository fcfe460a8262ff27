/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.insitu.executor.fit.ForestColumns;
import org.insitu.executor.fit.ForestColumns.Test;
import org.insitu.udf.model.Forest;

/** A booster's trees as a forest of ours, so that both predict by the same model. */
final class BoosterForest {
  private BoosterForest() {}

  static Forest of(Booster booster) throws XGBoostError, IOException {
    JsonNode learner = new ObjectMapper().readTree(booster.toByteArray("json")).get("learner");
    JsonNode trees = learner.get("gradient_booster").get("model").get("trees");
    int nodes = 0;
    int[] roots = new int[trees.size()];
    for (int t = 0; t < roots.length; t++) {
      roots[t] = nodes;
      nodes += trees.get(t).get("left_children").size();
    }
    ForestColumns all = new ForestColumns(nodes);
    for (int t = 0; t < roots.length; t++) {
      JsonNode tree = trees.get(t);
      for (int i = 0; i < tree.get("left_children").size(); i++) {
        int at = roots[t] + i;
        int child = tree.get("left_children").get(i).asInt();
        float condition = Float.parseFloat(tree.get("split_conditions").get(i).asText());
        double cover = tree.get("sum_hessian").get(i).asDouble();
        if (child < 0) {
          all.leaf(at, condition, cover);
        } else {
          var test =
              new Test(
                  tree.get("split_indices").get(i).asInt(),
                  condition,
                  tree.get("default_left").get(i).asInt() != 0,
                  0);
          int right = roots[t] + tree.get("right_children").get(i).asInt();
          all.split(at, test, roots[t] + child, right, cover);
        }
      }
    }
    float base = Float.parseFloat(learner.get("learner_model_param").get("base_score").asText());
    return all.forest(Higgs.FEATURES, roots, -Math.log(1 / base - 1));
  }
}
