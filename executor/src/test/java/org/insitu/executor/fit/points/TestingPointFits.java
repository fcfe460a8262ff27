/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.TestingRows;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.executor.fit.rows.Source;
import org.insitu.planner.bind.Columns;
import org.insitu.udf.expression.Program;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.ModelPrograms;
import org.insitu.udf.model.PredictOptions;
import org.insitu.udf.sql.DuckDbDialect;
import org.insitu.udf.sql.InputColumn;
import org.insitu.udf.sql.SqlText;
import org.insitu.udf.sql.SqlWriter;
import org.insitu.udf.sql.TreeForm;

/** Fits of models of training rows over a DuckDB in memory, and what they answer there. */
final class TestingPointFits implements AutoCloseable {
  private final TestingRows rows = new TestingRows();

  static FitResources resources(int threads) {
    return new FitResources(threads, 1 << 28, 1 << 28);
  }

  Fitted neighbors(
      String sql, String label, Purpose purpose, NeighborOptions options, int threads) {
    return new NeighborTrainer(resources(threads))
        .fit(rows.training(sql, label, purpose), options, FitProgress.NONE);
  }

  Fitted process(String sql, String label, GaussianOptions options, int threads) {
    return new GaussianTrainer(resources(threads))
        .fit(rows.training(sql, label, Purpose.REGRESSION), options, FitProgress.NONE);
  }

  /** The probabilities of every class, or the number, for each row of a query, by the kernel. */
  List<double[]> answers(ModelFunction model, String sql) {
    Program program = ModelPrograms.of(model, new PredictOptions(0.5, true));
    int skipped = model.label().orElseThrow().classes().isEmpty() ? 0 : 2;
    Program numbers =
        new Program(program.layers(), program.outputs().subList(skipped, program.outputs().size()));
    Source source = rows.source(sql);
    Map<String, InputColumn> inputs =
        Columns.of(source.describe()).inputs(model, new DuckDbDialect());
    SqlText text =
        new SqlWriter(new DuckDbDialect(), TreeForm.CALL).select(numbers, sql, List.of(), inputs);
    text.kernels().forEach(source.connection()::register);
    List<double[]> result = new ArrayList<>();
    for (List<Object> row : rows.rows(text.sql())) {
      result.add(row.stream().mapToDouble(v -> (Double) v).toArray());
    }
    return result;
  }

  @Override
  public void close() {
    rows.close();
  }
}
