/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.List;

/**
 * What NUM_TRIALS and the options that go with it ask for.
 *
 * @param space the hyperparameters, in the order in which they were written; at least one
 * @param trials the most trials
 * @param parallelTrials how many run at once
 * @param algorithm how the next trial is chosen
 * @param objective what trials are judged by
 */
public record Tuning(
    List<Hyperparameter> space,
    int trials,
    int parallelTrials,
    Choice.TuningAlgorithm algorithm,
    Choice.Objective objective) {
  public Tuning {
    space = List.copyOf(space);
  }
}
