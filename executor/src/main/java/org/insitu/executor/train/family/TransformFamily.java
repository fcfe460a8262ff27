/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.udf.model.ModelFunction;

/** TRANSFORM_ONLY: the transformation is all there is. */
public record TransformFamily() implements Family {

  @Override
  public Purpose purpose() {
    return Purpose.UNSUPERVISED;
  }

  /** Never called: nothing is profiled. */
  @Override
  public FamilyFit fit(ProfileRequest request, FitResources resources, FitProgress progress) {
    throw new IllegalStateException("TRANSFORM_ONLY is not fitted over rows");
  }

  @Override
  public FitWork work() {
    return new FitWork("nothing beside the transformation", FitWork.Sends.SUMS);
  }

  /** What is kept. */
  public Fitted fitted() {
    return new Fitted(
        new ModelFunction.TransformOnly(),
        new FitReport("transformation", "warehouse", 0, java.util.List.of(), java.util.List.of()));
  }
}
