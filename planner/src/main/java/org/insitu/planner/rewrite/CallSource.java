/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import java.util.Map;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.statement.MlCall;
import org.insitu.planner.bind.Columns;
import org.insitu.planner.bind.FeatureBinding;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.udf.sql.InputColumn;

/**
 * A call's data: its first source, our calls in it replaced.
 *
 * @param sql the source query, and what the model transforms beside it
 * @param columns those of the user's query
 * @param inputs the source's column for each feature of the model
 */
record CallSource(String sql, Columns columns, Map<String, InputColumn> inputs) {
  /** Of a call without a model: any columns will do. */
  static CallSource of(MlCall.TableFunction call, Expansion expansion) {
    MappedText text = CallRewriter.rewrite(call.sources().getFirst(), expansion);
    return new CallSource(text.text(), Columns.of(describe(text, expansion)), Map.of());
  }

  /** The same, checked to have what the model needs, as the user has it. */
  static CallSource bound(MlCall.TableFunction call, ModelVersion version, Expansion expansion) {
    CallSource source = of(call, expansion);
    FeatureBinding.check(version, source.columns(), call.position());
    return source;
  }

  /** The same, as the model takes it. */
  static CallSource prepared(MlCall.TableFunction call, ModelVersion version, Expansion expansion) {
    CallSource bound = bound(call, version, expansion);
    ModelInputs.Prepared prepared =
        ModelInputs.prepared(version, bound.sql(), bound.columns(), expansion);
    return new CallSource(prepared.sql(), bound.columns(), prepared.inputs());
  }

  private static Schema describe(MappedText text, Expansion expansion) {
    try {
      return expansion.describe(text.text());
    } catch (InsituException e) {
      throw e.at(text.original(e.position()));
    }
  }
}
