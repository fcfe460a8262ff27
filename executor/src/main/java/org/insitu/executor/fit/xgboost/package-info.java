/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Boosted trees by XGBoost: the only package that sees its types. Rows go in as one dense matrix of
 * floats, of many rows in bins, the trees come out as {@link org.insitu.udf.model.Forest} arrays;
 * prediction is ours.
 */
@NullMarked
package org.insitu.executor.fit.xgboost;

import org.jspecify.annotations.NullMarked;
