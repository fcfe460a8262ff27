/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

/**
 * One loop over a block of rows. The loops of {@link MaskForest} are many small objects called
 * through this one interface, because the compiler then keeps each in a method of its own, where it
 * makes vector instructions of it. Inlined into one large method they lose a third of their speed,
 * and when that happens is up to the profile.
 */
interface MaskStep {
  void run(MaskCall call);
}
