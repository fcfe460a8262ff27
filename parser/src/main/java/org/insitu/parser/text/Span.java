/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.text;

/** The tokens {@code [from, to)}. */
public record Span(int from, int to) {
  public boolean isEmpty() {
    return from >= to;
  }
}
