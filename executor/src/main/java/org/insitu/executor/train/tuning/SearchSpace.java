/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.tuning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.insitu.parser.option.Hyperparameter;
import org.insitu.parser.statement.OptionValue;

/**
 * The values that trials may have, as a cube of places from 0 to 1.
 *
 * @param parameters one for each dimension
 */
record SearchSpace(List<Hyperparameter> parameters) {
  SearchSpace {
    parameters = List.copyOf(parameters);
  }

  int dimensions() {
    return parameters.size();
  }

  Hyperparameter.Domain domain(int dimension) {
    return parameters.get(dimension).domain();
  }

  /** How many different points there are; infinite with a continuous dimension. */
  double size() {
    return parameters.stream().mapToDouble(p -> p.domain().size()).reduce(1, (a, b) -> a * b);
  }

  /** The values at a place of the cube. */
  Point at(double[] places) {
    SequencedMap<String, OptionValue> values = new LinkedHashMap<>();
    List<Double> middles = new ArrayList<>();
    for (int d = 0; d < places.length; d++) {
      values.put(parameters.get(d).name(), domain(d).at(places[d]));
      middles.add(domain(d).middle(places[d]));
    }
    return new Point(values, middles);
  }

  /** A point of a finite space by its number from 0; the last dimension changes fastest. */
  Point at(long number) {
    double[] places = new double[dimensions()];
    long rest = number;
    for (int d = dimensions() - 1; d >= 0; d--) {
      long size = (long) domain(d).size();
      places[d] = (rest % size + 0.5) / size;
      rest /= size;
    }
    return at(places);
  }

  /**
   * The values of one trial.
   *
   * @param values by the names of the options
   * @param places of the values, in the middle of the part of the cube that gives them
   */
  record Point(SequencedMap<String, OptionValue> values, List<Double> places) {
    Point {
      places = List.copyOf(places);
    }
  }
}
