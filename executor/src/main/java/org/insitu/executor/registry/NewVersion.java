/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.registry;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.insitu.udf.transform.Transformation;

/**
 * A fit that is to be kept.
 *
 * @param fitted the model that the version is; of a tuned one the best trial
 * @param trials the other trials of a tuned model, by their ids
 */
public record NewVersion(
    String modelType,
    Optional<Transformation> transformation,
    FittedModel fitted,
    SortedMap<Long, FittedModel> trials,
    long rowsTrained,
    double loss) {
  public NewVersion {
    trials = new TreeMap<>(trials);
  }
}
