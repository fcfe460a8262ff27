/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

/** Why a query stops before its end. */
enum Stop {
  /** The client sent CANCEL. */
  CANCELLED,
  /** Its time is up. */
  TIMED_OUT,
  /** The client took nothing for too long. */
  UNREAD,
  /** The client sent CLOSE: it wants no more rows. */
  CLOSED,
  /** There is nobody to be told. */
  GONE
}
