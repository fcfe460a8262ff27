/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.List;
import java.util.Optional;
import org.insitu.udf.model.Feature;

/**
 * What is known of the training rows before a fit.
 *
 * @param rows how many there are
 * @param columns the features in the order asked for
 * @param label for supervised models
 * @param notices for the user: constant columns
 * @param bytesMoved that left the warehouse for it
 * @param classCounts of the categories among the columns, where they were asked for
 */
public record Profile(
    long rows,
    List<ColumnProfile> columns,
    Optional<LabelProfile> label,
    List<String> notices,
    long bytesMoved,
    Optional<ClassCounts> classCounts) {
  public Profile {
    columns = List.copyOf(columns);
    notices = List.copyOf(notices);
  }

  /** A profile without counts by class. */
  public Profile(
      long rows,
      List<ColumnProfile> columns,
      Optional<LabelProfile> label,
      List<String> notices,
      long bytesMoved) {
    this(rows, columns, label, notices, bytesMoved, Optional.empty());
  }

  /** The same rows, other things known of the columns. */
  public Profile with(List<ColumnProfile> others) {
    return new Profile(rows, others, label, notices, bytesMoved, classCounts);
  }

  /** The features as the model keeps them. */
  public List<Feature> features() {
    return columns.stream().map(ColumnProfile::feature).toList();
  }
}
