/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every table function {@code ML.NAME(...)} of the language. */
public enum MlFunction {
  PREDICT(Model.NEEDED, 1, 1, true, "One row for each row of the data, with the prediction."),
  EVALUATE(Model.NEEDED, 0, 1, true, "One row of metrics, of the data or of the held-out split."),
  WEIGHTS(Model.NEEDED, 0, 0, true, "The weight of each feature of a linear model."),
  ADVANCED_WEIGHTS(Model.NEEDED, 0, 0, true, "Weights with standard errors and p-values."),
  CENTROIDS(Model.NEEDED, 0, 0, true, "The centre of each cluster of a k-means model."),
  FEATURE_IMPORTANCE(Model.NEEDED, 0, 0, true, "How much a tree model uses each feature."),
  PRINCIPAL_COMPONENTS(Model.NEEDED, 0, 0, true, "The components of a PCA model."),
  PRINCIPAL_COMPONENT_INFO(Model.NEEDED, 0, 0, true, "The variance of each component."),
  TRAINING_INFO(Model.NEEDED, 0, 0, true, "One row for each iteration of the fit."),
  CONFUSION_MATRIX(Model.NEEDED, 0, 1, true, "Rows counted by expected and predicted label."),
  ROC_CURVE(Model.NEEDED, 0, 1, true, "Recall and false positive rate at each threshold."),
  PR_CURVE(Model.NEEDED, 0, 1, true, "Precision and recall at each threshold."),
  LIFT(Model.NEEDED, 0, 1, true, "Positives found against rows taken, best scores first."),
  CROSS_VALIDATE(Model.NEEDED, 1, 1, true, "One row of metrics for each fold of the data."),
  CALIBRATION(Model.NEEDED, 0, 1, true, "Predicted probability against observed frequency."),
  FEATURE_INFO(Model.NEEDED, 0, 0, true, "What the fit saw of each input column."),
  DESCRIBE_DATA(Model.NONE, 1, 1, true, "One row of statistics for each column."),
  DETECT_ANOMALIES(Model.NEEDED, 0, 1, true, "Each row with its anomaly score."),
  DETECT_OUTLIERS(Model.NONE, 1, 1, true, "Each row, and which of its numbers stand apart."),
  PREFLIGHT(Model.NONE, 1, 1, true, "What a fit on the data would stumble over."),
  EXPLAIN_PREDICT(Model.NEEDED, 1, 1, true, "Predictions with what each feature added."),
  GLOBAL_EXPLAIN(Model.NEEDED, 0, 0, true, "The mean attribution of each feature."),

  ARIMA_COEFFICIENTS(Model.NEEDED, 0, 0, false, "The coefficients of a time series model."),
  ARIMA_EVALUATE(Model.NEEDED, 0, 0, false, "The candidates of a time series model."),
  CORRELATION(Model.NONE, 1, 1, false, "Correlations of the columns of a table."),
  ENTITY_FEATURES_AT_TIME(Model.NONE, 2, 2, false, "Features of entities at points in time."),
  EXPLAIN_FORECAST(Model.NEEDED, 0, 1, false, "A forecast taken apart into its components."),
  FEATURES_AT_TIME(Model.NONE, 1, 1, false, "Features as they were at a point in time."),
  FORECAST(Model.NEEDED, 0, 1, false, "The future of each time series."),
  HOLIDAY_INFO(Model.NEEDED, 0, 0, false, "The holidays of a time series model."),
  RECOMMEND(Model.NEEDED, 0, 1, false, "Ratings of users and items."),
  RECONSTRUCTION_LOSS(Model.NEEDED, 0, 1, false, "The losses of an autoencoder, by row."),
  TRANSFORM(Model.NEEDED, 1, 1, true, "The data after the model's TRANSFORM clause."),
  TRIAL_INFO(Model.NEEDED, 0, 0, true, "One row for each trial of a tuned model."),
  VALIDATE_DATA_DRIFT(Model.ALLOWED, 2, 2, false, "Columns whose distribution moved."),
  VALIDATE_DATA_SKEW(Model.NEEDED, 1, 1, false, "Columns that differ from the training data.");

  /** Whether a function takes a model. */
  public enum Model {
    NEEDED,
    ALLOWED,
    NONE
  }

  private final Model model;
  private final int sourcesMin;
  private final int sourcesMax;
  private final boolean available;
  private final String documentation;

  MlFunction(Model model, int sourcesMin, int sourcesMax, boolean available, String documentation) {
    this.model = model;
    this.sourcesMin = sourcesMin;
    this.sourcesMax = sourcesMax;
    this.available = available;
    this.documentation = documentation;
  }

  /** The function of this name, without {@code ML.}, in any case. */
  public static Optional<MlFunction> of(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(f -> f.name().equals(upper)).findFirst();
  }

  /** Every name, for hints. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Enum::name).toList();
  }

  public Model model() {
    return model;
  }

  /** The fewest data arguments it takes. */
  public int sourcesMin() {
    return sourcesMin;
  }

  public int sourcesMax() {
    return sourcesMax;
  }

  /** Whether this version runs it; the others answer NOT_AVAILABLE_YET. */
  public boolean isAvailable() {
    return available;
  }

  public String documentation() {
    return documentation;
  }
}
