/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.option.LossOptions;

/**
 * How much a row of each class counts in a fit.
 *
 * @param balanced weights that make the classes count alike: rows / (classes * rows of the class)
 * @param given weights by class name, 1 for those not named; empty when balanced
 */
public record ClassWeights(boolean balanced, Map<String, Double> given) {

  /** Every row counts once. */
  public static final ClassWeights EQUAL = new ClassWeights(false, Map.of());

  /** The option {@code auto_class_weights}. */
  public static final ClassWeights BALANCED = new ClassWeights(true, Map.of());

  public ClassWeights {
    given = Map.copyOf(given);
    if (balanced && !given.isEmpty()) {
      throw InsituException.of(
          ErrorCode.OPTION_NOT_APPLICABLE,
          "class_weights and auto_class_weights = TRUE exclude each other.");
    }
    LossOptions.CLASS_WEIGHTS.require(given);
  }

  /** The option {@code class_weights}. */
  public static ClassWeights of(Map<String, Double> given) {
    return new ClassWeights(false, given);
  }

  /** The weight of each class of a label; CLASS_NOT_FOUND for one it has not. */
  public double[] of(LabelProfile.Classes label) {
    List<String> names = label.label().classes();
    double[] weights = new double[names.size()];
    Arrays.fill(weights, 1);
    long rows = label.rows().stream().mapToLong(Long::longValue).sum();
    for (int i = 0; balanced && i < weights.length; i++) {
      weights[i] = (double) rows / (weights.length * (double) label.rows().get(i));
    }
    given.forEach(
        (name, weight) -> {
          int index = names.indexOf(name);
          if (index < 0) {
            throw InsituException.of(
                ErrorCode.CLASS_NOT_FOUND,
                "class_weights names the class '%s' (the label '%s' has: %s)"
                    .formatted(name, label.label().name(), String.join(", ", names)));
          }
          weights[index] = weight;
        });
    return weights;
  }

  /** Whether every row counts once. */
  public boolean areEqual() {
    return !balanced && given.isEmpty();
  }
}
