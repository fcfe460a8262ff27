/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import org.insitu.planner.inspect.GlobalAttributions;
import org.insitu.udf.model.ExplainOptions;
import org.insitu.udf.model.ModelExplanations;

/** The functions that say which features a supervised model's predictions come from. */
final class ExplanationFunctions {
  private ExplanationFunctions() {}

  static String ofRows(ModelCall call) {
    requireExplained(call);
    ExplainOptions options =
        new ExplainOptions(call.options().topFeatures(), call.options().threshold());
    return PredictionFunctions.outputs(call, ModelExplanations.of(call.function(), options), true);
  }

  static String global(ModelCall call) {
    requireExplained(call);
    return call.constants(
        GlobalAttributions.of(call.version(), call.options().classLevelExplain()));
  }

  private static void requireExplained(ModelCall call) {
    if (!ModelExplanations.areDefined(call.function())) {
      throw call.notApplicable("a supervised model");
    }
  }
}
