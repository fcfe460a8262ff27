/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.explain;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An explanation as one JSON document: {@code {"title", "stages": [{"kind", "where", "what",
 * "moves", "rows", "bytes", "sql"}], "notes": [...]}}; rows and bytes are what is expected to move,
 * absent where nobody can say.
 */
public final class ExplanationJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ExplanationJson() {}

  public static String write(Explanation explanation) {
    ObjectNode document = JSON.createObjectNode();
    document.put("title", explanation.title());
    ArrayNode stages = document.putArray("stages");
    for (Explanation.Step step : explanation.steps()) {
      ObjectNode stage = stages.addObject();
      stage.put("kind", step.kind());
      stage.put("where", step.where());
      stage.put("what", step.what());
      stage.put("moves", step.moves().what());
      if (step.moves().rows() >= 0) {
        stage.put("rows", Math.round(step.moves().rows()));
        stage.put("bytes", Math.round(step.moves().bytes()));
      }
      step.sql().ifPresent(sql -> stage.put("sql", sql));
    }
    ArrayNode notes = document.putArray("notes");
    explanation.notes().forEach(notes::add);
    return document.toPrettyString();
  }
}
