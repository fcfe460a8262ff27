/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.bind;

import java.util.Collection;
import org.insitu.parser.text.Nearest;

/** Hints with the nearest right spelling. */
public final class Hints {
  private Hints() {}

  /** {@code Did you mean 'x'?} when there is a near one, else the other hint. */
  public static String didYouMean(String word, Collection<String> candidates, String otherwise) {
    return Nearest.to(word, candidates).map("Did you mean '%s'?"::formatted).orElse(otherwise);
  }
}
