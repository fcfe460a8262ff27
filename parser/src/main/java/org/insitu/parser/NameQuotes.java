/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

/** How names are quoted in the SQL that a statement hands to the warehouse. */
public enum NameQuotes {
  /** As the user did. */
  AS_WRITTEN,
  /** In double quotes, the standard's: for warehouses that do not know backticks. */
  DOUBLE
}
