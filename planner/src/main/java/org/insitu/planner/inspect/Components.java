/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.insitu.planner.table.ColumnType;
import org.insitu.planner.table.Table;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.LinearPredictor.Term;
import org.insitu.udf.model.ModelFunction.Component;
import org.insitu.udf.model.ModelFunction.PrincipalComponents;
import org.jspecify.annotations.Nullable;

/** What a PCA model holds: its components, their variances, and its only metric. */
public final class Components {
  private static final List<Table.Column> WEIGHTS =
      List.of(
          new Table.Column("principal_component_id", ColumnType.BIGINT),
          new Table.Column("feature", ColumnType.VARCHAR),
          new Table.Column("numerical_value", ColumnType.DOUBLE),
          new Table.Column("categorical_value", CategoryValues.type("value")));

  private static final List<Table.Column> INFO =
      List.of(
          new Table.Column("principal_component_id", ColumnType.BIGINT),
          new Table.Column("eigenvalue", ColumnType.DOUBLE),
          new Table.Column("explained_variance_ratio", ColumnType.DOUBLE),
          new Table.Column("cumulative_explained_variance_ratio", ColumnType.DOUBLE));

  private Components() {}

  /**
   * ML.PRINCIPAL_COMPONENTS: one row per component and feature.
   *
   * <p><b>Shape:</b> {@code principal_component_id BIGINT} from 1, {@code feature VARCHAR,
   * numerical_value DOUBLE, categorical_value list of (category VARCHAR, value DOUBLE)}, the NULL
   * category standing last. The values of a component are the coordinates of a vector of length 1.
   */
  public static Table weights(PrincipalComponents model) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < model.components().size(); i++) {
      List<Term> terms = model.components().get(i).direction().terms();
      for (int f = 0; f < terms.size(); f++) {
        Feature feature = model.features().get(f);
        rows.add(
            switch (terms.get(f)) {
              case Term.Slope slope -> Arrays.asList(i + 1L, feature.name(), slope.weight(), null);
              case Term.Weights weights ->
                  Arrays.asList(
                      i + 1L,
                      feature.name(),
                      null,
                      CategoryValues.of((Feature.Category) feature, weights));
            });
      }
    }
    return new Table(WEIGHTS, rows);
  }

  /**
   * ML.PRINCIPAL_COMPONENT_INFO: one row per component, by falling variance.
   *
   * <p><b>Shape:</b> {@code principal_component_id BIGINT, eigenvalue DOUBLE,
   * explained_variance_ratio DOUBLE, cumulative_explained_variance_ratio DOUBLE}.
   */
  public static Table info(PrincipalComponents model) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    double sum = 0;
    for (Component component : model.components()) {
      sum += component.variance();
      rows.add(
          Arrays.asList(
              rows.size() + 1L,
              component.variance(),
              component.variance() / model.totalVariance(),
              Math.min(1, sum / model.totalVariance())));
    }
    return new Table(INFO, rows);
  }

  /** ML.EVALUATE: one row of {@code total_explained_variance_ratio DOUBLE}. */
  public static Table evaluation(PrincipalComponents model) {
    double sum = model.components().stream().mapToDouble(Component::variance).sum();
    return new Table(
        List.of(new Table.Column("total_explained_variance_ratio", ColumnType.DOUBLE)),
        List.of(List.of(Math.min(1, sum / model.totalVariance()))));
  }
}
