/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.Optional;
import org.insitu.udf.model.ModelFunction;

/**
 * Fits one family of models.
 *
 * @param <O> the family's options, a validated record
 */
public interface Trainer<O> {

  /**
   * Fits.
   *
   * @param progress told of iterations; asked now and then whether to go on
   * @return the model and how the fit went
   */
  Fitted fit(TrainingSet data, O options, FitProgress progress);

  /**
   * A fitted model.
   *
   * @param report iterations, losses and how it was computed
   * @param estimates of its weights, where the options ask for p-values
   */
  record Fitted(ModelFunction model, FitReport report, Optional<Estimates> estimates) {

    /** A model without estimates. */
    public Fitted(ModelFunction model, FitReport report) {
      this(model, report, Optional.empty());
    }
  }
}
