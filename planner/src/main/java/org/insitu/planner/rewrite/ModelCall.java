/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import java.util.Map;
import java.util.Optional;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.option.FunctionOptions;
import org.insitu.parser.option.MlFunction;
import org.insitu.parser.statement.MlCall;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.planner.table.Table;
import org.insitu.planner.table.TableSql;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.sql.SqlText;

/** A call of a function of a model, with all that its answer is made of. */
record ModelCall(
    MlFunction name,
    MlCall.TableFunction call,
    ModelVersion version,
    FunctionOptions options,
    Expansion expansion) {
  boolean hasData() {
    return !call.sources().isEmpty();
  }

  Position position() {
    return call.position();
  }

  ModelFunction function() {
    return version.function();
  }

  /** The call's data as the model takes it. */
  CallSource source() {
    return CallSource.prepared(call, version, expansion);
  }

  /** A table that is known without a look at data. */
  String constants(Table table) {
    return expansion.take(new SqlText(TableSql.select(table, expansion.dialect()), Map.of()));
  }

  /** The same; where there is none, the function needs another model. */
  String constants(Optional<Table> table, String needed) {
    return constants(table.orElseThrow(() -> notApplicable(needed)));
  }

  /** What the fit left behind as the function's answer. */
  String fact() {
    return constants(found());
  }

  /** The same, with the default options: others need the rows. */
  String fact(boolean needsData) {
    Table found = found();
    if (needsData) {
      throw InsituException.of(
              ErrorCode.OPTION_NOT_APPLICABLE,
              "Without data ML.%s answers what was found at training, with the default options."
                  .formatted(name))
          .hint("Give the rows: ML.%s(MODEL m, TABLE t, STRUCT(...)).".formatted(name));
    }
    return constants(found);
  }

  private Table found() {
    return Optional.ofNullable(version.facts().get(name.name())).orElseThrow(this::noFact);
  }

  private InsituException noFact() {
    int classes = function().label().map(label -> label.classes().size()).orElse(0);
    if (classes == 2) {
      return InsituException.of(
              ErrorCode.FUNCTION_NOT_APPLICABLE,
              "Version %d of model '%s' was fitted before ML.%s was known; it has no answer of it."
                  .formatted(version.number(), version.model(), name))
          .hint("Give the rows, ML.%s(MODEL m, TABLE t), or TRAIN MODEL again.".formatted(name));
    }
    return notApplicable(
        switch (name) {
          case ROC_CURVE, PR_CURVE, LIFT, CALIBRATION -> "a classifier of two classes";
          case EVALUATE -> "a model with a label, or clusters";
          default -> "a classifier";
        });
  }

  InsituException notApplicable(String needed) {
    return InsituException.of(
        ErrorCode.FUNCTION_NOT_APPLICABLE,
        "ML.%s needs %s; model '%s' is a %s."
            .formatted(name, needed, version.model(), version.modelType()));
  }
}
