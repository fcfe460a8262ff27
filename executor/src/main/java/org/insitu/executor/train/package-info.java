/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The life of a fit: stable rows, split, profile, trainer, metrics on the held-out rows, one
 * transactional write to the registry.
 */
@NullMarked
package org.insitu.executor.train;

import org.jspecify.annotations.NullMarked;
