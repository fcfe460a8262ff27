/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.artefact;

import java.util.Optional;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.transform.Transformation;

/** What an artefact holds: what is done to the columns first, and what is computed then. */
public record StoredModel(Optional<Transformation> transformation, ModelFunction function) {}
