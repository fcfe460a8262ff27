/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.tuning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.registry.FittedModel;
import org.insitu.executor.train.FinishedFit;
import org.insitu.parser.option.Hyperparameter;
import org.insitu.parser.option.Tuning;
import org.insitu.parser.statement.OptionValue;
import org.insitu.planner.table.ColumnType;
import org.insitu.planner.table.Table;
import org.insitu.udf.expression.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * ML.TRIAL_INFO.
 *
 * <p><b>Shape:</b> {@code trial_id BIGINT, hyperparameters STRUCT of one field per option,
 * hparam_tuning_evaluation_metrics STRUCT of the objective, training_loss DOUBLE, eval_loss DOUBLE,
 * status VARCHAR, error_message VARCHAR, is_optimal BOOLEAN}; losses are those of the last
 * iteration, NULL where the fit has none.
 */
final class TrialTable {
  private TrialTable() {}

  static FinishedFit.Tuned tuned(List<Trial> trials, Trial best, Tuning tuning) {
    TreeMap<Long, FittedModel> others = new TreeMap<>();
    long bytes = 0;
    for (Trial trial : trials) {
      if (trial.fit().isPresent()) {
        FinishedFit fit = trial.fit().get();
        bytes += fit.report().bytesMoved();
        if (trial.id() != best.id()) {
          others.put((long) trial.id(), fit.model());
        }
      }
    }
    return new FinishedFit.Tuned(
        best.fit().orElseThrow(), others, Optional.of(table(trials, best, tuning)), bytes);
  }

  private static Table table(List<Trial> trials, Trial best, Tuning tuning) {
    String metric = tuning.objective().metric();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Trial trial : trials) {
      rows.add(
          Arrays.asList(
              (long) trial.id(),
              values(trial.point().values(), tuning.space()),
              Arrays.asList(
                  trial.metric().isPresent() ? (Double) trial.metric().getAsDouble() : null),
              trial.fit().map(fit -> lastLoss(fit.report())).orElse(null),
              trial.fit().map(fit -> lastEvaluationLoss(fit.report())).orElse(null),
              trial.status().name(),
              trial.failure().map(Throwable::getMessage).orElse(null),
              trial.id() == best.id()));
    }
    return new Table(
        List.of(
            new Table.Column("trial_id", ColumnType.BIGINT),
            new Table.Column("hyperparameters", new ColumnType.Struct(fields(tuning.space()))),
            new Table.Column(
                "hparam_tuning_evaluation_metrics",
                new ColumnType.Struct(List.of(new ColumnType.Field(metric, ValueType.DOUBLE)))),
            new Table.Column("training_loss", ColumnType.DOUBLE),
            new Table.Column("eval_loss", ColumnType.DOUBLE),
            new Table.Column("status", ColumnType.VARCHAR),
            new Table.Column("error_message", ColumnType.VARCHAR),
            new Table.Column("is_optimal", new ColumnType.Scalar(ValueType.BOOLEAN))),
        rows);
  }

  private static List<ColumnType.Field> fields(List<Hyperparameter> space) {
    return space.stream().map(one -> new ColumnType.Field(one.name(), type(one.domain()))).toList();
  }

  private static ValueType type(Hyperparameter.Domain domain) {
    return switch (domain) {
      case Hyperparameter.Interval interval ->
          interval.whole() ? ValueType.BIGINT : ValueType.DOUBLE;
      case Hyperparameter.Candidates candidates ->
          switch (candidates.values().getFirst()) {
            case OptionValue.Numeric number ->
                candidates.values().stream().allMatch(TrialTable::isWhole)
                    ? ValueType.BIGINT
                    : ValueType.DOUBLE;
            case OptionValue.Bool bool -> ValueType.BOOLEAN;
            default -> ValueType.VARCHAR;
          };
    };
  }

  private static boolean isWhole(OptionValue value) {
    return value instanceof OptionValue.Numeric number
        && number.value().stripTrailingZeros().scale() <= 0;
  }

  private static List<@Nullable Object> values(
      SequencedMap<String, OptionValue> values, List<Hyperparameter> space) {
    List<@Nullable Object> constants = new ArrayList<>();
    for (Hyperparameter one : space) {
      constants.add(constant(Objects.requireNonNull(values.get(one.name())), type(one.domain())));
    }
    return constants;
  }

  private static Object constant(OptionValue value, ValueType type) {
    return switch (value) {
      case OptionValue.Numeric number when type == ValueType.BIGINT -> number.value().longValue();
      case OptionValue.Numeric number -> number.value().doubleValue();
      case OptionValue.Bool bool -> bool.value();
      case OptionValue.Text text -> text.value();
      default -> throw new IllegalArgumentException("no hyperparameter: " + value);
    };
  }

  /** A value as people read it. */
  static String text(OptionValue value) {
    return switch (value) {
      case OptionValue.Numeric number -> number.value().toPlainString();
      case OptionValue.Text text -> "'" + text.value() + "'";
      default -> String.valueOf(value);
    };
  }

  private static @Nullable Double lastLoss(FitReport report) {
    return report.iterations().isEmpty() || Double.isNaN(report.iterations().getLast().loss())
        ? null
        : (Double) report.iterations().getLast().loss();
  }

  private static @Nullable Double lastEvaluationLoss(FitReport report) {
    return report.iterations().isEmpty() || report.iterations().getLast().evaluationLoss().isEmpty()
        ? null
        : (Double) report.iterations().getLast().evaluationLoss().getAsDouble();
  }
}
