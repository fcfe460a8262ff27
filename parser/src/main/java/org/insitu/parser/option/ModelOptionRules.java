/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;

/** What options demand of one another. */
final class ModelOptionRules {
  private ModelOptionRules() {}

  /** Throws at the first contradiction; adds a notice for each option that others make idle. */
  static void check(ModelOptions options, List<String> notices) {
    if (options.modelType().isSupervised()) {
      label(options);
      split(options, notices);
    }
    if (LossOptions.CATEGORY_ENCODING_METHOD.effects().containsKey(options.modelType())) {
      encoding(options);
      pValues(options);
    }
    if (options.modelType() == ModelType.PCA) {
      components(options);
    }
    if (options.find(TreeOptions.BOOSTER_TYPE).isPresent()) {
      dart(options, notices);
    }
    link(options);
    if (options.isSet(LossOptions.CLASS_WEIGHTS)
        && options.find(LossOptions.AUTO_CLASS_WEIGHTS).orElse(false)) {
      throw InsituException.of(
              ErrorCode.OPTION_NOT_APPLICABLE,
              "CLASS_WEIGHTS and AUTO_CLASS_WEIGHTS exclude each other.")
          .at(options.position(LossOptions.CLASS_WEIGHTS))
          .hint("Keep one of them.");
    }
  }

  private static void dart(ModelOptions options, List<String> notices) {
    if (options.get(TreeOptions.BOOSTER_TYPE) == Choice.Booster.DART) {
      if (options.get(TreeOptions.RATE_DROP) == 0) {
        notices.add("BOOSTER_TYPE = 'DART' drops no tree at RATE_DROP = 0, its default.");
      }
      return;
    }
    for (ModelOption<?> option :
        List.of(TreeOptions.DART_NORMALIZE_TYPE, TreeOptions.RATE_DROP, TreeOptions.SKIP_DROP)) {
      if (options.isSet(option)) {
        notices.add(
            "Option %s has no effect with BOOSTER_TYPE = 'GBTREE'."
                .formatted(option.name().toUpperCase(Locale.ROOT)));
      }
    }
  }

  private static void label(ModelOptions options) {
    int labels = options.get(TrainingDataOptions.INPUT_LABEL_COLS).size();
    if (labels != 1) {
      throw InsituException.of(
              ErrorCode.OPTION_RANGE,
              "Option 'input_label_cols' names %d columns (allowed: 1).".formatted(labels))
          .at(options.position(TrainingDataOptions.INPUT_LABEL_COLS));
    }
  }

  private static void split(ModelOptions options, List<String> notices) {
    Choice.SplitMethod method = options.get(TrainingDataOptions.DATA_SPLIT_METHOD);
    boolean byColumn =
        switch (method) {
          case CUSTOM, SEQ, GROUP -> true;
          case AUTO_SPLIT, RANDOM, NO_SPLIT -> false;
        };
    boolean byFraction =
        switch (method) {
          case RANDOM, SEQ, GROUP -> true;
          case AUTO_SPLIT, CUSTOM, NO_SPLIT -> false;
        };
    if (byColumn && !options.isSet(TrainingDataOptions.DATA_SPLIT_COL)) {
      throw InsituException.of(
              ErrorCode.OPTION_MISSING,
              "DATA_SPLIT_METHOD = '" + method + "' needs DATA_SPLIT_COL.")
          .at(options.position(TrainingDataOptions.DATA_SPLIT_METHOD))
          .hint("Name the column: DATA_SPLIT_COL = '...'.");
    }
    if (!byColumn) {
      idle(options, TrainingDataOptions.DATA_SPLIT_COL, method, notices);
    }
    if (!byFraction) {
      idle(options, TrainingDataOptions.DATA_SPLIT_EVAL_FRACTION, method, notices);
      idle(options, TrainingDataOptions.DATA_SPLIT_TEST_FRACTION, method, notices);
      return;
    }
    testFraction(options, notices);
  }

  private static void testFraction(ModelOptions options, List<String> notices) {
    double test = options.get(TrainingDataOptions.DATA_SPLIT_TEST_FRACTION);
    double held = options.get(TrainingDataOptions.DATA_SPLIT_EVAL_FRACTION) + test;
    if (test > 0 && options.find(GeneralOptions.NUM_TRIALS).isEmpty()) {
      notices.add("Option DATA_SPLIT_TEST_FRACTION has no effect without NUM_TRIALS.");
    } else if (test > 0 && held >= 1) {
      throw InsituException.of(
              ErrorCode.OPTION_RANGE,
              "DATA_SPLIT_EVAL_FRACTION and DATA_SPLIT_TEST_FRACTION are %s together (allowed: < 1)."
                  .formatted(held))
          .at(options.position(TrainingDataOptions.DATA_SPLIT_TEST_FRACTION));
    }
  }

  private static void idle(
      ModelOptions options,
      ModelOption<?> option,
      Choice.SplitMethod method,
      List<String> notices) {
    if (options.isSet(option)) {
      notices.add(
          "Option %s has no effect with DATA_SPLIT_METHOD = '%s'."
              .formatted(option.name().toUpperCase(Locale.ROOT), method));
    }
  }

  private static void components(ModelOptions options) {
    boolean count = options.isSet(MomentOptions.NUM_PRINCIPAL_COMPONENTS);
    boolean ratio = options.isSet(MomentOptions.PCA_EXPLAINED_VARIANCE_RATIO);
    if (count && ratio) {
      throw InsituException.of(
              ErrorCode.OPTION_NOT_APPLICABLE,
              "NUM_PRINCIPAL_COMPONENTS and PCA_EXPLAINED_VARIANCE_RATIO exclude each other.")
          .at(options.position(MomentOptions.PCA_EXPLAINED_VARIANCE_RATIO))
          .hint("Keep one of them.");
    }
    if (!count && !ratio) {
      throw InsituException.of(
              ErrorCode.OPTION_MISSING,
              "PCA needs NUM_PRINCIPAL_COMPONENTS or PCA_EXPLAINED_VARIANCE_RATIO.")
          .at(options.position(TrainingDataOptions.MODEL_TYPE))
          .hint("Add NUM_PRINCIPAL_COMPONENTS = 2, or PCA_EXPLAINED_VARIANCE_RATIO = 0.9.");
    }
  }

  private static void encoding(ModelOptions options) {
    Choice.CategoryEncoding encoding = options.get(LossOptions.CATEGORY_ENCODING_METHOD);
    boolean trees = options.modelType().isTree();
    boolean label = encoding == Choice.CategoryEncoding.LABEL_ENCODING;
    boolean oneHot = encoding == Choice.CategoryEncoding.ONE_HOT_ENCODING;
    if (trees && oneHot) {
      policiesOfColumns(options);
      return;
    }
    if (trees == label) {
      return;
    }
    throw InsituException.of(
            ErrorCode.OPTION_NOT_APPLICABLE,
            "CATEGORY_ENCODING_METHOD = '%s' does not apply to %s."
                .formatted(encoding, options.modelType()))
        .at(options.position(LossOptions.CATEGORY_ENCODING_METHOD))
        .hint(
            trees
                ? "Use LABEL_ENCODING or ONE_HOT_ENCODING."
                : "Use ONE_HOT_ENCODING or DUMMY_ENCODING.");
  }

  /** Columns of 0 and 1 are never NULL and have seen everything: a policy would do nothing. */
  private static void policiesOfColumns(ModelOptions options) {
    for (ModelOption<ColumnPolicies> policy :
        List.of(GeneralOptions.NULL_POLICY, GeneralOptions.UNSEEN_POLICY)) {
      if (options.find(policy).filter(p -> !p.equals(ColumnPolicies.DEFAULT)).isPresent()) {
        throw InsituException.of(
                ErrorCode.OPTION_NOT_APPLICABLE,
                "%s does not apply where ONE_HOT_ENCODING makes categories columns of 0 and 1."
                    .formatted(policy.name().toUpperCase(Locale.ROOT)))
            .at(options.position(policy))
            .hint("Leave CATEGORY_ENCODING_METHOD or the policy out.");
      }
    }
  }

  /** Weights are known to a standard error where nothing but the rows holds them. */
  private static void pValues(ModelOptions options) {
    if (!options.find(LossOptions.CALCULATE_P_VALUES).orElse(false)) {
      return;
    }
    if (options.get(LossOptions.CATEGORY_ENCODING_METHOD)
        != Choice.CategoryEncoding.DUMMY_ENCODING) {
      throw pValues(
          options,
          LossOptions.CATEGORY_ENCODING_METHOD,
          "CATEGORY_ENCODING_METHOD = 'DUMMY_ENCODING'");
    }
    if (options.get(LossOptions.L1_REG) != 0) {
      throw pValues(options, LossOptions.L1_REG, "L1_REG = 0");
    }
    if (options.get(LossOptions.L2_REG) != 0) {
      throw pValues(options, LossOptions.L2_REG, "L2_REG = 0");
    }
  }

  private static InsituException pValues(
      ModelOptions options, ModelOption<?> option, String needed) {
    ModelOption<?> at = options.isSet(option) ? option : LossOptions.CALCULATE_P_VALUES;
    return InsituException.of(
            ErrorCode.OPTION_NOT_APPLICABLE, "CALCULATE_P_VALUES = TRUE needs " + needed + ".")
        .at(options.position(at))
        .hint("Set " + needed + ", or leave CALCULATE_P_VALUES out.");
  }

  private static void link(ModelOptions options) {
    Optional<Choice.GlmFamily> family = options.find(LossOptions.FAMILY);
    Optional<Choice.GlmLink> link = options.find(LossOptions.LINK);
    if (family.isEmpty() || link.isEmpty()) {
      return;
    }
    List<Choice.GlmLink> allowed = links(family.get());
    if (!allowed.contains(link.get())) {
      throw InsituException.of(
              ErrorCode.OPTION_NOT_APPLICABLE,
              "LINK = '%s' is no link of FAMILY = '%s'.".formatted(link.get(), family.get()))
          .at(options.position(LossOptions.LINK))
          .hint(
              "Use one of "
                  + String.join(", ", allowed.stream().map(Choice.GlmLink::name).toList())
                  + ".");
    }
  }

  private static List<Choice.GlmLink> links(Choice.GlmFamily family) {
    return switch (family) {
      case GAUSSIAN, GAMMA ->
          List.of(Choice.GlmLink.IDENTITY, Choice.GlmLink.LOG, Choice.GlmLink.INVERSE);
      case POISSON -> List.of(Choice.GlmLink.LOG, Choice.GlmLink.IDENTITY);
      case BINOMIAL -> List.of(Choice.GlmLink.LOGIT, Choice.GlmLink.PROBIT, Choice.GlmLink.CLOGLOG);
    };
  }
}
