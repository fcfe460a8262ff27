/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

/** Says why a query stays on the road of the text. */
final class NotFollowed extends Exception {
  private static final long serialVersionUID = 1L;

  NotFollowed(String reason) {
    super(reason);
  }

  NotFollowed(String reason, Throwable cause) {
    super(reason, cause);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
