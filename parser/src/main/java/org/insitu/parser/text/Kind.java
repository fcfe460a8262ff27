/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.text;

/** What a token is. Comments and white space are no tokens. */
public enum Kind {
  /** An unquoted word: an identifier or a keyword, nobody knows yet. */
  WORD,
  /** {@code "x"}: an identifier, in options a string. */
  DOUBLE_QUOTED,
  /** {@code `x`}. */
  BACK_QUOTED,
  /** {@code 'x'}, {@code E'x'}, {@code $$x$$}. */
  STRING,
  NUMBER,
  /** One character of punctuation. */
  SYMBOL,
  /** A quote or comment that never ends; it reaches to the end of the text. */
  UNENDED
}
