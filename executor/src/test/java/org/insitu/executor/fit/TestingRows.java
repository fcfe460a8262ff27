/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.rows.Source;
import org.insitu.executor.warehouse.Answer;
import org.insitu.executor.warehouse.duckdb.DuckDbConnection;
import org.insitu.executor.warehouse.duckdb.DuckDbWarehouse;
import org.insitu.udf.sql.DuckDbDialect;
import org.junit.jupiter.api.Assumptions;

/** A DuckDB in memory with training sets made of its queries. */
public final class TestingRows implements AutoCloseable {
  private final DuckDbWarehouse warehouse = DuckDbWarehouse.open(Optional.empty());
  private final DuckDbConnection connection = warehouse.connect();

  /** Runs statements. */
  public TestingRows run(String... statements) {
    for (String statement : statements) {
      connection.execute(statement, List.of()).close();
    }
    return this;
  }

  public Source source(String sql) {
    return new Source(connection, new DuckDbDialect(), sql);
  }

  /** A profiled training set; an empty label means unsupervised. */
  public TrainingSet training(String sql, String label, Purpose purpose) {
    return new TrainingSet(source(sql), profile(sql, label, purpose), Optional.empty());
  }

  /** A profile by aggregates. */
  public Profile profile(String sql, String label, Purpose purpose) {
    return new Profiler(ProfileLimits.DEFAULT).profile(request(sql, label, purpose));
  }

  /** A profile by a pass over rows. */
  public Profile profile(String sql, String label, Purpose purpose, RowsHere here) {
    return new Profiler(ProfileLimits.DEFAULT).profile(request(sql, label, purpose), here);
  }

  private ProfileRequest request(String sql, String label, Purpose purpose) {
    Source source = source(sql);
    List<Field> features = new ArrayList<>(source.describe().getFields());
    Optional<Field> target =
        features.stream().filter(field -> field.getName().equals(label)).findFirst();
    target.ifPresent(features::remove);
    return new ProfileRequest(source, features, target, purpose);
  }

  /** All rows of a query as objects. */
  public List<List<Object>> rows(String sql) {
    List<List<Object>> result = new ArrayList<>();
    try (Answer answer = connection.execute(sql, List.of())) {
      while (answer.next()) {
        for (int row = 0; row < answer.batch().getRowCount(); row++) {
          List<Object> values = new ArrayList<>();
          for (var vector : answer.batch().getFieldVectors()) {
            values.add(vector.getObject(row));
          }
          result.add(values);
        }
      }
    }
    return result;
  }

  /** A file of the shared test data; the test is skipped where the folder is absent. */
  public static String data(String file) {
    Path path =
        Path.of(System.getProperty("insitu.root", "..")).resolve("../shared/data").resolve(file);
    Assumptions.assumeTrue(Files.exists(path), () -> "test data absent: " + path);
    return path.normalize().toString();
  }

  @Override
  public void close() {
    connection.close();
    warehouse.close();
  }
}
