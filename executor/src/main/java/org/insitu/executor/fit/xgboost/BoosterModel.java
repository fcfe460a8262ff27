/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import java.util.ArrayList;
import java.util.List;
import org.insitu.udf.model.Forest;

/**
 * Reads XGBoost's model, as binary JSON, into forests. The weights of a DART booster's trees are
 * multiplied into their leaves. <b>Source:</b> the model schema of XGBoost 3.0,
 * https://xgboost.readthedocs.io/en/release_3.0.0/tutorials/saving_model.html.
 */
final class BoosterModel {
  private final List<TreeArrays> trees = new ArrayList<>();
  private int[] scoreOfTree = {};
  private float[] weightOfTree = {};
  private float baseScore;
  private int classes;

  private BoosterModel() {}

  /** One forest per score of a model in the format {@code ubj}. */
  static List<Forest> forests(byte[] bytes, Objective objective, int features, LeafValue leaves) {
    BoosterModel model = new BoosterModel();
    model.read(new BinaryJson(bytes));
    List<Forest> forests = new ArrayList<>();
    for (int score = 0; score < Math.max(1, model.classes); score++) {
      ForestBuilder builder = new ForestBuilder(leaves);
      for (int tree = 0; tree < model.trees.size(); tree++) {
        if (model.scoreOfTree[tree] == score) {
          builder.add(model.weighted(tree));
        }
      }
      forests.add(builder.build(features, leaves.base(objective.score(model.baseScore))));
    }
    return forests;
  }

  /** The trees of a model in the format {@code ubj}, whatever their scores. */
  static List<TreeArrays> trees(byte[] bytes) {
    BoosterModel model = new BoosterModel();
    model.read(new BinaryJson(bytes));
    return model.trees;
  }

  private TreeArrays weighted(int tree) {
    return weightOfTree.length == 0
        ? trees.get(tree)
        : trees.get(tree).withLeavesTimes(weightOfTree[tree]);
  }

  /** An object on the way to what is wanted. */
  private void read(BinaryJson json) {
    json.beginObject();
    while (json.hasMember()) {
      switch (json.name()) {
        case "learner", "gradient_booster", "gbtree", "model", "learner_model_param" -> read(json);
        case "base_score" -> baseScore = Float.parseFloat(json.text());
        case "num_class" -> classes = Integer.parseInt(json.text());
        case "tree_info" -> scoreOfTree = json.ints();
        case "weight_drop" -> weightOfTree = json.floats();
        case "trees" -> {
          for (int left = json.beginArray(); left > 0; left--) {
            trees.add(TreeArrays.read(json));
          }
        }
        default -> json.skip();
      }
    }
  }
}
