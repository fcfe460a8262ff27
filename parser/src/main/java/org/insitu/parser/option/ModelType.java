/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.text.Nearest;

/** Every MODEL_TYPE of the language, those of later versions included. */
public enum ModelType {
  LINEAR_REG(Task.REGRESSION, true),
  LOGISTIC_REG(Task.CLASSIFICATION, true),
  BOOSTED_TREE_CLASSIFIER(Task.CLASSIFICATION, true),
  BOOSTED_TREE_REGRESSOR(Task.REGRESSION, true),
  RANDOM_FOREST_CLASSIFIER(Task.CLASSIFICATION, true),
  RANDOM_FOREST_REGRESSOR(Task.REGRESSION, true),
  DECISION_TREE_CLASSIFIER(Task.CLASSIFICATION, true),
  DECISION_TREE_REGRESSOR(Task.REGRESSION, true),
  GLM(Task.REGRESSION, true),
  LINEAR_SVM(Task.CLASSIFICATION, true),
  ISOTONIC(Task.REGRESSION, true),
  KMEANS(Task.CLUSTERING, true),
  NAIVE_BAYES(Task.CLASSIFICATION, true),
  LDA(Task.CLASSIFICATION, true),
  QDA(Task.CLASSIFICATION, true),
  PCA(Task.REDUCTION, true),
  ISOLATION_FOREST(Task.OTHER, true),
  GAUSSIAN_PROCESS(Task.REGRESSION, true),
  KNN_CLASSIFIER(Task.CLASSIFICATION, true),
  KNN_REGRESSOR(Task.REGRESSION, true),

  ARIMA_PLUS(Task.FORECASTING),
  ARIMA_PLUS_XREG(Task.FORECASTING),
  AUTOENCODER(Task.REDUCTION),
  AUTOML_CLASSIFIER(Task.CLASSIFICATION),
  AUTOML_REGRESSOR(Task.REGRESSION),
  CONTRIBUTION_ANALYSIS(Task.OTHER),
  DBSCAN(Task.CLUSTERING),
  DNN_CLASSIFIER(Task.CLASSIFICATION),
  DNN_REGRESSOR(Task.REGRESSION),
  DNN_LINEAR_COMBINED_CLASSIFIER(Task.CLASSIFICATION),
  DNN_LINEAR_COMBINED_REGRESSOR(Task.REGRESSION),
  MATRIX_FACTORIZATION(Task.OTHER),
  ONNX(Task.OTHER),
  PMML(Task.OTHER),
  SVM(Task.CLASSIFICATION),
  TENSORFLOW(Task.OTHER),
  TENSORFLOW_LITE(Task.OTHER),
  TRANSFORM_ONLY(Task.OTHER, true),
  XGBOOST(Task.OTHER);

  /** What a model is for. */
  public enum Task {
    REGRESSION,
    CLASSIFICATION,
    CLUSTERING,
    FORECASTING,
    REDUCTION,
    OTHER
  }

  private final Task task;
  private final boolean available;

  ModelType(Task task) {
    this(task, false);
  }

  ModelType(Task task, boolean available) {
    this.task = task;
    this.available = available;
  }

  public Task task() {
    return task;
  }

  /** Whether it is made of decision trees that are fitted to a label. */
  public boolean isTree() {
    return switch (this) {
      case BOOSTED_TREE_CLASSIFIER,
          BOOSTED_TREE_REGRESSOR,
          RANDOM_FOREST_CLASSIFIER,
          RANDOM_FOREST_REGRESSOR,
          DECISION_TREE_CLASSIFIER,
          DECISION_TREE_REGRESSOR ->
          true;
      default -> false;
    };
  }

  /** Whether there is a label column. */
  public boolean isSupervised() {
    return task == Task.REGRESSION || task == Task.CLASSIFICATION;
  }

  /** Whether this version fits it. */
  public boolean isAvailable() {
    return available;
  }

  /** The types that this version fits. */
  public static List<ModelType> available() {
    return Arrays.stream(values()).filter(ModelType::isAvailable).toList();
  }

  /** Short names. */
  private static final Map<String, ModelType> OTHER_NAMES = Map.of("KNN", KNN_CLASSIFIER);

  /**
   * The type of this name; case, hyphens and underscores do not matter, as in BigQuery.
   *
   * <p><b>Errors:</b> {@code OPTION_RANGE} for an unknown name, {@code NOT_AVAILABLE_YET}.
   */
  static ModelType of(String name, Position position) {
    ModelType found =
        Arrays.stream(values())
            .filter(type -> bare(type.name()).equals(bare(name)))
            .findFirst()
            .or(() -> Optional.ofNullable(OTHER_NAMES.get(bare(name))))
            .orElseThrow(() -> unknown(name, position));
    if (!found.available) {
      throw InsituException.of(
              ErrorCode.NOT_AVAILABLE_YET,
              "MODEL_TYPE " + found + " is not available yet in this version.")
          .at(position)
          .hint("Available: " + names(available()) + ".");
    }
    return found;
  }

  private static InsituException unknown(String name, Position position) {
    List<String> names = Arrays.stream(values()).map(Enum::name).toList();
    return InsituException.of(
            ErrorCode.OPTION_RANGE,
            "Unknown MODEL_TYPE '%s' (allowed: %s).".formatted(name, names(available())))
        .at(position)
        .hint(
            Nearest.to(name, names)
                .map(meant -> "Did you mean '" + meant + "'?")
                .orElse("Use one of the types named."));
  }

  private static String names(List<ModelType> types) {
    return String.join(", ", types.stream().map(Enum::name).toList());
  }

  private static String bare(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }
}
