/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.isotonic;

import java.util.function.Consumer;

/** The training rows by the values of the feature. */
interface ValueRows {

  /** Hands on the sums of every value, ascending; those that weigh nothing may be left out. */
  void forEach(Consumer<ValueSums> consumer);

  /** {@code warehouse} or {@code local}. */
  String place();

  /** Bytes that left the warehouse for it. */
  long bytes();
}
