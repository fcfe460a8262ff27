/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import static org.insitu.udf.model.Sums.minus;
import static org.insitu.udf.model.Sums.over;

import java.util.List;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Case;
import org.insitu.udf.expression.Expression.Cast;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.IsMissing;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Expression.When;
import org.insitu.udf.expression.ValueType;

/** How the columns of a row become what models compute with. */
final class FeatureEncoding {
  private FeatureEncoding() {}

  /** The name of the layer column of a feature. */
  static String name(int feature) {
    return "__f" + feature;
  }

  /** The layer column of a number. */
  static Column number(int feature) {
    return new Column(name(feature), ValueType.DOUBLE);
  }

  /** The layer column of a category's text. */
  static Column text(int feature) {
    return new Column(name(feature), ValueType.VARCHAR);
  }

  /** The number itself, the mean when missing. */
  static Expression imputed(Feature.Numeric feature) {
    Expression value = raw(feature);
    return new Case(List.of(new When(new IsMissing(value), Literal.of(feature.mean()))), value);
  }

  /** The number's distance from its mean in standard deviations, 0 when missing. */
  static Expression standardized(Feature.Numeric feature) {
    return distance(feature, feature.standardDeviation());
  }

  /** The number's distance from its mean, 0 when missing. */
  static Expression centered(Feature.Numeric feature) {
    return distance(feature, 1);
  }

  private static Expression distance(Feature.Numeric feature, double unit) {
    Expression raw = raw(feature);
    Expression distance = minus(raw, Literal.of(feature.mean()));
    return new Case(
        List.of(new When(new IsMissing(raw), Literal.of(0.0))),
        unit == 1 ? distance : over(distance, Literal.of(unit)));
  }

  /** The number, the column converted to DOUBLE. */
  static Expression raw(Feature.Numeric feature) {
    return new Cast(new Column(feature.name(), feature.type()), ValueType.DOUBLE);
  }

  /** The text that the category is known by; NULL when missing. */
  static Expression key(Feature.Category feature) {
    return new Cast(new Column(feature.name(), feature.type()), ValueType.VARCHAR);
  }
}
