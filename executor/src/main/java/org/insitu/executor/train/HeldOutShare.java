/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.Locale;
import java.util.Optional;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;

/**
 * What became of a split. Equal rows go to the same side of a split by fingerprint, so that of few
 * distinct rows far more or fewer can be held out than were asked for.
 */
final class HeldOutShare {
  private static final int NOTICE_MIN_ROWS = 500;
  private static final double FAR = 2;
  private static final String REASON =
      "equal rows go to the same side, and there are few distinct ones";
  private static final String HINT =
      "DATA_SPLIT_METHOD = 'NO_SPLIT' fits on all rows; 'SEQ', 'GROUP' and 'CUSTOM' split by"
          + " DATA_SPLIT_COL.";

  private HeldOutShare() {}

  /** That no row is left to fit on, where the query has some. */
  static InsituException nothingLeft(SplitRule rule, long rows) {
    String message = "All %d rows were held out for evaluation".formatted(rows);
    return InsituException.of(
            ErrorCode.NO_ROWS,
            rule.shares(rows).isPresent() ? message + ": " + REASON + "." : message + ".")
        .hint(HINT);
  }

  /** The notice that a share of the rows, over 500 of them, is far from what was asked. */
  static Optional<String> notice(SplitRule rule, long rows, long trained) {
    if (rows <= NOTICE_MIN_ROWS || rule.shares(rows).isEmpty()) {
      return Optional.empty();
    }
    double asked = rule.shares(rows).orElseThrow().heldOut();
    long heldOut = rows - trained;
    double share = (double) heldOut / rows;
    if (share <= asked * FAR && share >= asked / FAR) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%d of %d rows (%.1f %%) were held out for evaluation, not %.1f %%: %s. %s",
            heldOut,
            rows,
            share * 100,
            asked * 100,
            REASON,
            HINT));
  }
}
