/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.error;

/** A place in a statement's text, both counted from 1; {@link #NONE} when there is none. */
public record Position(int line, int column) {
  public static final Position NONE = new Position(0, 0);

  public boolean isKnown() {
    return line > 0;
  }
}
