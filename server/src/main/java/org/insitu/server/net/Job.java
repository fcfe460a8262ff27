/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

/** Something that a session has to do, in one or more steps. */
interface Job {

  /**
   * Does what can be done now; on a worker, never two steps at a time. Throws nothing.
   *
   * @return whether that was the last step
   */
  boolean step();

  /** After a step that was not the last: whether the next may come at once; on the event loop. */
  default boolean mayGoOn() {
    return true;
  }

  /** Another job waits for this one: go on without waiting for anybody; on the event loop. */
  default void hurry() {}

  /** The last step is over; on the event loop. */
  default void over() {}
}
