/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.data;

import java.util.regex.Pattern;

/** Tells columns that are called as identifiers are. */
public final class IdColumns {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i:(.*_)?(id|key|uuid|guid|nr|no|num|number|serial|rowid|index))|.*[a-z]Id");

  private IdColumns() {}

  public static boolean isNamedLikeOne(String name) {
    return NAME.matcher(name).matches();
  }
}
