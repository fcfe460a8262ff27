/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The small closed algebra in which a model says what it computes.
 *
 * <p>One expression has three readers: the SQL writer of each warehouse renders it as text, the
 * kernel compiler turns it into loops over vectors, and the exporter writes it as an ONNX graph.
 * They must agree, so the meaning of every node is defined here and nowhere else: in particular a
 * value is <em>missing</em> when it is NULL or NaN.
 */
@NullMarked
package org.insitu.udf.expression;

import org.jspecify.annotations.NullMarked;
