/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.tuning;

import java.util.List;
import java.util.SplittableRandom;
import org.insitu.executor.train.tuning.SearchSpace.Point;

/** Points drawn evenly. */
final class RandomSearch implements Search {
  private final SearchSpace space;
  private final SplittableRandom random;

  RandomSearch(SearchSpace space, long seed) {
    this.space = space;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public List<Point> next(List<Judged> history, int count) {
    return Search.fresh(space, history, count, this::draw);
  }

  private Point draw() {
    return space.at(random.doubles(space.dimensions()).toArray());
  }
}
