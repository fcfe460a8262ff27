/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.MlCall;
import org.insitu.planner.bind.Columns;
import org.insitu.planner.bind.FeatureBinding;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.udf.expression.Program;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.sql.InputColumn;
import org.insitu.udf.sql.SqlText;
import org.insitu.udf.sql.SqlWriter;

/**
 * ML.PREDICT and ML.EXPLAIN_PREDICT: the source's columns, then the model's outputs; the outputs
 * alone of a PCA model.
 */
final class PredictFunction {
  private PredictFunction() {}

  /**
   * The query.
   *
   * @param program what the model answers with
   */
  static String sql(
      MlCall.TableFunction call,
      ModelVersion version,
      Program program,
      boolean keepOriginalColumns,
      Expansion expansion) {
    requirePrediction(version, call.position());
    Source source = source(call, version, expansion);
    List<String> keep = new ArrayList<>();
    if (keepOriginalColumns || !version.function().outputsReplaceInput()) {
      for (Field field : source.columns().fields()) {
        keep.add(field.getName());
        requireFree(field.getName(), program, call.position());
      }
    }
    SqlWriter writer = new SqlWriter(expansion.dialect(), expansion.treeForm());
    SqlText written =
        writer.select(expansion.written(program), source.sql(), keep, source.inputs());
    ModelNotes.applied(version, written, expansion);
    return expansion.take(written);
  }

  /**
   * A call's data, bound to the model.
   *
   * @param sql the source query, our calls in it replaced, and what the model transforms beside it
   * @param columns those of the user's query
   * @param inputs the source's column for each feature
   */
  record Source(String sql, Columns columns, Map<String, InputColumn> inputs) {}

  /** Rewrites the first source of a call and checks that it has what the model needs. */
  static Source source(MlCall.TableFunction call, ModelVersion version, Expansion expansion) {
    Source bound = bound(call, version, expansion);
    ModelInputs.Prepared prepared =
        ModelInputs.prepared(version, bound.sql(), bound.columns(), expansion);
    return new Source(prepared.sql(), bound.columns(), prepared.inputs());
  }

  /** The same, as the user has it. */
  static Source bound(MlCall.TableFunction call, ModelVersion version, Expansion expansion) {
    MappedText text = CallRewriter.rewrite(call.sources().getFirst(), expansion);
    Columns columns = Columns.of(describe(text, expansion));
    FeatureBinding.check(version, columns, call.position());
    return new Source(text.text(), columns, Map.of());
  }

  /** The same of a call without a model: any columns will do. */
  static Source source(MlCall.TableFunction call, Expansion expansion) {
    MappedText text = CallRewriter.rewrite(call.sources().getFirst(), expansion);
    return new Source(text.text(), Columns.of(describe(text, expansion)), Map.of());
  }

  private static Schema describe(MappedText text, Expansion expansion) {
    try {
      return expansion.describe(text.text());
    } catch (InsituException e) {
      throw e.at(text.original(e.position()));
    }
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
}
