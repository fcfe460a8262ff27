/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Hyperparameter tuning: which values the next trial has ({@link
 * org.insitu.executor.train.tuning.Search}) and how trials run over rows that are read once ({@link
 * org.insitu.executor.train.tuning.TrialRuns}).
 */
@NullMarked
package org.insitu.executor.train.tuning;

import org.jspecify.annotations.NullMarked;
