/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

/** One step of a compiled program: computes a block of values from others. */
interface Operation {
  void run(int count);
}
