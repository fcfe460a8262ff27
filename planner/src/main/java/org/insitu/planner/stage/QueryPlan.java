/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.stage;

import java.util.List;
import org.insitu.planner.relational.RelationalPlanner.Attempt;

/**
 * A planned query.
 *
 * @param crossValidations what runs before it
 * @param notes what EXPLAIN says beside the stages: how each model is applied and why
 * @param attempt what came of planning it as relational nodes
 */
public record QueryPlan(
    Stage stage, List<CrossValidation> crossValidations, List<String> notes, Attempt attempt) {
  public QueryPlan {
    crossValidations = List.copyOf(crossValidations);
    notes = List.copyOf(notes);
  }
}
