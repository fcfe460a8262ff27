/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.ColumnCheck;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.planner.bind.Columns;
import org.insitu.planner.bind.FeatureBinding;
import org.insitu.planner.bind.Hints;

/**
 * The columns of a training query by what they are for: everything about them that can be refused
 * before a row is read.
 *
 * @param label of supervised models
 * @param features all columns but the label and the one that splits, in the query's order
 */
record TrainingColumns(Optional<Field> label, List<Field> features) {
  TrainingColumns {
    features = List.copyOf(features);
  }

  /**
   * Tells a request's columns apart.
   *
   * @throws InsituException LABEL_NOT_FOUND, COLUMN_NOT_FOUND, COLUMN_AMBIGUOUS, NO_FEATURES,
   *     COLUMN_TYPE or LABEL_TYPE, at the training query
   */
  static TrainingColumns of(FitRequest request) {
    try {
      Optional<Field> label = label(request);
      TrainingColumns columns = new TrainingColumns(label, features(request, label));
      ColumnCheck.check(columns.features(), label, request.family().purpose());
      return columns;
    } catch (InsituException e) {
      throw e.at(request.position());
    }
  }

  private static Optional<Field> label(FitRequest request) {
    if (!request.family().purpose().isSupervised()) {
      return Optional.empty();
    }
    Columns columns = request.columns();
    String name = request.labelName();
    Optional<Field> found = columns.find(name, request.position());
    if (found.isPresent()) {
      return found;
    }
    String listed = FeatureBinding.listed(columns.names());
    throw InsituException.of(
            ErrorCode.LABEL_NOT_FOUND,
            request.label().isPresent()
                ? "The label column '%s' is not in the training query, which has %s."
                    .formatted(name, listed)
                : "The training query has no column 'label'; it has %s.".formatted(listed))
        .hint(
            request.label().isPresent()
                ? Hints.didYouMean(name, columns.names(), ErrorCode.LABEL_NOT_FOUND.remedy())
                : "Name the label: OPTIONS (INPUT_LABEL_COLS = ['%s'])."
                    .formatted(columns.names().getLast()));
  }

  private static List<Field> features(FitRequest request, Optional<Field> label) {
    Columns columns = request.columns();
    Optional<String> splitColumn = request.split().splitColumn();
    splitColumn.ifPresent(name -> requireSplitColumn(name, request));
    List<Field> features = new ArrayList<>();
    for (Field field : columns.fields()) {
      boolean isLabel = label.isPresent() && field == label.get();
      if (!isLabel && splitColumn.filter(field.getName()::equalsIgnoreCase).isEmpty()) {
        columns.find(field.getName(), request.position()); // refuses a name that stands twice
        features.add(field);
      }
    }
    return features;
  }

  private static void requireSplitColumn(String name, FitRequest request) {
    Columns columns = request.columns();
    if (columns.find(name, request.position()).isEmpty()) {
      throw InsituException.of(
              ErrorCode.COLUMN_NOT_FOUND,
              "DATA_SPLIT_COL '%s' is not in the training query, which has %s."
                  .formatted(name, FeatureBinding.listed(columns.names())))
          .hint(Hints.didYouMean(name, columns.names(), "Select it in the query."));
    }
  }
}
