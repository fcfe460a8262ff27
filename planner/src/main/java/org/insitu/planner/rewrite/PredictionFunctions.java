/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.planner.anomaly.Anomalies;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.udf.expression.Program;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.ModelPrograms;
import org.insitu.udf.model.PredictOptions;
import org.insitu.udf.sql.SqlText;
import org.insitu.udf.sql.SqlWriter;

/** The functions that answer each row of data by what a model makes of it. */
final class PredictionFunctions {
  private PredictionFunctions() {}

  static String predict(ModelCall call) {
    Program program =
        ModelPrograms.of(
            call.function(),
            new PredictOptions(call.options().threshold(), call.options().flatProbs()));
    return outputs(call, program, call.options().keepOriginalColumns());
  }

  /**
   * The source's columns, then the model's outputs; the outputs alone of a PCA model.
   *
   * @param program what the model answers with
   */
  static String outputs(ModelCall call, Program program, boolean keepOriginalColumns) {
    requirePrediction(call.version(), call.position());
    Expansion expansion = call.expansion();
    CallSource source = call.source();
    List<String> keep = new ArrayList<>();
    if (keepOriginalColumns || !call.function().outputsReplaceInput()) {
      for (Field field : source.columns().fields()) {
        keep.add(field.getName());
        requireFree(field.getName(), program, call.position());
      }
    }
    SqlWriter writer = new SqlWriter(expansion.dialect(), expansion.treeForm());
    SqlText written =
        writer.select(expansion.written(program), source.sql(), keep, source.inputs());
    ModelNotes.applied(call.version(), written, expansion);
    return expansion.take(written);
  }

  /** A model that only transforms predicts nothing. */
  static void requirePrediction(ModelVersion version, Position position) {
    if (version.function() instanceof ModelFunction.TransformOnly) {
      throw InsituException.of(
              ErrorCode.FUNCTION_NOT_APPLICABLE,
              "Model '%s' is a TRANSFORM_ONLY: it predicts nothing.".formatted(version.model()))
          .hint("SELECT * FROM ML.TRANSFORM(MODEL %s, TABLE t).".formatted(version.model()))
          .at(position);
    }
  }

  private static void requireFree(String column, Program program, Position position) {
    for (Program.Named output : program.outputs()) {
      if (output.name().equalsIgnoreCase(column)) {
        throw InsituException.of(
                ErrorCode.COLUMN_AMBIGUOUS,
                "The query has a column '%s' already, and so has the prediction.".formatted(column))
            .hint("Leave it out of the query, or rename it.")
            .at(position);
      }
    }
  }

  static String transformed(ModelCall call) {
    if (call.version().transformation().isEmpty()) {
      throw call.notApplicable("a model with TRANSFORM");
    }
    CallSource source = CallSource.bound(call.call(), call.version(), call.expansion());
    return call.expansion()
        .take(
            ModelInputs.transformed(
                call.version(), source.sql(), source.columns(), call.expansion()));
  }

  static String anomalies(ModelCall call) {
    if (!Anomalies.areKnownTo(call.function())) {
      throw call.notApplicable("a model of KMEANS, PCA or ISOLATION_FOREST");
    }
    if (!call.hasData()) {
      throw InsituException.of(
              ErrorCode.SYNTAX,
              "ML.DETECT_ANOMALIES of a %s model needs rows: those it was fitted on are not kept."
                  .formatted(call.version().modelType()))
          .hint(
              "Give them: ML.DETECT_ANOMALIES(MODEL %s, STRUCT(0.02 AS contamination), TABLE t)."
                  .formatted(call.version().model()));
    }
    double contamination =
        call.options().contamination().orElseThrow(PredictionFunctions::noContamination);
    Expansion expansion = call.expansion();
    CallSource source = call.source();
    return expansion.take(
        Anomalies.sql(
            call.version(),
            contamination,
            source.sql(),
            source.columns(),
            source.inputs(),
            new SqlWriter(expansion.dialect(), expansion.treeForm()),
            expansion.dialect(),
            call.position()));
  }

  private static InsituException noContamination() {
    return InsituException.of(
            ErrorCode.OPTION_MISSING, "ML.DETECT_ANOMALIES needs the option 'contamination'.")
        .hint(
            "STRUCT(0.02 AS contamination): the share of the training rows that counts as"
                + " anomalies.");
  }
}
