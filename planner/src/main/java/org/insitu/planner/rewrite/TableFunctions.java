/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import org.insitu.parser.option.FunctionOptions;
import org.insitu.parser.option.MlFunction;
import org.insitu.parser.statement.MlCall;

/** Each {@code ML.NAME(...)} as the query that answers it. */
public final class TableFunctions {
  /** Ends the name of a fact that is asked for with STRUCT(TRUE AS standardize). */
  public static final String STANDARDIZED = "_STANDARDIZED";

  private TableFunctions() {}

  static String sql(MlCall.TableFunction call, Expansion expansion) {
    MlFunction function = CalledFunction.of(call);
    FunctionOptions options = FunctionOptions.bind(function, call.options());
    return call.model()
        .map(name -> Trials.of(expansion.catalog().resolve(name), options, expansion.catalog()))
        .map(version -> ofModel(new ModelCall(function, call, version, options, expansion)))
        .orElseGet(() -> ofData(function, call, options, expansion));
  }

  private static String ofData(
      MlFunction function,
      MlCall.TableFunction call,
      FunctionOptions options,
      Expansion expansion) {
    CallSource source = CallSource.of(call, expansion);
    return switch (function) {
      case DESCRIBE_DATA -> DataFunctions.described(source, options, expansion);
      case PREFLIGHT -> DataFunctions.preflight(source, options, call.position(), expansion);
      case DETECT_OUTLIERS -> DataFunctions.outliers(source, options, call.position(), expansion);
      default -> throw CalledFunction.notAvailable(function);
    };
  }

  private static String ofModel(ModelCall call) {
    return switch (call.name()) {
      case PREDICT -> PredictionFunctions.predict(call);
      case TRANSFORM -> PredictionFunctions.transformed(call);
      case DETECT_ANOMALIES -> PredictionFunctions.anomalies(call);
      case EXPLAIN_PREDICT -> ExplanationFunctions.ofRows(call);
      case GLOBAL_EXPLAIN -> ExplanationFunctions.global(call);
      case EVALUATE -> EvaluationFunctions.metrics(call);
      case CONFUSION_MATRIX -> EvaluationFunctions.confusionMatrix(call);
      case ROC_CURVE -> EvaluationFunctions.rocCurve(call);
      case PR_CURVE -> EvaluationFunctions.prCurve(call);
      case LIFT -> EvaluationFunctions.lift(call);
      case CALIBRATION -> EvaluationFunctions.calibration(call);
      case CROSS_VALIDATE -> EvaluationFunctions.crossValidated(call);
      case TRAINING_INFO, FEATURE_INFO -> call.fact();
      case TRIAL_INFO -> InspectionFunctions.trials(call);
      case WEIGHTS -> InspectionFunctions.weights(call);
      case ADVANCED_WEIGHTS -> InspectionFunctions.advancedWeights(call);
      case CENTROIDS -> InspectionFunctions.centroids(call);
      case PRINCIPAL_COMPONENTS -> InspectionFunctions.components(call);
      case PRINCIPAL_COMPONENT_INFO -> InspectionFunctions.componentInfo(call);
      case FEATURE_IMPORTANCE -> InspectionFunctions.featureImportance(call);
      default -> throw CalledFunction.notAvailable(call.name());
    };
  }
}
