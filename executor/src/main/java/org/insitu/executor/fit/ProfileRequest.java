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
 */
public record ProfileRequest(
    Source source, List<Field> features, Optional<Field> label, Purpose purpose) {
  public ProfileRequest {
    features = List.copyOf(features);
    if (label.isPresent() != purpose.isSupervised()) {
      throw new IllegalArgumentException("label: " + label + " (purpose: " + purpose + ")");
    }
  }
}
