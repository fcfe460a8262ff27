/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The orders in which features become known: all, as the sets that they pass through, or some that
 * are drawn, each with its reverse. For the same number of features they are always the same.
 *
 * @param features how many
 * @param pairs the orders that are drawn; none where all are looked at
 */
record FeatureOrders(int features, List<Pair> pairs) {
  /** Up to so many features all sets cost no more than orders would. */
  static final int EXACT_MAX = 7;

  /** What the orders are drawn with. */
  static final long SEED = 2022;

  private static final int PAIRS_MIN = 2;
  private static final int PAIRS_MAX = 16;
  private static final int STEPS = 128;

  static FeatureOrders of(int features) {
    List<Pair> pairs = new ArrayList<>();
    if (features > EXACT_MAX) {
      Random random = new Random(SEED);
      int count = Math.clamp(STEPS / (features - 1), PAIRS_MIN, PAIRS_MAX);
      for (int i = 0; i < count; i++) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, features).boxed().toList());
        Collections.shuffle(order, random);
        pairs.add(new Pair(order));
      }
    }
    return new FeatureOrders(features, pairs);
  }

  /** An order and its reverse. */
  record Pair(List<Integer> order) {
    Pair {
      order = List.copyOf(order);
    }

    /** The features known before this one. */
    BitSet before(int feature) {
      return set(order.subList(0, order.indexOf(feature)));
    }

    /** The features known before this one in the reverse order. */
    BitSet after(int feature) {
      return set(order.subList(order.indexOf(feature) + 1, order.size()));
    }

    private static BitSet set(List<Integer> features) {
      BitSet set = new BitSet();
      features.forEach(set::set);
      return set;
    }
  }

  boolean isExact() {
    return pairs.isEmpty();
  }

  /** Every set that is passed through, the empty one first. */
  Set<BitSet> sets() {
    Set<BitSet> sets = new LinkedHashSet<>();
    sets.add(new BitSet());
    if (isExact()) {
      for (long bits = 1; bits < 1L << features; bits++) {
        sets.add(BitSet.valueOf(new long[] {bits}));
      }
    }
    for (Pair pair : pairs) {
      for (int feature : pair.order()) {
        sets.add(pair.before(feature));
        sets.add(pair.after(feature));
      }
    }
    BitSet all = new BitSet();
    all.set(0, features);
    sets.add(all);
    return sets;
  }

  /** The share of all orders that have exactly a given set of this size before a given feature. */
  double weight(int size) {
    double weight = 1.0 / features;
    for (int i = 0; i < size; i++) {
      weight *= (double) (i + 1) / (features - 1 - i);
    }
    return weight;
  }
}
