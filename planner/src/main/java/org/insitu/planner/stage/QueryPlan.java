/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.stage;

import java.util.List;

/**
 * A planned query.
 *
 * @param notes what EXPLAIN says beside the stages: how each model is applied and why
 */
public record QueryPlan(Stage stage, List<String> notes) {
  public QueryPlan {
    notes = List.copyOf(notes);
  }
}
