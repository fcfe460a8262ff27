/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.BlockPass;
import org.insitu.executor.fit.rows.ColumnLayout;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;

/**
 * The moments of each class of a training set, of all rows where there is no label: by one GROUP BY
 * in the warehouse or by one pass over rows sent here; by a second around the classes' own means
 * where these lie far apart.
 *
 * <p><b>Errors:</b> TOO_MANY_CATEGORIES, TOO_MUCH_DATA before rows are read.
 */
public final class Scatters {
  /** Columns, levels counted: factors and eigenvectors of so many take some seconds. */
  static final int COLUMNS_MAX = 1_024;

  /** Aggregates of one query, beyond which warehouses refuse or crawl. */
  static final int AGGREGATES_MAX = 2_500;

  /**
   * Columns, levels counted, up to which AUTO takes the GROUP BY: LDA of 1,000,000 rows took it
   * 0.11 s for 4 columns, 0.24 s for 8 and 0.93 s for 20, sums over rows sent here 0.16 s, 0.13 s
   * and 0.47 s (two cores, 2026-11).
   */
  public static final int WAREHOUSE_COLUMNS_MAX = 6;

  private final TrainingSet data;
  private final FitResources resources;
  private final BlockPass pass;
  private final boolean pushed;
  private Origins origins;

  Scatters(TrainingSet data, FitPlace place, FitResources resources, FitProgress progress) {
    this.data = data;
    this.resources = resources;
    this.pass = new BlockPass(data, resources, progress);
    int classes = data.label().map(label -> label.classes().size()).orElse(1);
    this.origins = Origins.common(data.features(), classes);
    int width = origins.layout().width();
    if (width > COLUMNS_MAX) {
      throw InsituException.of(
          ErrorCode.TOO_MANY_CATEGORIES,
          "Columns with every category counted: %d (allowed: <= %d)".formatted(width, COLUMNS_MAX));
    }
    this.pushed = isPushed(place, width);
  }

  private static boolean isPushed(FitPlace place, int width) {
    int aggregates = width * (width + 3) / 2;
    return switch (place) {
      case LOCAL -> false;
      case AUTO -> width <= WAREHOUSE_COLUMNS_MAX;
      case WAREHOUSE -> {
        if (aggregates > AGGREGATES_MAX) {
          throw InsituException.of(
                  ErrorCode.TOO_MANY_CATEGORIES,
                  "Aggregates of one query: %d (allowed: <= %d)"
                      .formatted(aggregates, AGGREGATES_MAX))
              .hint("Leave execution = 'auto'.");
        }
        yield true;
      }
    };
  }

  ColumnLayout layout() {
    return origins.layout();
  }

  /** {@code warehouse} or {@code local}. */
  String ranIn() {
    return pushed ? "warehouse" : "local";
  }

  /** Arrow bytes read. */
  long bytes() {
    return pass.bytes();
  }

  /** The moments of each class, of columns on the scale that the model encodes them on. */
  List<Scatter> encoded(boolean scaled) {
    List<Scatter> found = sums();
    boolean far = false;
    for (int k = 0; k < found.size(); k++) {
      far |= found.get(k).isFar(origins.offsets()[k]);
    }
    if (far) {
      origins = origins.around(found.stream().map(Scatter::means).toArray(double[][]::new));
      found = sums();
    }
    return encoded(found, scaled);
  }

  private List<Scatter> encoded(List<Scatter> found, boolean scaled) {
    double[] factors = new double[layout().width()];
    double[] shifts = new double[layout().width()];
    Arrays.fill(factors, 1);
    List<Feature.Numeric> numbers = layout().numericFeatures();
    for (int i = 0; i < numbers.size(); i++) {
      Feature.Numeric number = numbers.get(i);
      double unit = scaled ? number.standardDeviation() : 1;
      factors[i] = origins.scaling().scale()[i] / unit;
      shifts[i] = (origins.scaling().center()[i] - number.mean()) / unit;
    }
    return found.stream().map(scatter -> scatter.rescaled(factors, shifts)).toList();
  }

  private List<Scatter> sums() {
    return pushed ? query() : blocks();
  }

  private List<Scatter> blocks() {
    resources.requireHeap(
        (resources.threads() + 4) * BlockScatter.bytes(origins),
        "Sums of products of the columns by class");
    BlockScatter total = BlockScatter.empty(origins);
    Origins from = origins;
    pass.run(block -> BlockScatter.of(from, block), total::add);
    List<Scatter> result = new ArrayList<>();
    for (int k = 0; k < origins.classes(); k++) {
      result.add(total.of(k));
    }
    return result;
  }

  private List<Scatter> query() {
    ClassQuery query = new ClassQuery(data.source(), data.label());
    List<String> columns = query.scaled(origins);
    for (Feature feature : layout().features()) {
      if (feature instanceof Feature.Category category) {
        columns.addAll(query.sql().indicators(category));
      }
    }
    int width = columns.size();
    List<String> sums = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      columns.set(i, columns.get(i) + " AS z" + i);
      sums.add("sum(z%d)".formatted(i));
    }
    for (int i = 0; i < width; i++) {
      for (int j = i; j < width; j++) {
        sums.add("sum(z%d * z%d)".formatted(i, j));
      }
    }
    List<double[]> rows = query.run(columns, sums);
    List<Scatter> result = new ArrayList<>();
    for (int k = 0; k < rows.size(); k++) {
      result.add(scatter(rows.get(k), width, origins.offsets()[k]));
    }
    return result;
  }

  private static Scatter scatter(double[] row, int width, double[] origin) {
    double[][] squares = new double[width][width];
    int at = 1 + width;
    for (int i = 0; i < width; i++) {
      for (int j = i; j < width; j++) {
        squares[i][j] = row[at++];
      }
    }
    return Scatter.of(row[0], Arrays.copyOfRange(row, 1, 1 + width), squares, origin);
  }

  /** The label of a classifier's training set. */
  static Label label(TrainingSet data) {
    return data.label().orElseThrow();
  }
}
