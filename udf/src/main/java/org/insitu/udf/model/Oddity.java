/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Comparison;
import org.insitu.udf.expression.Expression.ComparisonOperator;
import org.insitu.udf.expression.Expression.IsMissing;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Expression.Logic;
import org.insitu.udf.expression.Expression.LogicOperator;
import org.insitu.udf.expression.Expression.Lookup;

/**
 * One way in which a row's input can be odd, and what is done with it.
 *
 * @param condition over the input columns: TRUE where it is
 * @param status what the status column says of it
 * @param reason what an error says of it
 * @param seen the value that the error names
 */
record Oddity(
    Policy policy, Expression condition, String status, String reason, Optional<Expression> seen) {

  /** Those of some features that are not taken as they come, in the features' order. */
  static List<Oddity> of(List<Feature> features) {
    List<Oddity> oddities = new ArrayList<>();
    for (Feature feature : features) {
      Policies policies = feature.policies();
      add(oddities, policies.ofNull(), missing(feature, policies.ofNull()));
      switch (feature) {
        case Feature.Numeric number ->
            policies
                .range()
                .ifPresent(range -> add(oddities, range.policy(), outside(number, range)));
        case Feature.Category category ->
            add(oddities, policies.ofUnseen(), unseen(category, policies.ofUnseen()));
      }
    }
    return oddities;
  }

  private static void add(List<Oddity> oddities, Policy policy, Oddity oddity) {
    if (policy != Policy.DEFAULT) {
      oddities.add(oddity);
    }
  }

  private static Oddity missing(Feature feature, Policy policy) {
    Expression value =
        switch (feature) {
          case Feature.Numeric number -> FeatureEncoding.raw(number);
          case Feature.Category category -> FeatureEncoding.key(category);
        };
    return new Oddity(
        policy,
        new IsMissing(value),
        feature.name() + ": NULL",
        column(feature) + " is NULL",
        Optional.empty());
  }

  private static Oddity outside(Feature.Numeric number, Policies.Range range) {
    Expression value = FeatureEncoding.raw(number);
    return new Oddity(
        range.policy(),
        new Logic(
            LogicOperator.OR,
            List.of(
                new Comparison(ComparisonOperator.LESS, value, Literal.of(range.low())),
                new Comparison(ComparisonOperator.GREATER, value, Literal.of(range.high())))),
        number.name() + ": out of range",
        "%s is outside of the range seen in training, %s to %s"
            .formatted(column(number), range.low(), range.high()),
        Optional.of(value));
  }

  /** A name with a quote in it stands between double ones: {@code column "it's"}. */
  private static String column(Feature feature) {
    String name = feature.name();
    return name.contains("'")
        ? "column \"" + name.replace("\"", "\"\"") + '"'
        : "column '" + name + "'";
  }

  /** A category is unseen where looking it up among the levels finds nothing. */
  private static Oddity unseen(Feature.Category category, Policy policy) {
    Expression key = FeatureEncoding.key(category);
    Expression lookup =
        new Lookup(
            key, category.levels(), Collections.nCopies(category.levels().size(), 0.0), 0, 1);
    return new Oddity(
        policy,
        new Comparison(ComparisonOperator.EQUAL, lookup, Literal.of(1.0)),
        category.name() + ": unseen",
        column(category) + " has a category not seen in training",
        Optional.of(key));
  }
}
