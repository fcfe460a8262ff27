/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.kmeans;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.Source;
import org.insitu.executor.warehouse.Scalars;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.ModelFunction.Distance;
import org.insitu.udf.sql.SqlDialect;

/**
 * Rows where they are: a pass is one GROUP BY query, a row drawn is one row of a query. The draws
 * are those of rows in memory, so that both begin at the same centroids.
 */
final class WarehouseRows implements ClusterRows {
  private final TrainingSet data;
  private final Encoder encoder;
  private final Distance distance;
  private final FitProgress progress;
  private final Source encoded;
  private final SqlDialect dialect;
  private final int width;
  private final List<double[]> included = new ArrayList<>();

  WarehouseRows(TrainingSet data, Encoder encoder, KMeansOptions options, FitProgress progress) {
    this.data = data;
    this.encoder = encoder;
    this.distance = options.distance();
    this.progress = progress;
    this.dialect = data.source().dialect();
    this.width = encoder.layout().width();
    this.encoded = data.source().withSql(data.source().select(columns()));
  }

  /** The columns of the encoded scale, {@code x0} on: numbers, then levels. */
  private List<String> columns() {
    Source source = data.source();
    Schema schema = source.describe();
    List<String> numbers = new ArrayList<>();
    List<String> levels = new ArrayList<>();
    for (Feature feature : data.features()) {
      String name = source.column(feature.name());
      switch (feature) {
        case Feature.Numeric numeric -> {
          int i = numbers.size();
          boolean floating =
              schema.findField(feature.name()).getType() instanceof ArrowType.FloatingPoint;
          numbers.add(
              "(CASE WHEN %s IS NULL%s THEN %s ELSE CAST(%s AS %s) END - %s) / %s"
                  .formatted(
                      name,
                      floating ? " OR " + dialect.isNaN(name) : "",
                      dialect.number(numeric.mean()),
                      name,
                      dialect.type(ValueType.DOUBLE),
                      dialect.number(encoder.center()[i]),
                      dialect.number(encoder.scale()[i])));
        }
        case Feature.Category category -> {
          String text = "CAST(" + name + " AS " + dialect.type(ValueType.VARCHAR) + ") = ";
          category.levels().forEach(level -> levels.add(indicator(text + dialect.string(level))));
          if (category.missingSeen()) {
            levels.add(indicator(name + " IS NULL"));
          }
        }
      }
    }
    numbers.addAll(levels);
    return IntStream.range(0, numbers.size()).mapToObj(i -> numbers.get(i) + " AS x" + i).toList();
  }

  private String indicator(String condition) {
    return "CASE WHEN %s THEN %s ELSE %s END"
        .formatted(condition, dialect.number(1.0), dialect.number(0.0));
  }

  @Override
  public long count() {
    return data.rows();
  }

  @Override
  public double[] at(long row) {
    return rows(encoded.select(List.of("*")) + " LIMIT 1 OFFSET " + row).getFirst();
  }

  @Override
  public List<double[]> distinct(int most) {
    return rows(encoded.select(List.of("DISTINCT *")) + " LIMIT " + most);
  }

  private List<double[]> rows(String sql) {
    progress.checkCancelled();
    return Scalars.rows(encoded.connection(), sql).stream()
        .map(row -> row.stream().mapToDouble(v -> ((Number) v).doubleValue() + 0.0).toArray())
        .toList();
  }

  @Override
  public double include(double[] point) {
    included.add(point);
    return measured(included.toArray(double[][]::new)).aggregate(List.of("sum(best)"))[0];
  }

  @Override
  public long find(double sum) {
    Source best = measured(included.toArray(double[][]::new));
    Source running =
        best.withSql(
            best.select(
                List.of(
                    "best",
                    "row_number() OVER () - 1 AS n",
                    "sum(best) OVER (ROWS UNBOUNDED PRECEDING) AS upto")));
    String first =
        "min(CASE WHEN best > 0 AND upto > %s THEN n END)".formatted(dialect.number(sum));
    double[] found = running.aggregate(List.of(first, "max(CASE WHEN best > 0 THEN n ELSE 0 END)"));
    return (long) (Double.isNaN(found[0]) ? found[1] : found[0]);
  }

  /** Every row with its squared distances, {@code d0} on, and the least of them, {@code best}. */
  private Source measured(double[][] points) {
    Source layer = encoded;
    if (distance == Distance.COSINE) {
      String squares =
          String.join(
              " + ", IntStream.range(0, width).mapToObj(i -> "x%d * x%d".formatted(i, i)).toList());
      layer = layer.withSql(layer.select(List.of("*", "sqrt(" + squares + ") AS len")));
    }
    List<String> distances = new ArrayList<>(List.of("*"));
    List<String> names = new ArrayList<>();
    for (int k = 0; k < points.length; k++) {
      distances.add(squaredDistance(points[k]) + " AS d" + k);
      names.add("d" + k);
    }
    layer = layer.withSql(layer.select(distances));
    return layer.withSql(
        layer.select(List.of("*", "least(" + String.join(", ", names) + ") AS best")));
  }

  private String squaredDistance(double[] point) {
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      String value = dialect.number(point[i]);
      terms.add(
          distance == Distance.COSINE
              ? "x%d * %s".formatted(i, value)
              : "(x%d - %s) * (x%d - %s)".formatted(i, value, i, value));
    }
    String sum = String.join(" + ", terms);
    if (distance == Distance.EUCLIDEAN) {
      return sum;
    }
    String one = dialect.number(1.0);
    double length = Measure.length(point);
    if (length == 0) {
      return one;
    }
    String cosine = "(%s - (%s) / (len * %s))".formatted(one, sum, dialect.number(length));
    return "CASE WHEN len > 0 THEN %s * %s ELSE %s END".formatted(cosine, cosine, one);
  }

  @Override
  public ClusterSums sums(double[][] centroids) {
    progress.checkCancelled();
    Source best = measured(centroids);
    StringBuilder nearest = new StringBuilder("CASE");
    for (int k = 0; k < centroids.length; k++) {
      nearest.append(" WHEN d%d = best THEN %d".formatted(k, k));
    }
    nearest.append(" ELSE 0 END AS nearest");
    Source assigned = best.withSql(best.select(List.of("*", nearest.toString())));
    boolean cosine = distance == Distance.COSINE;
    List<String> selected = new ArrayList<>(List.of("nearest", "count(*)", "sum(best)"));
    selected.add(cosine ? "sum(len)" : dialect.number(0.0));
    for (int i = 0; i < width; i++) {
      selected.add(
          cosine
              ? "sum(CASE WHEN len > 0 THEN x%d / len ELSE 0 END)".formatted(i)
              : "sum(x" + i + ")");
    }
    ClusterSums result = ClusterSums.empty(centroids);
    int found = 0;
    for (double[] row : rows(assigned.select(selected) + " GROUP BY nearest")) {
      result.put(row);
      found++;
    }
    if (found < centroids.length) {
      addOutliers(best, result, centroids.length - found);
    }
    return result;
  }

  /** The rows farthest from their centroids, where clusters without rows start again. */
  private void addOutliers(Source best, ClusterSums sums, int most) {
    List<String> selected = new ArrayList<>(List.of("best"));
    for (int i = 0; i < width; i++) {
      selected.add("x" + i);
    }
    String sql = best.select(selected) + " WHERE best > 0 ORDER BY best DESC LIMIT " + most;
    rows(sql).forEach(sums::putOutlier);
  }

  @Override
  public String place() {
    return "warehouse";
  }

  @Override
  public long bytes() {
    return 0;
  }
}
