/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Written SQL and what the warehouse must know to run it.
 *
 * @param sql the text
 * @param kernels the functions it calls: their names, and what to register under them before the
 *     text is run. A name is a digest of its content.
 */
public record SqlText(String sql, Map<String, KernelFunction> kernels) {
  public SqlText {
    kernels = Collections.unmodifiableMap(new LinkedHashMap<>(kernels));
  }
}
