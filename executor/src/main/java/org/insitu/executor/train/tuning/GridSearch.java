/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.tuning;

import java.util.ArrayList;
import java.util.List;
import org.insitu.executor.train.tuning.SearchSpace.Point;

/**
 * Every point of a finite space, in order. A space of more points than there will be trials is
 * covered from its first point on.
 */
record GridSearch(SearchSpace space) implements Search {

  @Override
  public List<Point> next(List<Judged> history, int count) {
    List<Point> points = new ArrayList<>();
    for (long i = history.size(); points.size() < count && i < space.size(); i++) {
      points.add(space.at(i));
    }
    return points;
  }
}
