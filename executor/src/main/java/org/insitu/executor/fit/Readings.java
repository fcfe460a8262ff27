/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.function.Supplier;

/** What trainers read of their rows: for each fit anew, or once for several over the same rows. */
public interface Readings {

  /**
   * Reads, or finds what was read under this key before.
   *
   * @param key what it is, with all options that it depends on
   * @param reader reads; what it answers with is closed by its owner if it can be
   */
  <T> Reading<T> read(Object key, Supplier<T> reader);

  /** Nothing is kept. */
  Readings EACH_TIME =
      new Readings() {
        @Override
        public <T> Reading<T> read(Object key, Supplier<T> reader) {
          return new Reading<>(reader.get(), true, true);
        }
      };

  /**
   * Something read.
   *
   * <p><b>Ownership:</b> {@link #close} closes a value that is not kept.
   *
   * @param isNew whether it was read just now
   * @param isOwned whether nobody else keeps it
   */
  record Reading<T>(T value, boolean isNew, boolean isOwned) implements AutoCloseable {
    @Override
    public void close() {
      if (isOwned) {
        SharedReadings.close(value);
      }
    }
  }
}
