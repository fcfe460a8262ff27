/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.tuning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.insitu.executor.train.tuning.SearchSpace.Point;

/**
 * The tree-structured Parzen estimator: after some trials all over the space, each next point is
 * the one of a few drawn from a density of the good points at which the ratio of that density to
 * the one of the other points is greatest. Failed trials are among the others.
 *
 * <p><b>Source:</b> Bergstra, Bardenet, Bengio, Kégl, "Algorithms for Hyper-Parameter
 * Optimization", NIPS 2011, section 4; the part that counts as good is ours, for the few trials
 * that there are.
 */
final class ParzenSearch implements Search {
  /** The part of the trials so far that counts as good. */
  private static final double GOOD = 0.2;

  private static final int DRAWN = 24;
  private static final int START_MIN = 3;
  private static final int START_MAX = 10;

  private final SearchSpace space;
  private final int startTrials;
  private final Lattice start;
  private final SplittableRandom random;

  /**
   * @param trials how many there will be, of which the first third, three to ten, are spread
   */
  ParzenSearch(SearchSpace space, int trials, long seed) {
    this.space = space;
    this.startTrials = Math.clamp(trials / 3, START_MIN, START_MAX);
    this.random = new SplittableRandom(seed);
    this.start = new Lattice(space, random.split());
  }

  @Override
  public List<Point> next(List<Judged> history, int count) {
    if (history.size() < startTrials) {
      return start.next(history, Math.min(count, startTrials - history.size()));
    }
    List<Judged> ranked =
        history.stream()
            .sorted(
                Comparator.comparingDouble(
                    judged -> judged.loss().orElse(Double.POSITIVE_INFINITY)))
            .toList();
    int good = Math.max(1, (int) Math.ceil(GOOD * ranked.size()));
    ParzenDensity[] goods = densities(ranked.subList(0, good));
    ParzenDensity[] others = densities(ranked.subList(good, ranked.size()));
    return Search.fresh(space, history, count, () -> best(goods, others));
  }

  private ParzenDensity[] densities(List<Judged> trials) {
    ParzenDensity[] densities = new ParzenDensity[space.dimensions()];
    for (int d = 0; d < densities.length; d++) {
      int dimension = d;
      double[] places =
          trials.stream().mapToDouble(t -> t.point().places().get(dimension)).toArray();
      densities[d] =
          space.domain(d).isOrdered()
              ? new ParzenDensity.Continuous(places)
              : new ParzenDensity.Categorical(places, (int) space.domain(d).size());
    }
    return densities;
  }

  private Point best(ParzenDensity[] goods, ParzenDensity[] others) {
    double[] best = new double[goods.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < DRAWN; i++) {
      double[] places = Arrays.stream(goods).mapToDouble(d -> d.draw(random)).toArray();
      double ratio = 0;
      for (int d = 0; d < places.length; d++) {
        ratio += Math.log(goods[d].at(places[d])) - Math.log(others[d].at(places[d]));
      }
      if (ratio > highest) {
        highest = ratio;
        best = places;
      }
    }
    return space.at(best);
  }
}
