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
import org.insitu.parser.error.Position;
import org.insitu.parser.option.FunctionOptions;
import org.insitu.planner.bind.FeatureBinding;
import org.insitu.planner.bind.Hints;
import org.insitu.planner.data.DescribeData;
import org.insitu.planner.data.DetectOutliers;
import org.insitu.planner.data.Preflight;

/** The functions over data alone. */
final class DataFunctions {
  private DataFunctions() {}

  static String described(CallSource source, FunctionOptions options, Expansion expansion) {
    return DescribeData.sql(
        source.sql(),
        source.columns(),
        options.numQuantiles(),
        options.numArrayLengthQuantiles(),
        options.topK(),
        expansion.dialect());
  }

  static String outliers(
      CallSource source, FunctionOptions options, Position position, Expansion expansion) {
    return DetectOutliers.sql(
        source.sql(),
        source.columns(),
        options.columns(),
        options.outlierMethod(),
        options.outlierThreshold(),
        position,
        expansion.dialect());
  }

  static String preflight(
      CallSource source, FunctionOptions options, Position position, Expansion expansion) {
    Optional<Field> label =
        options
            .label()
            .map(
                name ->
                    source.columns().find(name, position).orElseThrow(() -> noLabel(name, source)));
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

  private static InsituException noLabel(String name, CallSource source) {
    List<String> names = source.columns().names();
    return InsituException.of(
            ErrorCode.LABEL_NOT_FOUND,
            "Option 'label' names '%s'; the query has %s."
                .formatted(name, FeatureBinding.listed(names)))
        .hint(Hints.didYouMean(name, names, "Select it in the query."));
  }
}
