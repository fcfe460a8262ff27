/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import static org.insitu.udf.model.Sums.minus;
import static org.insitu.udf.model.Sums.over;
import static org.insitu.udf.model.Sums.times;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Call;
import org.insitu.udf.expression.Expression.Case;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Comparison;
import org.insitu.udf.expression.Expression.ComparisonOperator;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Expression.Lookup;
import org.insitu.udf.expression.Expression.MathFunction;
import org.insitu.udf.expression.Expression.Ordering;
import org.insitu.udf.expression.Expression.StructList;
import org.insitu.udf.expression.Expression.When;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;

/**
 * The distances of a row to the centroids, and the nearest.
 *
 * <p>A category is one 0/1 value per level, but those are never written out: what it adds to a
 * squared distance or to a product is one look-up per centroid. A cosine distance is {@code 1 -
 * cos}; it is 1 when the row or the centroid is zero and has no direction.
 */
final class CentroidOutputs {
  /** BigQuery lists at most five. */
  private static final int NEAREST_MAX = 5;

  private final ModelFunction.KMeans model;
  private final int[] offsets;

  private CentroidOutputs(ModelFunction.KMeans model) {
    this.model = model;
    this.offsets = offsets(model);
  }

  /** Adds the layers of features and distances and answers with the outputs. */
  static List<Named> add(ModelFunction.KMeans model, List<List<Named>> layers) {
    CentroidOutputs outputs = new CentroidOutputs(model);
    int centroids = model.centroids().size();
    layers.add(outputs.encoded());
    switch (model.distance()) {
      case EUCLIDEAN -> layers.add(outputs.distances(centroids, outputs::euclidean));
      case COSINE -> {
        layers.add(List.of(new Named("__norm", outputs.norm())));
        layers.add(outputs.distances(centroids, outputs::cosine));
      }
    }
    List<Expression> all = IntStream.rangeClosed(1, centroids).mapToObj(i -> distance(i)).toList();
    layers.add(List.of(new Named("__nearest", new Call(MathFunction.LEAST, all))));
    return List.of(
        new Named("centroid_id", nearest(centroids)),
        new Named("nearest_centroids_distance", list(centroids)));
  }

  private List<Named> encoded() {
    List<Named> columns = new ArrayList<>();
    for (int i = 0; i < model.features().size(); i++) {
      Expression value =
          switch (model.features().get(i)) {
            case Feature.Numeric n when model.standardized() -> FeatureEncoding.standardized(n);
            case Feature.Numeric n -> FeatureEncoding.imputed(n);
            case Feature.Category category -> FeatureEncoding.key(category);
          };
      columns.add(new Named(FeatureEncoding.name(i), value));
    }
    return columns;
  }

  private Expression euclidean(List<Double> centroid) {
    List<Expression> squares = new ArrayList<>();
    for (int i = 0; i < offsets.length; i++) {
      int offset = offsets[i];
      squares.add(
          switch (model.features().get(i)) {
            case Feature.Numeric _ -> {
              Expression difference =
                  minus(FeatureEncoding.number(i), Literal.of(centroid.get(offset)));
              yield times(difference, difference);
            }
            case Feature.Category category -> {
              List<Double> part = part(centroid, offset, category);
              yield lookup(i, category, hot -> squaredDistance(part, hot));
            }
          });
    }
    return new Call(MathFunction.SQRT, List.of(Sums.of(squares)));
  }

  private Expression cosine(List<Double> centroid) {
    double length = Math.sqrt(centroid.stream().mapToDouble(c -> c * c).sum());
    Expression norm = new Column("__norm", ValueType.DOUBLE);
    if (length == 0) {
      return Literal.of(1.0);
    }
    List<Expression> products = new ArrayList<>();
    for (int i = 0; i < offsets.length; i++) {
      int offset = offsets[i];
      products.add(
          switch (model.features().get(i)) {
            case Feature.Numeric _ ->
                times(Literal.of(centroid.get(offset)), FeatureEncoding.number(i));
            case Feature.Category category -> {
              List<Double> part = part(centroid, offset, category);
              yield lookup(i, category, hot -> hot < 0 ? 0 : part.get(hot));
            }
          });
    }
    Expression cosine = over(over(Sums.of(products), norm), Literal.of(length));
    Expression zero = new Comparison(ComparisonOperator.EQUAL, norm, Literal.of(0.0));
    return new Case(List.of(new When(zero, Literal.of(1.0))), minus(Literal.of(1.0), cosine));
  }

  private Expression norm() {
    List<Expression> squares = new ArrayList<>();
    for (int i = 0; i < offsets.length; i++) {
      squares.add(
          switch (model.features().get(i)) {
            case Feature.Numeric _ -> times(FeatureEncoding.number(i), FeatureEncoding.number(i));
            case Feature.Category category -> lookup(i, category, hot -> hot < 0 ? 0 : 1);
          });
    }
    return new Call(MathFunction.SQRT, List.of(Sums.of(squares)));
  }

  /** A number for each place where the category's one may stand, -1 when it stands nowhere. */
  private static Lookup lookup(int feature, Feature.Category category, PlaceValue value) {
    int levels = category.levels().size();
    return new Lookup(
        FeatureEncoding.text(feature),
        category.levels(),
        IntStream.range(0, levels).mapToObj(value::of).toList(),
        value.of(category.missingSeen() ? levels : -1),
        value.of(-1));
  }

  private interface PlaceValue {
    double of(int hot);
  }

  private interface CentroidDistance {
    Expression of(List<Double> centroid);
  }

  private List<Named> distances(int centroids, CentroidDistance distance) {
    return IntStream.range(0, centroids)
        .mapToObj(i -> new Named("__d" + (i + 1), distance.of(model.centroids().get(i))))
        .toList();
  }

  private static double squaredDistance(List<Double> part, int hot) {
    double sum = 0;
    for (int i = 0; i < part.size(); i++) {
      double difference = (i == hot ? 1 : 0) - part.get(i);
      sum += difference * difference;
    }
    return sum;
  }

  private static List<Double> part(List<Double> centroid, int offset, Feature.Category category) {
    return centroid.subList(offset, offset + width(category));
  }

  private static int width(Feature feature) {
    return switch (feature) {
      case Feature.Numeric _ -> 1;
      case Feature.Category c -> c.levels().size() + (c.missingSeen() ? 1 : 0);
    };
  }

  private static int[] offsets(ModelFunction.KMeans model) {
    int[] offsets = new int[model.features().size()];
    int next = 0;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = next;
      next += width(model.features().get(i));
    }
    for (List<Double> centroid : model.centroids()) {
      if (centroid.size() != next) {
        throw new IllegalArgumentException(
            "centroid: " + centroid.size() + " values (expected: " + next + ")");
      }
    }
    if (model.centroids().isEmpty()) {
      throw new IllegalArgumentException("centroids: 0 (expected: at least 1)");
    }
    return offsets;
  }

  private static Expression distance(int id) {
    return new Column("__d" + id, ValueType.DOUBLE);
  }

  private static Expression nearest(int centroids) {
    Expression least = new Column("__nearest", ValueType.DOUBLE);
    List<When> whens = new ArrayList<>();
    for (int id = 1; id <= centroids; id++) {
      Expression is = new Comparison(ComparisonOperator.EQUAL, distance(id), least);
      whens.add(new When(is, Literal.of((long) id)));
    }
    return new Case(whens, Literal.of(1L));
  }

  private static StructList list(int centroids) {
    List<List<Expression>> rows =
        IntStream.rangeClosed(1, centroids)
            .mapToObj(id -> List.<Expression>of(Literal.of((long) id), distance(id)))
            .toList();
    return new StructList(
        List.of("centroid_id", "distance"),
        rows,
        new Ordering("distance", false, Math.min(NEAREST_MAX, centroids)));
  }
}
