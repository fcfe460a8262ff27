/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is read until it is closed.
 *
 * <p><b>Threads:</b> safe; one reads while others wait, for they would read the same. A reader may
 * read something else.
 */
public final class SharedReadings implements Readings, AutoCloseable {
  private final Map<Object, Object> kept = new LinkedHashMap<>();

  @Override
  @SuppressWarnings("unchecked") // a key stands for one type
  public synchronized <T> Reading<T> read(Object key, Supplier<T> reader) {
    Object found = kept.get(key);
    if (found != null) {
      return new Reading<>((T) found, false, false);
    }
    T value = reader.get();
    kept.put(key, value);
    return new Reading<>(value, true, false);
  }

  /** Closes what can be. */
  @Override
  public synchronized void close() {
    kept.values().forEach(SharedReadings::close);
    kept.clear();
  }

  static void close(@Nullable Object value) {
    if (value instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException("closing what was read", e);
      }
    }
  }
}
