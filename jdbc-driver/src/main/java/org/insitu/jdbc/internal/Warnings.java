/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal;

import java.sql.SQLWarning;
import java.util.List;

/** A chain of warnings. Threads: safe. */
final class Warnings {
  private SQLWarning first;

  synchronized void add(List<String> notices) {
    for (String notice : notices) {
      SQLWarning warning = new SQLWarning(notice, "01000");
      if (first == null) {
        first = warning;
      } else {
        first.setNextWarning(warning);
      }
    }
  }

  synchronized SQLWarning first() {
    return first;
  }

  synchronized void clear() {
    first = null;
  }
}
