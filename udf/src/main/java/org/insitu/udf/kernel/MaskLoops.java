/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

/**
 * The inner loops of {@link MaskForest}: each one small and free of branches, so that the compiler
 * turns it into vector instructions. Names of parameters: {@code a b c d} columns or planes, {@code
 * p q} the planes that select, {@code n} the number of words.
 */
final class MaskLoops {
  private static final long SIGNS = 0x8080808080808080L;

  private MaskLoops() {}

  /** One node. */
  static void compare(long[] a, long binA, long[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] - binA;
    }
  }

  /** Two nodes, the second where {@code p}. */
  static void compare(long[] a, long binA, long[] b, long binB, long[] p, long[] out, int n) {
    for (int i = 0; i < n; i++) {
      long x = a[i] - binA;
      long y = b[i] - binB;
      out[i] = x ^ (p[i] & (x ^ y));
    }
  }

  /** Four nodes: {@code p} tells the halves apart, {@code q} the nodes in each half. */
  static void compare(
      long[] a,
      long binA,
      long[] b,
      long binB,
      long[] c,
      long binC,
      long[] d,
      long binD,
      long[] p,
      long[] q,
      long[] out,
      int n) {
    for (int i = 0; i < n; i++) {
      long s = q[i];
      long x = a[i] - binA;
      long y = c[i] - binC;
      x = x ^ (s & (x ^ (b[i] - binB)));
      y = y ^ (s & (y ^ (d[i] - binD)));
      out[i] = x ^ (p[i] & (x ^ y));
    }
  }

  /** {@code b} where {@code p}, else {@code a}. */
  static void select(long[] a, long[] b, long[] p, long[] out, int n) {
    for (int i = 0; i < n; i++) {
      long x = a[i];
      out[i] = x ^ (p[i] & (x ^ b[i]));
    }
  }

  /** One of four by {@code p} and {@code q}. */
  static void select(
      long[] a, long[] b, long[] c, long[] d, long[] p, long[] q, long[] out, int n) {
    for (int i = 0; i < n; i++) {
      long s = q[i];
      long x = a[i];
      long y = c[i];
      x = x ^ (s & (x ^ b[i]));
      y = y ^ (s & (y ^ d[i]));
      out[i] = x ^ (p[i] & (x ^ y));
    }
  }

  /** Adds a sign bit to the numbers of the leaves. */
  static void number(long[] a, int shift, long[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] |= (a[i] & SIGNS) >>> shift;
    }
  }

  /** Adds four sign bits, the first at {@code shift}. */
  static void number(long[] a, long[] b, long[] c, long[] d, int shift, long[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] |=
          ((a[i] & SIGNS) >>> shift)
              | ((b[i] & SIGNS) >>> (shift + 1))
              | ((c[i] & SIGNS) >>> (shift + 2))
              | ((d[i] & SIGNS) >>> (shift + 3));
    }
  }
}
