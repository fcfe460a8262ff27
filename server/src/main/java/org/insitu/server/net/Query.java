/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

/** A query that a client has opened and that has not ended. On the event loop. */
interface Query {

  /** The client takes so many more batches. */
  void credit(int batches);

  /** Ends it before its time; a second reason changes nothing. */
  void stop(Stop reason);

  /** The socket takes more. */
  void drain();
}
