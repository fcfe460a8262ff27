/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.insitu.udf.model.ModelFunction;

/** The distances between a clustering's centroids, by its own measure. */
final class CentroidDistances {
  private CentroidDistances() {}

  static List<List<Double>> of(ModelFunction.KMeans model) {
    List<List<Double>> all = new ArrayList<>();
    for (List<Double> from : model.centroids()) {
      List<Double> row = new ArrayList<>();
      for (List<Double> to : model.centroids()) {
        row.add(
            switch (model.distance()) {
              case EUCLIDEAN -> euclidean(from, to);
              case COSINE -> cosine(from, to);
            });
      }
      all.add(row);
    }
    return all;
  }

  private static double euclidean(List<Double> a, List<Double> b) {
    double sum = 0;
    for (int i = 0; i < a.size(); i++) {
      double difference = a.get(i) - b.get(i);
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  private static double cosine(List<Double> a, List<Double> b) {
    double product = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.size(); i++) {
      product += a.get(i) * b.get(i);
      squaresA += a.get(i) * a.get(i);
      squaresB += b.get(i) * b.get(i);
    }
    double lengths = Math.sqrt(squaresA) * Math.sqrt(squaresB);
    return lengths == 0 ? 1 : 1 - product / lengths;
  }
}
