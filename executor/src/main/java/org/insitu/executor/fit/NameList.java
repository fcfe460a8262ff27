/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.List;

/** Names in a notice: the first few, and how many more. */
public final class NameList {
  private static final int SHOWN_MAX = 5;

  private NameList() {}

  public static String of(List<String> names) {
    int shown = Math.min(SHOWN_MAX, names.size());
    String text = String.join(", ", names.subList(0, shown));
    return shown == names.size() ? text : "%s and %d more".formatted(text, names.size() - shown);
  }
}
