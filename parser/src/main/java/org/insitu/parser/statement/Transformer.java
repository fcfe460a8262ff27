/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.statement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What Redshift ML can do to a column before training.
 *
 * <p><b>Source:</b> Amazon Redshift Developer Guide, page r_create_model_use_cases, "CREATE MODEL
 * with user guidance", which names these ten.
 */
public enum Transformer {
  ONE_HOT_ENCODER("OneHotEncoder"),
  ORDINAL_ENCODER("OrdinalEncoder"),
  NUMERIC_PASSTHROUGH("NumericPassthrough"),
  IMPUTER("Imputer"),
  IMPUTER_WITH_INDICATOR("ImputerWithIndicator"),
  NORMALIZER("Normalizer"),
  DATE_TIME_VECTORIZER("DateTimeVectorizer"),
  PCA("PCA"),
  STANDARD_SCALER("StandardScaler"),
  MIN_MAX("MinMax");

  private final String spelling;

  Transformer(String spelling) {
    this.spelling = spelling;
  }

  /** The one of this name, whatever the case of its letters. */
  public static Optional<Transformer> named(String name) {
    return Arrays.stream(values()).filter(t -> t.spelling.equalsIgnoreCase(name)).findFirst();
  }

  /** All names, as Amazon writes them. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Transformer::toString).toList();
  }

  /** Whether it takes values for categories, and gives every one a number, NULL too. */
  public boolean isEncoder() {
    return this == ONE_HOT_ENCODER || this == ORDINAL_ENCODER;
  }

  /** Whether it fills in what is missing. */
  public boolean isImputer() {
    return this == IMPUTER || this == IMPUTER_WITH_INDICATOR;
  }

  /** Its name, as Amazon writes it. */
  @Override
  public String toString() {
    return spelling;
  }
}
