/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.List;
import java.util.Optional;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;

/**
 * The rows a model is fitted on, still in their warehouse.
 *
 * @param connection where they are
 * @param sql a query that answers with exactly the training rows (the evaluation rows are already
 *     taken out), columns as in the user's query; running it twice gives the same rows in the same
 *     order
 * @param rows how many there are
 * @param features profiled: means, deviations and levels are known
 * @param label profiled, for supervised models
 * @param evaluationSql the held-out rows, if any
 */
public record TrainingSet(
    WarehouseConnection connection,
    String sql,
    long rows,
    List<Feature> features,
    Optional<Label> label,
    Optional<String> evaluationSql) {
  public TrainingSet {
    features = List.copyOf(features);
  }
}
