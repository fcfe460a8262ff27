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
 */
public record ModelDefinition(
    String name, String modelType, Optional<String> functionName, String statement) {}
