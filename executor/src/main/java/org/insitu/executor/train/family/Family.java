/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Purpose;

/** A family of models with the options of one fit. */
public interface Family {

  /** What the label is for. */
  Purpose purpose();

  /** Whether ML.EVALUATE has metrics for its models. */
  default boolean hasMetrics() {
    return true;
  }

  /** How it is profiled and fitted. */
  FamilyFit fit(ProfileRequest request, FitResources resources, FitProgress progress);

  /** What EXPLAIN says of it. */
  FitWork work();
}
