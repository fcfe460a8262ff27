/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import static org.insitu.parser.option.ModelType.BOOSTED_TREE_CLASSIFIER;
import static org.insitu.parser.option.ModelType.BOOSTED_TREE_REGRESSOR;
import static org.insitu.parser.option.ModelType.ISOTONIC;
import static org.insitu.parser.option.ModelType.RANDOM_FOREST_CLASSIFIER;
import static org.insitu.parser.option.ModelType.RANDOM_FOREST_REGRESSOR;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** The model types that several groups of options are for. */
final class ModelTypes {
  static final Set<ModelType> ALL = Set.copyOf(ModelType.available());
  static final Set<ModelType> SUPERVISED = only(ModelType::isSupervised);
  static final Set<ModelType> TREES = only(ModelType::isTree);
  static final Set<ModelType> BOOSTED = Set.of(BOOSTED_TREE_CLASSIFIER, BOOSTED_TREE_REGRESSOR);
  static final Set<ModelType> FORESTS = Set.of(RANDOM_FOREST_CLASSIFIER, RANDOM_FOREST_REGRESSOR);
  static final Set<ModelType> MONOTONE = only(type -> type.isTree() || type == ISOTONIC);

  private ModelTypes() {}

  /** The types of this version that are wanted. */
  static Set<ModelType> only(Predicate<ModelType> wanted) {
    Set<ModelType> types = EnumSet.copyOf(ALL);
    types.removeIf(wanted.negate());
    return Set.copyOf(types);
  }
}
