/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Fitted models as plain immutable data: what a trainer finds, the registry keeps and {@code
 * Program}s are made from. Nothing here knows how it was fitted or where it will run.
 */
@NullMarked
package org.insitu.udf.model;

import org.jspecify.annotations.NullMarked;
