/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.TestingRows;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.planner.bind.Columns;
import org.insitu.udf.expression.Program;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.ModelPrograms;
import org.insitu.udf.model.PredictOptions;
import org.insitu.udf.sql.DuckDbDialect;
import org.insitu.udf.sql.SqlWriter;
import org.insitu.udf.sql.TreeForm;

/** Fits of the four model types over a DuckDB in memory, and what the models answer there. */
final class TestingMoments implements AutoCloseable {
  private final TestingRows rows = new TestingRows();

  /** The four types with their defaults, all at the same place. */
  enum Kind {
    NAIVE_BAYES,
    LDA,
    QDA,
    PCA;

    Purpose purpose() {
      return this == PCA ? Purpose.REDUCTION : Purpose.CLASSIFICATION;
    }
  }

  TestingRows rows() {
    return rows;
  }

  TrainingSet training(Kind kind, String sql, String label) {
    return rows.training(sql, kind == Kind.PCA ? "" : label, kind.purpose());
  }

  static Fitted fit(TrainingSet data, Kind kind, FitPlace place, int threads) {
    FitResources resources = new FitResources(threads, 1 << 28, 1 << 28);
    return switch (kind) {
      case NAIVE_BAYES ->
          new NaiveBayesTrainer(resources)
              .fit(data, NaiveBayesOptions.DEFAULT.in(place), FitProgress.NONE);
      case LDA ->
          new LdaTrainer(resources).fit(data, LdaOptions.DEFAULT.in(place), FitProgress.NONE);
      case QDA ->
          new QdaTrainer(resources).fit(data, QdaOptions.DEFAULT.in(place), FitProgress.NONE);
      case PCA ->
          new PcaTrainer(resources)
              .fit(data, PcaOptions.ofComponents(2).in(place), FitProgress.NONE);
    };
  }

  ModelFunction nb(String sql, String label, NaiveBayesOptions options) {
    return new NaiveBayesTrainer(resources())
        .fit(training(Kind.NAIVE_BAYES, sql, label), options, FitProgress.NONE)
        .model();
  }

  ModelFunction lda(String sql, String label, LdaOptions options) {
    return new LdaTrainer(resources())
        .fit(training(Kind.LDA, sql, label), options, FitProgress.NONE)
        .model();
  }

  ModelFunction qda(String sql, String label, QdaOptions options) {
    return new QdaTrainer(resources())
        .fit(training(Kind.QDA, sql, label), options, FitProgress.NONE)
        .model();
  }

  ModelFunction.PrincipalComponents pca(String sql, PcaOptions options) {
    return (ModelFunction.PrincipalComponents)
        new PcaTrainer(resources())
            .fit(training(Kind.PCA, sql, ""), options, FitProgress.NONE)
            .model();
  }

  static FitResources resources() {
    return new FitResources(2, 1 << 28, 1 << 28);
  }

  /** The probabilities of every class, or every component, of each row of a query. */
  List<double[]> answers(ModelFunction model, String sql) {
    Program program = ModelPrograms.of(model, new PredictOptions(0.5, true));
    int skipped = model.label().isPresent() ? 2 : 0;
    return answers(
        new Program(program.layers(), program.outputs().subList(skipped, program.outputs().size())),
        model,
        sql);
  }

  /** What a program of a model, all of numbers, answers with for each row of a query. */
  List<double[]> answers(Program numbers, ModelFunction model, String sql) {
    Map<String, org.insitu.udf.sql.InputColumn> inputs =
        Columns.of(rows.source(sql).describe()).inputs(model, new DuckDbDialect());
    String text =
        new SqlWriter(new DuckDbDialect(), TreeForm.CALL)
            .select(numbers, sql, List.of(), inputs)
            .sql();
    List<double[]> result = new ArrayList<>();
    for (List<Object> row : rows.rows(text)) {
      result.add(row.stream().mapToDouble(v -> (Double) v).toArray());
    }
    return result;
  }

  @Override
  public void close() {
    rows.close();
  }
}
