/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.planner.inspect.Centroids;
import org.insitu.planner.inspect.Components;
import org.insitu.planner.inspect.FeatureImportance;
import org.insitu.planner.inspect.Weights;
import org.insitu.planner.table.Table;
import org.insitu.udf.model.ModelFunction;

/** The functions that show what a model is made of, and how it was fitted. */
final class InspectionFunctions {
  private InspectionFunctions() {}

  static String weights(ModelCall call) {
    return call.constants(
        Weights.of(call.function(), call.options().standardize()), "a linear model");
  }

  static String advancedWeights(ModelCall call) {
    ModelVersion version = call.version();
    String name = call.name().name();
    Table table =
        version
            .facts()
            .get(call.options().standardize() ? name + TableFunctions.STANDARDIZED : name);
    if (table == null) {
      throw InsituException.of(
              ErrorCode.FUNCTION_NOT_APPLICABLE,
              "ML.ADVANCED_WEIGHTS needs a model trained with CALCULATE_P_VALUES = TRUE; model"
                  + " '%s', a %s, was not.".formatted(version.model(), version.modelType()))
          .hint(
              "Train it with CALCULATE_P_VALUES = TRUE, CATEGORY_ENCODING_METHOD ="
                  + " 'DUMMY_ENCODING'.");
    }
    return call.constants(table);
  }

  static String centroids(ModelCall call) {
    if (call.function() instanceof ModelFunction.KMeans model) {
      return call.constants(Centroids.of(model, call.options().standardize()));
    }
    throw call.notApplicable("a k-means model");
  }

  static String components(ModelCall call) {
    return call.constants(Components.weights(pca(call)));
  }

  static String componentInfo(ModelCall call) {
    return call.constants(Components.info(pca(call)));
  }

  private static ModelFunction.PrincipalComponents pca(ModelCall call) {
    if (call.function() instanceof ModelFunction.PrincipalComponents model) {
      return model;
    }
    throw call.notApplicable("a PCA model");
  }

  static String featureImportance(ModelCall call) {
    return call.constants(FeatureImportance.of(call.function()), "a tree model");
  }

  static String trials(ModelCall call) {
    if (!call.version().facts().containsKey(call.name().name())) {
      throw Trials.untuned("ML.TRIAL_INFO", call.version());
    }
    return call.fact();
  }
}
