/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal;

import java.sql.SQLException;
import java.sql.Wrapper;

/** {@link Wrapper} of an object that wraps nothing but itself. */
public abstract class Unwrappable implements Wrapper {

  @Override
  public final <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException(getClass().getSimpleName() + " is no " + type.getName(), "HY000");
  }

  @Override
  public final boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
