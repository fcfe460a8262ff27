/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.List;
import java.util.Optional;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;

/**
 * Redshift's CREATE MODEL without PROBLEM_TYPE: whether it is a classification shows by the type of
 * the label, which the parser does not know. Until then MODEL_TYPE is one of the names here.
 *
 * <p><b>Source:</b> Amazon Redshift, CREATE MODEL: "chosen by problem type if absent".
 */
public enum ProblemType {
  BOOSTED_TREE_BY_LABEL("BOOSTED_TREE_CLASSIFIER", "BOOSTED_TREE_REGRESSOR"),
  LINEAR_BY_LABEL("LOGISTIC_REG", "LINEAR_REG");

  private final String classifier;
  private final String regressor;

  ProblemType(String classifier, String regressor) {
    this.classifier = classifier;
    this.regressor = regressor;
  }

  /** The one that options leave open; empty where MODEL_TYPE is known. */
  public static Optional<ProblemType> of(List<Option> options) {
    return options.stream()
        .filter(option -> option.name().equals("model_type"))
        .map(Option::value)
        .filter(OptionValue.Text.class::isInstance)
        .map(value -> ((OptionValue.Text) value).value())
        .flatMap(name -> java.util.Arrays.stream(values()).filter(type -> type.name().equals(name)))
        .findFirst();
  }

  /** The options with MODEL_TYPE decided. */
  public List<Option> decide(List<Option> options, boolean classification) {
    return options.stream()
        .map(
            option ->
                option.name().equals("model_type")
                    ? new Option(
                        option.name(),
                        new OptionValue.Text(classification ? classifier : regressor),
                        option.position())
                    : option)
        .toList();
  }
}
