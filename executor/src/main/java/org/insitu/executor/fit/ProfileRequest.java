/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.rows.Source;

/**
 * Which columns of which query to profile.
 *
 * @param source answers with the training rows
 * @param features the feature columns as {@link Source#describe} says them
 * @param label the label column, for supervised models
 * @param purpose what the label is for
 * @param byClass whether the fit wants categories counted by class: {@link Profile#classCounts}
 */
public record ProfileRequest(
    Source source, List<Field> features, Optional<Field> label, Purpose purpose, boolean byClass) {

  /** Columns of which nothing more is wanted. */
  public ProfileRequest(
      Source source, List<Field> features, Optional<Field> label, Purpose purpose) {
    this(source, features, label, purpose, false);
  }

  public ProfileRequest {
    features = List.copyOf(features);
    if (label.isPresent() != purpose.isSupervised()) {
      throw new IllegalArgumentException("label: " + label + " (purpose: " + purpose + ")");
    }
  }
}
