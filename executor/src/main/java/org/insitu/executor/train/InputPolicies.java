/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.ColumnProfile;
import org.insitu.executor.fit.Profile;
import org.insitu.executor.fit.rows.ColumnKind;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.option.Choice.InputPolicy;
import org.insitu.parser.option.ColumnPolicies;
import org.insitu.parser.option.GeneralOptions;
import org.insitu.parser.option.ModelOption;
import org.insitu.parser.option.ModelOptions;
import org.insitu.planner.bind.FeatureBinding;
import org.insitu.planner.bind.Hints;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Policies;
import org.insitu.udf.model.Policy;
import org.insitu.udf.transform.Transformation;

/**
 * The options NULL_POLICY, UNSEEN_POLICY and RANGE_POLICY of a fit. They concern prediction alone:
 * the fit hands them on to the model's features.
 */
public record InputPolicies(
    ColumnPolicies ofNull, ColumnPolicies ofUnseen, ColumnPolicies ofRange) {

  /** Those of a statement. */
  public static InputPolicies of(ModelOptions options) {
    return new InputPolicies(
        find(options, GeneralOptions.NULL_POLICY),
        find(options, GeneralOptions.UNSEEN_POLICY),
        find(options, GeneralOptions.RANGE_POLICY));
  }

  private static ColumnPolicies find(ModelOptions options, ModelOption<ColumnPolicies> option) {
    return options.find(option).orElse(ColumnPolicies.DEFAULT);
  }

  /** Whether any column is named. */
  boolean nameAny() {
    return !(ofNull.named().isEmpty() && ofUnseen.named().isEmpty() && ofRange.named().isEmpty());
  }

  /**
   * Refuses columns that are no features, or that a policy cannot concern.
   *
   * @throws InsituException COLUMN_NOT_FOUND or COLUMN_TYPE, at the column in the option
   */
  void check(List<Field> features) {
    for (ColumnPolicies.Named named : ofNull.named()) {
      find("NULL_POLICY", named, features);
    }
    for (ColumnPolicies.Named named : ofUnseen.named()) {
      if (ColumnKind.of(find("UNSEEN_POLICY", named, features)) == ColumnKind.NUMBER) {
        throw wrongKind("UNSEEN_POLICY", named, "a number (allowed: categories)", "RANGE_POLICY");
      }
    }
    for (ColumnPolicies.Named named : ofRange.named()) {
      if (ColumnKind.of(find("RANGE_POLICY", named, features)) != ColumnKind.NUMBER) {
        throw wrongKind("RANGE_POLICY", named, "a category (allowed: numbers)", "UNSEEN_POLICY");
      }
    }
  }

  private static Field find(String option, ColumnPolicies.Named named, List<Field> features) {
    List<String> names = features.stream().map(Field::getName).toList();
    return features.stream()
        .filter(field -> field.getName().equalsIgnoreCase(named.column()))
        .findFirst()
        .orElseThrow(
            () ->
                InsituException.of(
                        ErrorCode.COLUMN_NOT_FOUND,
                        "%s names '%s', which is no feature; the features are %s."
                            .formatted(option, named.column(), FeatureBinding.listed(names)))
                    .hint(
                        Hints.didYouMean(
                            named.column(), names, "Use the names of the model's inputs."))
                    .at(named.position()));
  }

  private static InsituException wrongKind(
      String option, ColumnPolicies.Named named, String kind, String other) {
    return InsituException.of(
            ErrorCode.COLUMN_TYPE, "%s names '%s', %s.".formatted(option, named.column(), kind))
        .hint("%s or NULL_POLICY can name it.".formatted(other))
        .at(named.position());
  }

  /**
   * The same where a column stands for several features, such as a TIMESTAMP for its parts: what is
   * said of the column is said of each.
   */
  InputPolicies over(Transformation fitted) {
    return new InputPolicies(over(ofNull, fitted), over(ofUnseen, fitted), over(ofRange, fitted));
  }

  private static ColumnPolicies over(ColumnPolicies policies, Transformation fitted) {
    List<ColumnPolicies.Named> named = new ArrayList<>();
    for (ColumnPolicies.Named each : policies.named()) {
      List<String> parts = parts(each.column(), fitted);
      if (parts.isEmpty()) {
        named.add(each);
      }
      parts.forEach(
          part -> named.add(new ColumnPolicies.Named(part, each.policy(), each.position())));
    }
    return new ColumnPolicies(policies.others(), named);
  }

  /** The features that are parts of a column. */
  private static List<String> parts(String column, Transformation fitted) {
    return fitted.features().stream()
        .filter(piece -> !(piece.part() instanceof Transformation.Whole))
        .filter(piece -> fitted.outputs().get(piece.output()).name().equalsIgnoreCase(column))
        .map(Transformation.Piece::name)
        .toList();
  }

  /** The profile, its features with their policies. */
  Profile on(Profile profile) {
    return profile.with(profile.columns().stream().map(this::on).toList());
  }

  private ColumnProfile on(ColumnProfile column) {
    Feature feature = column.feature();
    Policy missing = policy(ofNull.of(feature.name()));
    return switch (column) {
      case ColumnProfile.Numeric n ->
          n.with(new Policies(missing, Policy.DEFAULT, range(n, ofRange.of(feature.name()))));
      case ColumnProfile.Category c ->
          c.with(new Policies(missing, policy(ofUnseen.of(feature.name())), Optional.empty()));
    };
  }

  private static Optional<Policies.Range> range(ColumnProfile.Numeric column, InputPolicy policy) {
    return policy == InputPolicy.DEFAULT
        ? Optional.empty()
        : Optional.of(new Policies.Range(policy(policy), column.min(), column.max()));
  }

  private static Policy policy(InputPolicy policy) {
    return switch (policy) {
      case DEFAULT -> Policy.DEFAULT;
      case NULL -> Policy.NULL;
      case ERROR -> Policy.ERROR;
      case FLAG -> Policy.FLAG;
    };
  }
}
