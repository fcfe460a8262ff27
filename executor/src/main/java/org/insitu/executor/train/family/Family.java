/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Purpose;

/** A family of models with the options of one fit. */
public interface Family {

  /** What the label is for. */
  Purpose purpose();

  /** The column that weighs rows; it is no feature. */
  default Optional<String> weightColumn() {
    return Optional.empty();
  }

  /**
   * Refuses features that its options do not go with.
   *
   * @param features as the training query describes them
   */
  default void check(List<Field> features) {}

  /** Which categories become one number for each of their levels, 1 or 0. */
  enum LevelColumns {
    /** None: categories are features. */
    NONE,
    /** Those that ML.ONE_HOT_ENCODER makes. */
    ENCODED,
    /** All. */
    ALL
  }

  /** Which categories become columns before the fit. */
  default LevelColumns levelColumns() {
    return LevelColumns.NONE;
  }

  /** Whether ML.EVALUATE has metrics for its models. */
  default boolean hasMetrics() {
    return true;
  }

  /** Whether it wants categories counted by class while they are profiled. */
  default boolean countsByClass() {
    return false;
  }

  /** Whether its models take so many rows and no more, so that they are counted first. */
  default boolean isBounded() {
    return false;
  }

  /** How it is profiled and fitted. */
  FamilyFit fit(ProfileRequest request, FitResources resources, FitProgress progress);

  /** What EXPLAIN says of it. */
  FitWork work();
}
