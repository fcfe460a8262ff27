/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.option.FunctionOptions;
import org.insitu.parser.option.MlFunction;
import org.insitu.parser.statement.MlCall;
import org.insitu.parser.text.Nearest;
import org.insitu.planner.anomaly.Anomalies;
import org.insitu.planner.bind.FeatureBinding;
import org.insitu.planner.bind.Hints;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.planner.data.DescribeData;
import org.insitu.planner.data.DetectOutliers;
import org.insitu.planner.data.Preflight;
import org.insitu.planner.evaluate.Evaluations;
import org.insitu.planner.inspect.Centroids;
import org.insitu.planner.inspect.Components;
import org.insitu.planner.inspect.FeatureImportance;
import org.insitu.planner.inspect.GlobalAttributions;
import org.insitu.planner.inspect.Weights;
import org.insitu.planner.table.Table;
import org.insitu.planner.table.TableSql;
import org.insitu.udf.model.ExplainOptions;
import org.insitu.udf.model.Label;
import org.insitu.udf.model.ModelExplanations;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.ModelPrograms;
import org.insitu.udf.model.PredictOptions;
import org.insitu.udf.sql.SqlText;
import org.insitu.udf.sql.SqlWriter;

/** Each {@code ML.NAME(...)} as the query that answers it. */
public final class TableFunctions {
  /** Ends the name of a fact that is asked for with STRUCT(TRUE AS standardize). */
  public static final String STANDARDIZED = "_STANDARDIZED";

  private TableFunctions() {}

  static String sql(MlCall.TableFunction call, Expansion expansion) {
    MlFunction function = function(call);
    FunctionOptions options = FunctionOptions.bind(function, call.options());
    return call.model()
        .map(name -> Trials.of(expansion.catalog().resolve(name), options, expansion.catalog()))
        .map(version -> ofModel(function, call, version, options, expansion))
        .orElseGet(() -> ofData(function, call, options, expansion));
  }

  /** The functions over data alone. */
  private static String ofData(
      MlFunction function,
      MlCall.TableFunction call,
      FunctionOptions options,
      Expansion expansion) {
    PredictFunction.Source source = PredictFunction.source(call, expansion);
    return switch (function) {
      case DESCRIBE_DATA ->
          DescribeData.sql(
              source.sql(),
              source.columns(),
              options.numQuantiles(),
              options.numArrayLengthQuantiles(),
              options.topK(),
              expansion.dialect());
      case PREFLIGHT -> preflight(source, options, call, expansion);
      case DETECT_OUTLIERS ->
          DetectOutliers.sql(
              source.sql(),
              source.columns(),
              options.columns(),
              options.outlierMethod(),
              options.outlierThreshold(),
              call.position(),
              expansion.dialect());
      default -> raise(notAvailable(function));
    };
  }

  private static String preflight(
      PredictFunction.Source source,
      FunctionOptions options,
      MlCall.TableFunction call,
      Expansion expansion) {
    Optional<Field> label =
        options
            .label()
            .map(
                name ->
                    source
                        .columns()
                        .find(name, call.position())
                        .orElseThrow(() -> noLabel(name, source)));
    List<Field> features = new ArrayList<>(source.columns().fields());
    label.ifPresent(features::remove);
    double rows = expansion.estimatedRows(source.sql());
    return Preflight.sql(
        source.sql(),
        features,
        label,
        label.map(Preflight.LabelUse::of).orElse(Preflight.LabelUse.UNKNOWN),
        rows > Preflight.ROWS_MAX,
        expansion.dialect());
  }

  private static InsituException noLabel(String name, PredictFunction.Source source) {
    List<String> names = source.columns().names();
    return InsituException.of(
            ErrorCode.LABEL_NOT_FOUND,
            "Option 'label' names '%s'; the query has %s."
                .formatted(name, FeatureBinding.listed(names)))
        .hint(Hints.didYouMean(name, names, "Select it in the query."));
  }

  /** The functions of a model. */
  private static String ofModel(
      MlFunction function,
      MlCall.TableFunction call,
      ModelVersion version,
      FunctionOptions options,
      Expansion expansion) {
    boolean hasData = !call.sources().isEmpty();
    return switch (function) {
      case PREDICT ->
          PredictFunction.sql(
              call,
              version,
              ModelPrograms.of(
                  version.function(), new PredictOptions(options.threshold(), options.flatProbs())),
              options.keepOriginalColumns(),
              expansion);
      case EXPLAIN_PREDICT -> {
        requireExplained(function, version);
        yield PredictFunction.sql(
            call,
            version,
            ModelExplanations.of(
                version.function(), new ExplainOptions(options.topFeatures(), options.threshold())),
            true,
            expansion);
      }
      case GLOBAL_EXPLAIN -> {
        requireExplained(function, version);
        yield constants(GlobalAttributions.of(version, options.classLevelExplain()), expansion);
      }
      case EVALUATE ->
          hasData
              ? expansion.take(evaluations(call, version, expansion).metrics(options.threshold()))
              : fact(version, function, options.threshold() != 0.5, expansion);
      case CONFUSION_MATRIX ->
          hasData
              ? expansion.take(
                  evaluations(call, version, expansion).confusionMatrix(options.threshold()))
              : fact(version, function, options.threshold() != 0.5, expansion);
      case ROC_CURVE ->
          hasData
              ? expansion.take(evaluations(call, version, expansion).rocCurve(options.thresholds()))
              : fact(version, function, !options.thresholds().isEmpty(), expansion);
      case TRANSFORM -> transformed(call, version, expansion);
      case PR_CURVE ->
          hasData
              ? expansion.take(evaluations(call, version, expansion).prCurve(options.thresholds()))
              : fact(version, function, !options.thresholds().isEmpty(), expansion);
      case LIFT ->
          hasData
              ? expansion.take(evaluations(call, version, expansion).lift(options.numBuckets()))
              : fact(version, function, !options.areDefaults(), expansion);
      case CALIBRATION ->
          hasData
              ? expansion.take(
                  evaluations(call, version, expansion)
                      .calibration(options.numBuckets(), options.bucketStrategy()))
              : fact(version, function, !options.areDefaults(), expansion);
      case DETECT_ANOMALIES -> anomalies(call, version, options, expansion);
      case TRIAL_INFO -> {
        if (!version.facts().containsKey(function.name())) {
          throw Trials.untuned("ML.TRIAL_INFO", version);
        }
        yield fact(version, function, false, expansion);
      }
      case CROSS_VALIDATE -> crossValidated(call, version, options, expansion);
      case TRAINING_INFO, FEATURE_INFO -> fact(version, function, false, expansion);
      case WEIGHTS ->
          constants(
              Weights.of(version.function(), options.standardize())
                  .orElseThrow(() -> notApplicable(function, version, "a linear model")),
              expansion);
      case ADVANCED_WEIGHTS -> advancedWeights(version, options.standardize(), expansion);
      case CENTROIDS ->
          version.function() instanceof ModelFunction.KMeans model
              ? constants(Centroids.of(model, options.standardize()), expansion)
              : raise(notApplicable(function, version, "a k-means model"));
      case PRINCIPAL_COMPONENTS -> constants(Components.weights(pca(function, version)), expansion);
      case PRINCIPAL_COMPONENT_INFO ->
          constants(Components.info(pca(function, version)), expansion);
      case FEATURE_IMPORTANCE ->
          constants(
              FeatureImportance.of(version.function())
                  .orElseThrow(() -> notApplicable(function, version, "a tree model")),
              expansion);
      default -> raise(notAvailable(function));
    };
  }

  private static ModelFunction.PrincipalComponents pca(MlFunction function, ModelVersion version) {
    if (version.function() instanceof ModelFunction.PrincipalComponents model) {
      return model;
    }
    throw notApplicable(function, version, "a PCA model");
  }

  private static MlFunction function(MlCall.TableFunction call) {
    MlFunction function =
        MlFunction.of(call.function())
            .orElseThrow(
                () ->
                    InsituException.of(
                            ErrorCode.UNKNOWN_FUNCTION,
                            "There is no function ML.%s.".formatted(call.function()))
                        .hint(
                            Nearest.to(call.function(), MlFunction.names())
                                .map("Did you mean ML.%s?"::formatted)
                                .orElse(ErrorCode.UNKNOWN_FUNCTION.remedy())));
    if (!function.isAvailable()) {
      throw notAvailable(function);
    }
    int sources = call.sources().size();
    if (sources < function.sourcesMin() || sources > function.sourcesMax()) {
      throw InsituException.of(
          ErrorCode.SYNTAX,
          "ML.%s takes %s, %d given."
              .formatted(
                  function,
                  function.sourcesMax() == 0
                      ? "no data"
                      : function.sourcesMin() == function.sourcesMax()
                          ? function.sourcesMin() + " table or query"
                          : "at most one table or query",
                  sources));
    }
    requireModel(function, call);
    return function;
  }

  private static void requireModel(MlFunction function, MlCall.TableFunction call) {
    if (function.model() == MlFunction.Model.NEEDED && call.model().isEmpty()) {
      throw InsituException.of(
          ErrorCode.SYNTAX,
          "ML.%s needs a model: ML.%s(MODEL m, ...).".formatted(function, function));
    }
    if (function.model() == MlFunction.Model.NONE && call.model().isPresent()) {
      throw InsituException.of(
          ErrorCode.SYNTAX,
          "ML.%s takes no model: ML.%s(TABLE t, ...).".formatted(function, function));
    }
  }

  private static String transformed(
      MlCall.TableFunction call, ModelVersion version, Expansion expansion) {
    if (version.transformation().isEmpty()) {
      throw notApplicable(MlFunction.TRANSFORM, version, "a model with TRANSFORM");
    }
    PredictFunction.Source source = PredictFunction.bound(call, version, expansion);
    return expansion.take(
        ModelInputs.transformed(version, source.sql(), source.columns(), expansion));
  }

  private static String crossValidated(
      MlCall.TableFunction call,
      ModelVersion version,
      FunctionOptions options,
      Expansion expansion) {
    if (version.function().label().isEmpty()) {
      throw notApplicable(MlFunction.CROSS_VALIDATE, version, "a model with a label");
    }
    return expansion.crossValidated(
        call.model().orElseThrow(),
        version,
        call.sources().getFirst(),
        options.folds(),
        call.position());
  }

  private static String anomalies(
      MlCall.TableFunction call,
      ModelVersion version,
      FunctionOptions options,
      Expansion expansion) {
    if (!Anomalies.areKnownTo(version.function())) {
      throw notApplicable(
          MlFunction.DETECT_ANOMALIES, version, "a model of KMEANS, PCA or ISOLATION_FOREST");
    }
    if (call.sources().isEmpty()) {
      throw InsituException.of(
              ErrorCode.SYNTAX,
              "ML.DETECT_ANOMALIES of a %s model needs rows: those it was fitted on are not kept."
                  .formatted(version.modelType()))
          .hint(
              "Give them: ML.DETECT_ANOMALIES(MODEL %s, STRUCT(0.02 AS contamination), TABLE t)."
                  .formatted(version.model()));
    }
    double contamination =
        options
            .contamination()
            .orElseThrow(
                () ->
                    InsituException.of(
                            ErrorCode.OPTION_MISSING,
                            "ML.DETECT_ANOMALIES needs the option 'contamination'.")
                        .hint(
                            "STRUCT(0.02 AS contamination): the share of the training rows that"
                                + " counts as anomalies."));
    PredictFunction.Source source = PredictFunction.source(call, version, expansion);
    return expansion.take(
        Anomalies.sql(
            version,
            contamination,
            source.sql(),
            source.columns(),
            source.inputs(),
            new SqlWriter(expansion.dialect(), expansion.treeForm()),
            expansion.dialect(),
            call.position()));
  }

  private static Evaluations evaluations(
      MlCall.TableFunction call, ModelVersion version, Expansion expansion) {
    if (version.function() instanceof ModelFunction.PrincipalComponents) {
      throw InsituException.of(
              ErrorCode.FUNCTION_NOT_APPLICABLE,
              "ML.%s of a PCA model takes no data.".formatted(call.function()))
          .hint(
              "ML.EVALUATE(MODEL %s) says what its components explain.".formatted(version.model()));
    }
    PredictFunction.Source source = PredictFunction.source(call, version, expansion);
    version.function().label().ifPresent(label -> requireLabel(label, version, source, call));
    return new Evaluations(
        version.function(),
        source.sql(),
        source.inputs(),
        expansion.dialect(),
        expansion.treeForm());
  }

  private static void requireLabel(
      Label label, ModelVersion version, PredictFunction.Source source, MlCall.TableFunction call) {
    if (source.columns().find(label.name(), call.position()).isEmpty()) {
      throw InsituException.of(
              ErrorCode.LABEL_NOT_FOUND,
              "ML.%s needs the label of model '%s', column '%s'; the query has %s."
                  .formatted(
                      call.function(),
                      version.model(),
                      label.name(),
                      FeatureBinding.listed(source.columns().names())))
          .hint(
              Hints.didYouMean(
                  label.name(), source.columns().names(), "Select the label in the query."));
    }
  }

  private static void requireExplained(MlFunction function, ModelVersion version) {
    if (!ModelExplanations.areDefined(version.function())) {
      throw notApplicable(function, version, "a supervised model");
    }
  }

  private static String fact(
      ModelVersion version, MlFunction function, boolean needsData, Expansion expansion) {
    Table table = version.facts().get(function.name());
    if (table == null) {
      throw noFact(version, function);
    }
    if (needsData) {
      throw InsituException.of(
              ErrorCode.OPTION_NOT_APPLICABLE,
              "Without data ML.%s answers what was found at training, with the default options."
                  .formatted(function))
          .hint("Give the rows: ML.%s(MODEL m, TABLE t, STRUCT(...)).".formatted(function));
    }
    return constants(table, expansion);
  }

  private static String advancedWeights(
      ModelVersion version, boolean standardize, Expansion expansion) {
    String name = MlFunction.ADVANCED_WEIGHTS.name();
    Table table = version.facts().get(standardize ? name + STANDARDIZED : name);
    if (table == null) {
      throw InsituException.of(
              ErrorCode.FUNCTION_NOT_APPLICABLE,
              "ML.ADVANCED_WEIGHTS needs a model trained with CALCULATE_P_VALUES = TRUE; model"
                  + " '%s', a %s, was not.".formatted(version.model(), version.modelType()))
          .hint(
              "Train it with CALCULATE_P_VALUES = TRUE, CATEGORY_ENCODING_METHOD ="
                  + " 'DUMMY_ENCODING'.");
    }
    return constants(table, expansion);
  }

  private static InsituException noFact(ModelVersion version, MlFunction function) {
    int classes = version.function().label().map(label -> label.classes().size()).orElse(0);
    if (classes == 2) {
      return InsituException.of(
              ErrorCode.FUNCTION_NOT_APPLICABLE,
              "Version %d of model '%s' was fitted before ML.%s was known; it has no answer of it."
                  .formatted(version.number(), version.model(), function))
          .hint(
              "Give the rows, ML.%s(MODEL m, TABLE t), or TRAIN MODEL again.".formatted(function));
    }
    return notApplicable(
        function,
        version,
        switch (function) {
          case ROC_CURVE, PR_CURVE, LIFT, CALIBRATION -> "a classifier of two classes";
          case EVALUATE -> "a model with a label, or clusters";
          default -> "a classifier";
        });
  }

  private static String constants(Table table, Expansion expansion) {
    return expansion.take(
        new SqlText(TableSql.select(table, expansion.dialect()), java.util.Map.of()));
  }

  private static InsituException notApplicable(
      MlFunction function, ModelVersion version, String needed) {
    return InsituException.of(
        ErrorCode.FUNCTION_NOT_APPLICABLE,
        "ML.%s needs %s; model '%s' is a %s."
            .formatted(function, needed, version.model(), version.modelType()));
  }

  private static InsituException notAvailable(MlFunction function) {
    return InsituException.of(
        ErrorCode.NOT_AVAILABLE_YET,
        "ML.%s is not available yet in this version.".formatted(function));
  }

  private static String raise(InsituException error) {
    throw error;
  }
}
