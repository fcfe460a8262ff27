/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * ML.DETECT_ANOMALIES: rows that a model finds unlike those it was fitted on. A kind of model has a
 * score, the greater the odder; what share of the training rows scored above what is a fact of the
 * fit.
 */
@NullMarked
package org.insitu.planner.anomaly;

import org.jspecify.annotations.NullMarked;
