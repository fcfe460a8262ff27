/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.tuning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.insitu.executor.train.tuning.SearchSpace.Point;
import org.insitu.parser.option.Tuning;
import org.insitu.parser.statement.OptionValue;

/**
 * Chooses the values of the next trials. The same space, seed and history give the same choice.
 *
 * <p><b>Threads:</b> one.
 */
interface Search {
  /** Draws after which a point not tried before is looked for one by one, or given up. */
  int DRAWS = 1_000;

  /**
   * The next points, none of them tried before.
   *
   * @param history what was tried, in order
   * @param count the most points
   * @return fewer when the space has no more
   */
  List<Point> next(List<Judged> history, int count);

  /**
   * A trial that is over.
   *
   * @param loss the smaller the better; empty when it failed
   */
  record Judged(Point point, OptionalDouble loss) {}

  /** The search that a statement asks for. */
  static Search of(Tuning tuning, long seed) {
    SearchSpace space = new SearchSpace(tuning.space());
    return switch (tuning.algorithm()) {
      case GRID_SEARCH -> new GridSearch(space);
      case RANDOM_SEARCH -> new RandomSearch(space, seed);
      case VIZIER_DEFAULT -> new ParzenSearch(space, tuning.trials(), seed);
    };
  }

  /** Points drawn until so many are new; those of a space that is nearly used up one by one. */
  static List<Point> fresh(
      SearchSpace space, List<Judged> history, int count, Supplier<Point> draw) {
    Set<Map<String, OptionValue>> tried = new HashSet<>();
    history.forEach(judged -> tried.add(judged.point().values()));
    List<Point> fresh = new ArrayList<>();
    for (int i = 0; i < DRAWS && fresh.size() < count; i++) {
      Point point = draw.get();
      if (tried.add(point.values())) {
        fresh.add(point);
      }
    }
    for (long i = 0; fresh.size() < count && i < space.size() && i <= tried.size(); i++) {
      Point point = space.at(i);
      if (tried.add(point.values())) {
        fresh.add(point);
      }
    }
    return fresh;
  }
}
