/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import static org.insitu.parser.option.LossOptions.AUTO_CLASS_WEIGHTS;
import static org.insitu.parser.option.LossOptions.CALCULATE_P_VALUES;
import static org.insitu.parser.option.LossOptions.CATEGORY_ENCODING_METHOD;
import static org.insitu.parser.option.LossOptions.CLASS_WEIGHTS;
import static org.insitu.parser.option.LossOptions.EARLY_STOP;
import static org.insitu.parser.option.LossOptions.FIT_INTERCEPT;
import static org.insitu.parser.option.LossOptions.L1_REG;
import static org.insitu.parser.option.LossOptions.L2_REG;
import static org.insitu.parser.option.LossOptions.MIN_REL_PROGRESS;

import java.util.Map;
import java.util.OptionalDouble;
import org.insitu.executor.fit.CategoryEncoding;
import org.insitu.executor.fit.ClassWeights;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.linear.LinearTerms;
import org.insitu.parser.option.Choice;
import org.insitu.parser.option.ModelOptions;
import org.insitu.parser.option.ModelType;

/** Options that several families take. */
final class SharedOptions {
  private SharedOptions() {}

  static LinearTerms linearTerms(ModelOptions options) {
    return new LinearTerms(
        options.get(L1_REG),
        options.get(L2_REG),
        options.get(FIT_INTERCEPT),
        encoding(options),
        options.find(CALCULATE_P_VALUES).orElse(false));
  }

  /** What the label of a supervised model is for. */
  static Purpose purpose(ModelType type) {
    return type.task() == ModelType.Task.CLASSIFICATION
        ? Purpose.CLASSIFICATION
        : Purpose.REGRESSION;
  }

  static ClassWeights classWeights(ModelOptions options) {
    return options.get(AUTO_CLASS_WEIGHTS)
        ? ClassWeights.BALANCED
        : ClassWeights.of(options.find(CLASS_WEIGHTS).orElse(Map.of()));
  }

  /** MIN_REL_PROGRESS where it was given and may stop the fit. */
  static OptionalDouble minRelProgress(ModelOptions options) {
    return options.isSet(MIN_REL_PROGRESS) && options.get(EARLY_STOP)
        ? OptionalDouble.of(options.get(MIN_REL_PROGRESS))
        : OptionalDouble.empty();
  }

  private static CategoryEncoding encoding(ModelOptions options) {
    return options.get(CATEGORY_ENCODING_METHOD) == Choice.CategoryEncoding.DUMMY_ENCODING
        ? CategoryEncoding.DUMMY
        : CategoryEncoding.ONE_HOT;
  }
}
