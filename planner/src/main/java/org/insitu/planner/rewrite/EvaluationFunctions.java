/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import java.util.function.Function;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.planner.bind.FeatureBinding;
import org.insitu.planner.bind.Hints;
import org.insitu.planner.evaluate.Evaluations;
import org.insitu.udf.model.Label;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.sql.SqlText;

/** The functions that judge a model: by rows given, or by those held out at its training. */
final class EvaluationFunctions {
  private EvaluationFunctions() {}

  static String metrics(ModelCall call) {
    double threshold = call.options().threshold();
    return judged(call, threshold != 0.5, rows -> rows.metrics(threshold));
  }

  static String confusionMatrix(ModelCall call) {
    double threshold = call.options().threshold();
    return judged(call, threshold != 0.5, rows -> rows.confusionMatrix(threshold));
  }

  static String rocCurve(ModelCall call) {
    var thresholds = call.options().thresholds();
    return judged(call, !thresholds.isEmpty(), rows -> rows.rocCurve(thresholds));
  }

  static String prCurve(ModelCall call) {
    var thresholds = call.options().thresholds();
    return judged(call, !thresholds.isEmpty(), rows -> rows.prCurve(thresholds));
  }

  static String lift(ModelCall call) {
    int buckets = call.options().numBuckets();
    return judged(call, !call.options().areDefaults(), rows -> rows.lift(buckets));
  }

  static String calibration(ModelCall call) {
    int buckets = call.options().numBuckets();
    var strategy = call.options().bucketStrategy();
    return judged(call, !call.options().areDefaults(), rows -> rows.calibration(buckets, strategy));
  }

  static String crossValidated(ModelCall call) {
    if (call.function().label().isEmpty()) {
      throw call.notApplicable("a model with a label");
    }
    return call.expansion()
        .crossValidated(
            call.call().model().orElseThrow(),
            call.version(),
            call.call().sources().getFirst(),
            call.options().folds(),
            call.position());
  }

  /**
   * The answer by the call's rows; without them, what the fit found.
   *
   * @param needsData whether an option asks for what only rows can answer
   */
  private static String judged(
      ModelCall call, boolean needsData, Function<Evaluations, SqlText> query) {
    return call.hasData()
        ? call.expansion().take(query.apply(evaluations(call)))
        : call.fact(needsData);
  }

  private static Evaluations evaluations(ModelCall call) {
    if (call.function() instanceof ModelFunction.PrincipalComponents) {
      throw InsituException.of(
              ErrorCode.FUNCTION_NOT_APPLICABLE,
              "ML.%s of a PCA model takes no data.".formatted(call.call().function()))
          .hint(
              "ML.EVALUATE(MODEL %s) says what its components explain."
                  .formatted(call.version().model()));
    }
    CallSource source = call.source();
    call.function().label().ifPresent(label -> requireLabel(label, source, call));
    return new Evaluations(
        call.function(),
        source.sql(),
        source.inputs(),
        call.expansion().dialect(),
        call.expansion().treeForm());
  }

  private static void requireLabel(Label label, CallSource source, ModelCall call) {
    if (source.columns().find(label.name(), call.position()).isEmpty()) {
      throw InsituException.of(
              ErrorCode.LABEL_NOT_FOUND,
              "ML.%s needs the label of model '%s', column '%s'; the query has %s."
                  .formatted(
                      call.call().function(),
                      call.version().model(),
                      label.name(),
                      FeatureBinding.listed(source.columns().names())))
          .hint(
              Hints.didYouMean(
                  label.name(), source.columns().names(), "Select the label in the query."));
    }
  }
}
