/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options of model types that later versions fit, by those types: known, so that they are not
 * called unknown.
 *
 * <p><b>Source:</b> BigQuery ML, the CREATE MODEL page of each model type.
 */
final class OtherOptions {
  private static final Map<String, List<String>> BY_OWNER = new LinkedHashMap<>();

  static {
    BY_OWNER.put(
        "the DNN models",
        List.of(
            "activation_fn",
            "batch_size",
            "dnn_learn_rate",
            "dropout",
            "hidden_units",
            "integrated_gradients_num_steps",
            "optimizer",
            "tf_version"));
    BY_OWNER.put(
        "MATRIX_FACTORIZATION",
        List.of(
            "feedback_type", "item_col", "num_factors", "rating_col", "user_col", "wals_alpha"));
    BY_OWNER.put(
        "ARIMA_PLUS",
        List.of(
            "adjust_step_changes",
            "auto_arima",
            "auto_arima_max_order",
            "auto_arima_min_order",
            "clean_spikes_and_dips",
            "data_frequency",
            "decompose_time_series",
            "forecast_limit_lower_bound",
            "forecast_limit_upper_bound",
            "hierarchical_time_series_cols",
            "holiday_region",
            "horizon",
            "include_drift",
            "max_time_series_length",
            "min_time_series_length",
            "non_seasonal_order",
            "seasonalities",
            "time_series_data_col",
            "time_series_id_col",
            "time_series_length_fraction",
            "time_series_timestamp_col",
            "trend_smoothing_window_size"));
    BY_OWNER.put("the AUTOML models", List.of("budget_hours", "optimization_objective"));
    BY_OWNER.put("imported models", List.of("model_path"));
    BY_OWNER.put("remote models", List.of("endpoint", "remote_service_type"));
    BY_OWNER.put(
        "CONTRIBUTION_ANALYSIS",
        List.of(
            "contribution_metric",
            "dimension_id_cols",
            "is_test_col",
            "min_apriori_support",
            "pruning_method",
            "top_k_insights_by_apriori_support"));
  }

  private OtherOptions() {}

  /** Whose option this is, if it is any model type's. */
  static Optional<String> owner(String option) {
    return BY_OWNER.entrySet().stream()
        .filter(entry -> entry.getValue().contains(option))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
