/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

/** What a model does with a row one of whose inputs is odd. */
public enum Policy {
  /** Predicts all the same: what is missing is imputed, what is unseen has no weight. */
  DEFAULT,
  /** Answers with NULL. */
  NULL,
  /** Fails the statement. */
  ERROR,
  /** Predicts as by default, and says in a column of its own what was odd. */
  FLAG
}
