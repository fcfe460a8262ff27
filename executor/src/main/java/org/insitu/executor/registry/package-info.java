/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The models: durable, transactional, versions immutable. They live in the warehouse file's own
 * schema {@code insitu}, so that data and models are one file and survive together.
 */
@NullMarked
package org.insitu.executor.registry;

import org.jspecify.annotations.NullMarked;
