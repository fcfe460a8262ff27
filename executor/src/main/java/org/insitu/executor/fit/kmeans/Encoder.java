/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.kmeans;

import java.util.ArrayList;
import java.util.List;
import org.insitu.executor.fit.rows.ColumnLayout;
import org.insitu.udf.model.Feature;

/**
 * The scale on which distances are measured: numbers standardised or as they are, a category as one
 * 0/1 value per level.
 *
 * @param layout of the columns: numbers first, then levels
 * @param center subtracted from each number
 * @param scale divides it then
 */
@SuppressWarnings("ArrayRecordComponent") // read only, inside the trainer
record Encoder(ColumnLayout layout, double[] center, double[] scale) {

  static Encoder of(ColumnLayout layout, boolean standardized) {
    List<Feature.Numeric> numbers = layout.numericFeatures();
    double[] center = new double[numbers.size()];
    double[] scale = new double[numbers.size()];
    for (int i = 0; i < scale.length; i++) {
      center[i] = standardized ? numbers.get(i).mean() : 0;
      scale[i] = standardized ? numbers.get(i).standardDeviation() : 1;
    }
    return new Encoder(layout, center, scale);
  }

  /** A centroid, numbers first, in the model's order: feature by feature. */
  List<Double> inFeatureOrder(double[] centroid) {
    List<Double> result = new ArrayList<>();
    int number = 0;
    int category = 0;
    int level = layout.numbers();
    for (Feature feature : layout.features()) {
      switch (feature) {
        case Feature.Numeric numeric -> result.add(centroid[number++]);
        case Feature.Category levels -> {
          for (int i = 0; i < layout.levelCounts()[category]; i++) {
            result.add(centroid[level++]);
          }
          category++;
        }
      }
    }
    return result;
  }
}
