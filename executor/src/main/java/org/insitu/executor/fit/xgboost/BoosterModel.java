/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.insitu.udf.model.Forest;

/**
 * Reads XGBoost's JSON model as forests. It writes each float with the fewest digits that read back
 * as the same bits, so nothing is lost. <b>Source:</b> the model schema of XGBoost 3.0,
 * https://xgboost.readthedocs.io/en/release_3.0.0/tutorials/saving_model.html.
 */
final class BoosterModel {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BoosterModel() {}

  /** One forest per score. */
  static List<Forest> forests(byte[] json, Objective objective, int features) {
    JsonNode learner;
    try {
      learner = JSON.readTree(json).get("learner");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonNode parameters = learner.get("learner_model_param");
    float baseScore = Float.parseFloat(parameters.get("base_score").asText());
    int scores = Math.max(1, Integer.parseInt(parameters.get("num_class").asText()));
    JsonNode model = learner.get("gradient_booster").get("model");
    JsonNode trees = model.get("trees");
    JsonNode scoreOfTree = model.get("tree_info");
    List<Forest> forests = new ArrayList<>();
    for (int score = 0; score < scores; score++) {
      ForestBuilder builder = new ForestBuilder();
      for (int tree = 0; tree < trees.size(); tree++) {
        if (scoreOfTree.get(tree).asInt() == score) {
          builder.add(new TreeArrays(trees.get(tree)));
        }
      }
      forests.add(builder.build(features, objective.score(baseScore)));
    }
    return forests;
  }
}
