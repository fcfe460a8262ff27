/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.tuning;

import java.util.List;
import java.util.SplittableRandom;
import org.insitu.executor.train.tuning.SearchSpace.Point;

/**
 * Points that fill the space more evenly than random ones, from a random first.
 *
 * <p><b>Source:</b> Roberts, "The Unreasonable Effectiveness of Quasirandom Sequences" (2018): each
 * dimension advances by another power of the root of x^(d + 1) = x + 1.
 */
final class Lattice implements Search {
  private final SearchSpace space;
  private final double[] places;
  private final double[] steps;

  Lattice(SearchSpace space, SplittableRandom random) {
    this.space = space;
    this.places = random.doubles(space.dimensions()).toArray();
    this.steps = new double[places.length];
    double root = 2;
    for (int i = 0; i < 40; i++) {
      root = Math.pow(1 + root, 1.0 / (places.length + 1));
    }
    for (int d = 0; d < steps.length; d++) {
      steps[d] = Math.pow(root, -(d + 1));
    }
  }

  @Override
  public List<Point> next(List<Judged> history, int count) {
    return Search.fresh(space, history, count, this::advance);
  }

  private Point advance() {
    for (int d = 0; d < places.length; d++) {
      places[d] = (places[d] + steps[d]) % 1;
    }
    return space.at(places);
  }
}
