/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.insitu.udf.model.Forest;

/**
 * Reads XGBoost's JSON model as forests, token by token: a forest of millions of nodes has no room
 * as a tree of JSON nodes. XGBoost writes each float with the fewest digits that read back as the
 * same bits, so nothing is lost. The weights of a DART booster's trees are multiplied into their
 * leaves. <b>Source:</b> the model schema of XGBoost 3.0,
 * https://xgboost.readthedocs.io/en/release_3.0.0/tutorials/saving_model.html.
 */
final class BoosterModel {
  private static final JsonFactory JSON = new JsonFactory();

  private final List<TreeArrays> trees = new ArrayList<>();
  private int[] scoreOfTree = {};
  private float[] weightOfTree = {};
  private float baseScore;
  private int classes;

  private BoosterModel() {}

  /** One forest per score. */
  static List<Forest> forests(byte[] json, Objective objective, int features, LeafValue leaves) {
    BoosterModel model = new BoosterModel();
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      model.read(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private TreeArrays weighted(int tree) {
    return weightOfTree.length == 0
        ? trees.get(tree)
        : trees.get(tree).withLeavesTimes(weightOfTree[tree]);
  }

  /** An object on the way to what is wanted. */
  private void read(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "learner", "gradient_booster", "gbtree", "model", "learner_model_param" ->
            read(parser);
        case "base_score" -> baseScore = Float.parseFloat(parser.getText());
        case "num_class" -> classes = Integer.parseInt(parser.getText());
        case "tree_info" -> scoreOfTree = JsonArrays.ints(parser);
        case "weight_drop" -> weightOfTree = JsonArrays.floats(parser);
        case "trees" -> {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            trees.add(TreeArrays.read(parser));
          }
        }
        default -> parser.skipChildren();
      }
    }
  }
}
