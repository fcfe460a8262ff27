/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.registry;

import java.util.Optional;

/**
 * What CREATE MODEL said, apart from any fit.
 *
 * @param name as created, parts joined by dots
 * @param modelType such as {@code LINEAR_REG}
 * @param functionName given by FUNCTION
 * @param statement the CREATE MODEL text, which TRAIN MODEL reads again
 * @param description the text that takes the place of the one there is; absent when that stays, as
 *     in every definition that the registry gives out, see {@link ModelNotes}
 */
public record ModelDefinition(
    String name,
    String modelType,
    Optional<String> functionName,
    String statement,
    Optional<String> description) {

  /** The same, saying this about the model. */
  public ModelDefinition withDescription(String text) {
    return new ModelDefinition(name, modelType, functionName, statement, Optional.of(text));
  }

  /** The same, leaving the description as it is. */
  ModelDefinition withoutDescription() {
    return new ModelDefinition(name, modelType, functionName, statement, Optional.empty());
  }

  ModelDefinition withName(String other) {
    return new ModelDefinition(other, modelType, functionName, statement, description);
  }
}
