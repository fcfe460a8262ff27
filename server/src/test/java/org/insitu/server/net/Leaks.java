/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import org.slf4j.LoggerFactory;

/** Watches for Netty buffers that were collected without having been released. */
final class Leaks {
  private static final Leaks WATCHED = new Leaks();
  private final ListAppender<ILoggingEvent> reports = new ListAppender<>();

  private Leaks() {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    reports.start();
    Logger log = (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);
    log.addAppender(reports);
    log.setAdditive(false);
  }

  static Leaks watched() {
    return WATCHED;
  }

  /** Those that were found so far. */
  void assertNone() {
    assertThat(reports.list).extracting(ILoggingEvent::getFormattedMessage).isEmpty();
  }

  /** Those that can be found at all. */
  void assertNoneAfterCollection() {
    for (int i = 0; i < 5; i++) {
      collect();
    }
    assertNone();
  }

  /** Has lost buffers collected and reported. */
  void collect() {
    System.gc();
    TestingServer.pause(20);
    // The detector reports when it meets the next buffer.
    ByteBufAllocator.DEFAULT.directBuffer(64).release();
  }

  int count() {
    return reports.list.size();
  }

  void forget() {
    reports.list.clear();
  }
}
