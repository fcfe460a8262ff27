/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

/** What setting an option does in this version. */
public enum Effect {
  /** It is honoured. */
  HONOURED,
  /** It is accepted for the sake of scripts that exist, and answered with a notice. */
  NONE,
  /** It is refused unless set to its default. */
  NOT_YET
}
