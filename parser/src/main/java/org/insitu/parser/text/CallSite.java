/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.text;

/**
 * Where a call of ours stands.
 *
 * @param name the token of the function's own name
 * @param span all its tokens, {@code ML.} and brackets included
 * @param arguments the tokens between the brackets
 */
public record CallSite(Kind kind, int name, Span span, Span arguments) {

  /** The forms of a call. */
  public enum Kind {
    /** {@code ML.NAME(...)}. */
    TABLE_FUNCTION,
    /** {@code ML.NAME(...)} or {@code ML.NAME(...) OVER ()} with a preprocessing function. */
    PREPROCESSING,
    /** {@code PREDICT(m ...)} or {@code PROBABILITY(m ...)}. */
    SCALAR,
    /** {@code fn(...)} by the name that FUNCTION gave. */
    NAMED,
    /** {@code PREDICT(MODEL = m, DATA = t AS d)}, which a later version runs. */
    TRANSACT_SQL
  }
}
