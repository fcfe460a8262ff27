/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.planner.rewrite.MappedText;

/** What the warehouse says of a text that we wrote, in the user's terms. */
final class WarehouseErrors {
  private static final String UNKNOWN_COLUMN = "42703";
  private static final Pattern COLUMN = Pattern.compile("column \"([^\"]+)\" not found");

  private WarehouseErrors() {}

  /**
   * The error at its place in the user's statement. A column that only the text of a call names is
   * one that the call's model needs: COLUMN_NOT_FOUND.
   */
  static InsituException placed(InsituException error, MappedText text) {
    Matcher column = COLUMN.matcher(error.getMessage());
    if (error.sqlState().equals(UNKNOWN_COLUMN)
        && text.call(error.position()).isPresent()
        && column.find()) {
      String name = column.group(1);
      return InsituException.of(
              ErrorCode.COLUMN_NOT_FOUND,
              "The model called here needs column '%s', which the query's FROM does not have."
                  .formatted(name))
          .hint("Name what stands for it: USING expression AS %s.".formatted(name))
          .at(text.original(error.position()))
          .causedBy(error);
    }
    return error.at(text.original(error.position()));
  }
}
