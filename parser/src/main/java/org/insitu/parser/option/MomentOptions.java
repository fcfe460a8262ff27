/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import static org.insitu.parser.option.ModelOption.of;
import static org.insitu.parser.option.ModelType.LDA;
import static org.insitu.parser.option.ModelType.NAIVE_BAYES;
import static org.insitu.parser.option.ModelType.PCA;
import static org.insitu.parser.option.ModelType.QDA;
import static org.insitu.parser.option.ValueTypes.BOOL;
import static org.insitu.parser.option.ValueTypes.FRACTION;
import static org.insitu.parser.option.ValueTypes.NOT_NEGATIVE;
import static org.insitu.parser.option.ValueTypes.POSITIVE;
import static org.insitu.parser.option.ValueTypes.SHARE;
import static org.insitu.parser.option.ValueTypes.choice;
import static org.insitu.parser.option.ValueTypes.integer;

import java.util.List;
import java.util.Set;

/** Options of the models that are made of means and covariances: naive Bayes, LDA, QDA, PCA. */
public final class MomentOptions {
  private static final Set<ModelType> COMPONENTS = Set.of(PCA);

  public static final ModelOption<Double> SMOOTHING =
      of(
              "smoothing",
              POSITIVE,
              Set.of(NAIVE_BAYES),
              "The rows added to each category in each class, so that none is impossible.")
          .byDefault(1.0);

  public static final ModelOption<Double> VAR_SMOOTHING =
      of(
              "var_smoothing",
              NOT_NEGATIVE,
              Set.of(NAIVE_BAYES),
              "The share of the greatest variance of a number that is added to every variance.")
          .byDefault(1e-9);

  public static final ModelOption<Double> SHRINKAGE =
      of(
              "shrinkage",
              FRACTION,
              Set.of(LDA),
              "How far the pooled covariance is drawn to equal variances without correlation.")
          .byDefault(0.0);

  public static final ModelOption<Double> REG_PARAM =
      of(
              "reg_param",
              FRACTION,
              Set.of(QDA),
              "How far each class's covariance is drawn to variances of 1 without correlation.")
          .byDefault(0.0);

  public static final ModelOption<Long> NUM_PRINCIPAL_COMPONENTS =
      of(
          "num_principal_components",
          integer(1, 1_000),
          COMPONENTS,
          "The number of components; this or PCA_EXPLAINED_VARIANCE_RATIO.");

  public static final ModelOption<Double> PCA_EXPLAINED_VARIANCE_RATIO =
      of(
          "pca_explained_variance_ratio",
          SHARE,
          COMPONENTS,
          "The share of the variance that the components are to explain.");

  public static final ModelOption<Boolean> SCALE_FEATURES =
      of("scale_features", BOOL, COMPONENTS, "Whether numbers are brought to standard deviation 1.")
          .byDefault(true);

  public static final ModelOption<Choice.PcaSolver> PCA_SOLVER =
      of(
              "pca_solver",
              choice(Choice.PcaSolver.class),
              COMPONENTS,
              "How eigenvectors would be found; all of them are found exactly.")
          .byDefault(Choice.PcaSolver.AUTO)
          .with(Effect.NONE);

  /** In the order of the documentation. */
  static final List<ModelOption<?>> OPTIONS =
      List.of(
          SMOOTHING,
          VAR_SMOOTHING,
          SHRINKAGE,
          REG_PARAM,
          NUM_PRINCIPAL_COMPONENTS,
          PCA_EXPLAINED_VARIANCE_RATIO,
          SCALE_FEATURES,
          PCA_SOLVER);

  private MomentOptions() {}
}
