/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

/**
 * The loops over sign bits and leaves. {@code x} are columns, {@code p} and {@code q} the registers
 * whose signs select; a node's {@code bin} is repeated in every byte.
 */
final class MaskSteps {
  private static final long SIGNS = 0x8080808080808080L;

  private MaskSteps() {}

  /** One node. */
  record CompareOne(int x0, long bin0, int out) implements MaskStep {
    @Override
    public void run(MaskCall call) {
      loop(call.columns[x0], bin0, call.registers[out], call.words);
    }

    private static void loop(long[] a, long binA, long[] out, int words) {
      for (int i = 0; i < words; i++) {
        out[i] = a[i] - binA;
      }
    }
  }

  /** Two nodes, the second where {@code p}. */
  record CompareTwo(int x0, long bin0, int x1, long bin1, int p, int out) implements MaskStep {
    @Override
    public void run(MaskCall call) {
      long[][] x = call.columns;
      long[][] r = call.registers;
      loop(x[x0], bin0, x[x1], bin1, r[p], r[out], call.words);
    }

    private static void loop(
        long[] a, long binA, long[] b, long binB, long[] p, long[] out, int words) {
      for (int i = 0; i < words; i++) {
        long x = a[i] - binA;
        out[i] = x ^ (p[i] & (x ^ (b[i] - binB)));
      }
    }
  }

  /** Four nodes: {@code p} tells the halves apart, {@code q} the nodes in each half. */
  record CompareFour(
      int x0,
      long bin0,
      int x1,
      long bin1,
      int x2,
      long bin2,
      int x3,
      long bin3,
      int p,
      int q,
      int out)
      implements MaskStep {
    @Override
    public void run(MaskCall call) {
      long[][] x = call.columns;
      long[][] r = call.registers;
      loop(x[x0], bin0, x[x1], bin1, x[x2], bin2, x[x3], bin3, r[p], r[q], r[out], call.words);
    }

    private static void loop(
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
        int words) {
      for (int i = 0; i < words; i++) {
        long s = q[i];
        long x = a[i] - binA;
        long y = c[i] - binC;
        x = x ^ (s & (x ^ (b[i] - binB)));
        y = y ^ (s & (y ^ (d[i] - binD)));
        out[i] = x ^ (p[i] & (x ^ y));
      }
    }
  }

  /** The register {@code b} where {@code p}, else {@code a}. */
  record SelectTwo(int a, int b, int p, int out) implements MaskStep {
    @Override
    public void run(MaskCall call) {
      long[][] r = call.registers;
      loop(r[a], r[b], r[p], r[out], call.words);
    }

    private static void loop(long[] a, long[] b, long[] p, long[] out, int words) {
      for (int i = 0; i < words; i++) {
        long x = a[i];
        out[i] = x ^ (p[i] & (x ^ b[i]));
      }
    }
  }

  /** One of four registers from {@code a} on, by {@code p} and {@code q}. */
  record SelectFour(int a, int p, int q, int out) implements MaskStep {
    @Override
    public void run(MaskCall call) {
      long[][] r = call.registers;
      loop(r[a], r[a + 1], r[a + 2], r[a + 3], r[p], r[q], r[out], call.words);
    }

    private static void loop(
        long[] a, long[] b, long[] c, long[] d, long[] p, long[] q, long[] out, int words) {
      for (int i = 0; i < words; i++) {
        long s = q[i];
        long x = a[i];
        long y = c[i];
        x = x ^ (s & (x ^ b[i]));
        y = y ^ (s & (y ^ d[i]));
        out[i] = x ^ (p[i] & (x ^ y));
      }
    }
  }

  /**
   * Makes the leaf's number of the sign bits of the first planes, the last plane the lowest bit.
   */
  record NumberLeaves(int depth, int out) implements MaskStep {
    @Override
    public void run(MaskCall call) {
      long[][] r = call.registers;
      int shift = Byte.SIZE - depth;
      one(r[0], shift, r[out], call.words);
      int plane = 1;
      for (; plane + 4 <= depth; plane += 4) {
        four(r[plane], r[plane + 1], r[plane + 2], r[plane + 3], shift + plane, r[out], call.words);
      }
      for (; plane < depth; plane++) {
        add(r[plane], shift + plane, r[out], call.words);
      }
    }

    private static void one(long[] a, int shift, long[] out, int words) {
      for (int i = 0; i < words; i++) {
        out[i] = (a[i] & SIGNS) >>> shift;
      }
    }

    private static void add(long[] a, int shift, long[] out, int words) {
      for (int i = 0; i < words; i++) {
        out[i] |= (a[i] & SIGNS) >>> shift;
      }
    }

    private static void four(
        long[] a, long[] b, long[] c, long[] d, int shift, long[] out, int words) {
      for (int i = 0; i < words; i++) {
        long high = ((a[i] & SIGNS) >>> shift) | ((b[i] & SIGNS) >>> (shift + 1));
        long low = ((c[i] & SIGNS) >>> (shift + 2)) | ((d[i] & SIGNS) >>> (shift + 3));
        out[i] |= high | low;
      }
    }
  }

  /** Adds the leaves of one tree, whose numbers are in a register, to the sums. */
  @SuppressWarnings("ArrayRecordComponent") // the forest's own, never compared
  record AddOne(double[] leaf, int first, int numbers) implements MaskStep {
    @Override
    public void run(MaskCall call) {
      loop(call.registers[numbers], call.sums, call.words);
    }

    private void loop(long[] numbers, double[] sums, int words) {
      for (int i = 0; i < words; i++) {
        long word = numbers[i];
        for (int row = i * Long.BYTES; row < (i + 1) * Long.BYTES; row++) {
          sums[row] += leaf[first + (int) (word & 0xff)];
          word >>>= Byte.SIZE;
        }
      }
    }
  }

  /** Adds the leaves of four trees, in order, with one trip to memory for the sum. */
  @SuppressWarnings("ArrayRecordComponent") // the forest's own, never compared
  record AddFour(double[] leaf, int first0, int first1, int first2, int first3, int numbers)
      implements MaskStep {
    @Override
    public void run(MaskCall call) {
      long[][] r = call.registers;
      loop(r[numbers], r[numbers + 1], r[numbers + 2], r[numbers + 3], leaf, call.sums, call.words);
    }

    private void loop(
        long[] a, long[] b, long[] c, long[] d, double[] leaf, double[] sums, int words) {
      for (int i = 0; i < words; i++) {
        long wordA = a[i];
        long wordB = b[i];
        long wordC = c[i];
        long wordD = d[i];
        for (int row = i * Long.BYTES; row < (i + 1) * Long.BYTES; row++) {
          double sum = sums[row];
          sum += leaf[first0 + (int) (wordA & 0xff)];
          sum += leaf[first1 + (int) (wordB & 0xff)];
          sum += leaf[first2 + (int) (wordC & 0xff)];
          sum += leaf[first3 + (int) (wordD & 0xff)];
          sums[row] = sum;
          wordA >>>= Byte.SIZE;
          wordB >>>= Byte.SIZE;
          wordC >>>= Byte.SIZE;
          wordD >>>= Byte.SIZE;
        }
      }
    }
  }
}
