/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.option.ProblemType;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;
import org.jspecify.annotations.Nullable;

/**
 * Collects the clauses of Redshift's CREATE MODEL and says what they mean in our options. What only
 * Amazon's services need becomes a notice.
 *
 * <p><b>Source:</b> Amazon Redshift Developer Guide, pages r_CREATE_MODEL, r_create_model_use_cases
 * and r_create_model_usage_notes.
 */
final class RedshiftClauses {
  private final Position position;
  private final Set<String> taken = new HashSet<>();
  private final List<String> notices = new ArrayList<>();
  private final List<Option> hyperparameters = new ArrayList<>();
  private Optional<String> function = Optional.empty();
  private @Nullable Option modelType;
  private @Nullable Option problemType;
  private @Nullable Option objective;
  private @Nullable Option preprocessors;
  private @Nullable Option automatic;

  /**
   * @param position where an option stands that no clause gave
   */
  RedshiftClauses(Position position) {
    this.position = position;
  }

  void take(Option clause) {
    if (!taken.add(clause.name())) {
      throw InsituException.of(
              ErrorCode.OPTION_DUPLICATE, "Clause " + clause.name() + " stands twice.")
          .at(clause.position());
    }
    switch (clause.name()) {
      case "FUNCTION" -> function = Optional.of(text(clause));
      case "MODEL_TYPE" -> modelType = clause;
      case "PROBLEM_TYPE" -> problemType = clause;
      case "OBJECTIVE" -> objective = clause;
      case "PREPROCESSORS" -> preprocessors = clause;
      case "HYPERPARAMETERS" -> hyperparameters.addAll(fields(clause));
      case "SETTINGS" ->
          fields(clause).forEach(setting -> ignore(setting.name().toUpperCase(Locale.ROOT)));
      case "IAM_ROLE" -> ignore("IAM_ROLE");
      case "AUTO" -> auto(clause);
      default -> throw new IllegalStateException(clause.name());
    }
  }

  Optional<String> function() {
    return function;
  }

  List<String> notices() {
    return notices;
  }

  /** The options that the clauses mean; the label excepted. */
  List<Option> options() {
    checkAuto();
    String type = type();
    List<Option> options = new ArrayList<>();
    options.add(
        new Option(
            "model_type",
            new OptionValue.Text(type),
            modelType == null ? position : modelType.position()));
    if (objective != null) {
      checkObjective(objective);
    }
    for (Option hyperparameter : hyperparameters) {
      RedshiftHyperparameter.translate(hyperparameter)
          .ifPresentOrElse(
              options::add, () -> ignore(hyperparameter.name().toUpperCase(Locale.ROOT)));
    }
    if (type.startsWith("BOOSTED_TREE")) {
      boolean rounds = options.stream().anyMatch(o -> o.name().equals("max_iterations"));
      if (!rounds) {
        options.add(
            new Option("max_iterations", RedshiftHyperparameter.NUM_ROUND_DEFAULT, position));
      }
      // XGBoost runs all its rounds there.
      options.add(new Option("early_stop", new OptionValue.Bool(false), position));
    }
    return options;
  }

  private String type() {
    String named = modelType == null ? "AUTO" : text(modelType).toUpperCase(Locale.ROOT);
    return switch (named) {
      case "AUTO", "XGBOOST" ->
          chosen(
              "BOOSTED_TREE_REGRESSOR",
              "BOOSTED_TREE_CLASSIFIER",
              ProblemType.BOOSTED_TREE_BY_LABEL.name());
      case "LINEAR_LEARNER" ->
          chosen("LINEAR_REG", "LOGISTIC_REG", ProblemType.LINEAR_BY_LABEL.name());
      case "MLP" -> chosen("DNN_REGRESSOR", "DNN_CLASSIFIER", "DNN_CLASSIFIER");
      case "FORECAST" -> "ARIMA_PLUS";
      case "LINEAR_REGRESSION" -> "LINEAR_REG";
      case "LOGISTIC_REGRESSION" -> "LOGISTIC_REG";
      default -> named;
    };
  }

  private String chosen(String regression, String classification, String open) {
    return isRegression().map(is -> is ? regression : classification).orElse(open);
  }

  /** Whether it is a regression; empty where neither PROBLEM_TYPE nor OBJECTIVE says. */
  private Optional<Boolean> isRegression() {
    if (problemType != null) {
      return switch (text(problemType).toUpperCase(Locale.ROOT)) {
        case "REGRESSION" -> Optional.of(true);
        case "BINARY_CLASSIFICATION", "MULTICLASS_CLASSIFICATION" -> Optional.of(false);
        default ->
            throw InsituException.of(
                    ErrorCode.OPTION_RANGE, "Unknown PROBLEM_TYPE '" + text(problemType) + "'.")
                .at(problemType.position())
                .hint("Write REGRESSION, BINARY_CLASSIFICATION or MULTICLASS_CLASSIFICATION.");
      };
    }
    String goal = objective == null ? "" : text(objective).toLowerCase(Locale.ROOT);
    return switch (goal) {
      case "mse" -> Optional.of(true);
      case "accuracy", "f1", "f1macro", "auc" -> Optional.of(false);
      default ->
          goal.startsWith("reg:")
              ? Optional.of(true)
              : goal.startsWith("binary:") || goal.startsWith("multi:")
                  ? Optional.of(false)
                  : Optional.empty();
    };
  }

  private void checkObjective(Option clause) {
    switch (text(clause).toLowerCase(Locale.ROOT)) {
      case "mse",
          "reg:squarederror",
          "reg:linear",
          "binary:logistic",
          "multi:softmax",
          "multi:softprob" -> {}
      case "accuracy", "f1", "f1macro", "auc" -> ignore("OBJECTIVE");
      default -> throw notYet("OBJECTIVE '" + text(clause) + "'", clause.position());
    }
  }

  /** Whether PREPROCESSORS names any. */
  boolean preprocesses() {
    return preprocessors != null && !text(preprocessors).equalsIgnoreCase("none");
  }

  private void auto(Option clause) {
    String value = text(clause);
    if (!value.equalsIgnoreCase("ON") && !value.equalsIgnoreCase("OFF")) {
      throw InsituException.of(ErrorCode.SYNTAX, "Unexpected '" + value + "'; expected ON or OFF.")
          .at(clause.position());
    }
    automatic = clause;
  }

  /** What nobody chooses must be said, and preprocessing is chosen: none. */
  private void checkAuto() {
    if (automatic == null || text(automatic).equalsIgnoreCase("ON")) {
      return;
    }
    for (String needed : List.of("MODEL_TYPE", "PREPROCESSORS", "HYPERPARAMETERS")) {
      if (!taken.contains(needed)) {
        throw InsituException.of(
                ErrorCode.OPTION_MISSING, "AUTO OFF stands without " + needed + ".")
            .at(automatic.position())
            .hint("AUTO OFF needs MODEL_TYPE, PREPROCESSORS 'none' and HYPERPARAMETERS.");
      }
    }
    if (preprocessors != null && preprocesses()) {
      throw InsituException.of(
              ErrorCode.OPTION_RANGE, "PREPROCESSORS names some, though AUTO is OFF.")
          .at(preprocessors.position())
          .hint("AUTO OFF takes PREPROCESSORS 'none'; leave AUTO OFF out, or use TRANSFORM.");
    }
  }

  private void ignore(String name) {
    notices.add(name + " has no effect here.");
  }

  private static List<Option> fields(Option clause) {
    return ((OptionValue.Struct) clause.value()).fields();
  }

  private static String text(Option clause) {
    return switch (clause.value()) {
      case OptionValue.Text text -> text.value();
      case OptionValue.Numeric number -> number.value().toPlainString();
      default -> throw new IllegalStateException(clause.toString());
    };
  }

  static InsituException notYet(String what, Position where) {
    return InsituException.of(
            ErrorCode.NOT_AVAILABLE_YET, what + " is not available yet in this version.")
        .at(where);
  }
}
