/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.List;
import java.util.Optional;
import org.insitu.executor.fit.rows.Source;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;

/**
 * The rows a model is fitted on, still in their warehouse.
 *
 * @param source answers with exactly the training rows (the evaluation rows are already taken out),
 *     columns as in the user's query
 * @param profile of these rows, by {@link Profiler}
 * @param evaluation the held-out rows, if any
 * @param readings what trainers read of them
 */
public record TrainingSet(
    Source source, Profile profile, Optional<Source> evaluation, Readings readings) {

  /** Rows of a single fit. */
  public TrainingSet(Source source, Profile profile, Optional<Source> evaluation) {
    this(source, profile, evaluation, Readings.EACH_TIME);
  }

  /** The same rows, what is read of them kept for other fits. */
  public TrainingSet with(Readings shared) {
    return new TrainingSet(source, profile, evaluation, shared);
  }

  /** How many rows there are. */
  public long rows() {
    return profile.rows();
  }

  /** The inputs, in the order of the training query. */
  public List<Feature> features() {
    return profile.features();
  }

  /** The column to predict, for supervised models. */
  public Optional<Label> label() {
    return profile.label().map(LabelProfile::label);
  }
}
