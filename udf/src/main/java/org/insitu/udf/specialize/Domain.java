/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.specialize;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The values that a column or an expression can have.
 *
 * @param low the least number; without meaning for texts
 * @param high the greatest number
 * @param mayBeMissing whether it can be NULL or NaN
 * @param texts the texts it can be, when they are few and known
 */
public record Domain(double low, double high, boolean mayBeMissing, Optional<Set<String>> texts) {

  /** Anything. */
  public static final Domain ALL =
      new Domain(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, Optional.empty());

  public Domain {
    texts = texts.map(Set::copyOf);
  }

  /** Numbers from {@code low} to {@code high}, both included. */
  public static Domain range(double low, double high, boolean mayBeMissing) {
    return new Domain(low, high, mayBeMissing, Optional.empty());
  }

  /** One of some texts, never missing. */
  public static Domain texts(Set<String> texts) {
    return new Domain(
        Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, Optional.of(texts));
  }

  /** What both allow. */
  public Domain and(Domain other) {
    Optional<Set<String>> both =
        texts.isPresent() && other.texts.isPresent()
            ? Optional.of(common(texts.get(), other.texts.get()))
            : texts.or(() -> other.texts);
    return new Domain(
        Math.max(low, other.low),
        Math.min(high, other.high),
        mayBeMissing && other.mayBeMissing,
        both);
  }

  /** What either allows. */
  public Domain or(Domain other) {
    Optional<Set<String>> either = Optional.empty();
    if (texts.isPresent() && other.texts.isPresent()) {
      Set<String> all = new HashSet<>(texts.get());
      all.addAll(other.texts.get());
      either = Optional.of(all);
    }
    return new Domain(
        Math.min(low, other.low),
        Math.max(high, other.high),
        mayBeMissing || other.mayBeMissing,
        either);
  }

  private static Set<String> common(Set<String> first, Set<String> second) {
    Set<String> common = new HashSet<>(first);
    common.retainAll(second);
    return common;
  }
}
