/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.tuning;

import java.util.Optional;
import java.util.OptionalDouble;
import org.insitu.executor.train.FinishedFit;
import org.insitu.executor.train.tuning.SearchSpace.Point;
import org.insitu.parser.error.InsituException;

/**
 * One trial that is over.
 *
 * @param id from 1, in the order in which trials were chosen
 * @param fit what came of it; empty when it failed
 * @param metric the objective over the evaluation rows; empty when there is none
 * @param failure why there is no fit, or no metric
 */
record Trial(
    int id,
    Point point,
    Status status,
    Optional<FinishedFit> fit,
    OptionalDouble metric,
    Optional<InsituException> failure) {

  /** As ML.TRIAL_INFO names it. */
  enum Status {
    SUCCEEDED,
    /** The fit ended with an error. */
    FAILED,
    /** The values contradict each other, or there is no metric to judge the model by. */
    INFEASIBLE
  }

  static Trial succeeded(int id, Point point, FinishedFit fit, double metric) {
    return new Trial(
        id, point, Status.SUCCEEDED, Optional.of(fit), OptionalDouble.of(metric), Optional.empty());
  }

  static Trial unjudged(int id, Point point, FinishedFit fit, InsituException why) {
    return new Trial(
        id, point, Status.INFEASIBLE, Optional.of(fit), OptionalDouble.empty(), Optional.of(why));
  }

  static Trial failed(int id, Point point, Status status, InsituException why) {
    return new Trial(id, point, status, Optional.empty(), OptionalDouble.empty(), Optional.of(why));
  }
}
