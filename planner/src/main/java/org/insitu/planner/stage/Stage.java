/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.stage;

import java.util.Map;
import org.insitu.udf.sql.KernelFunction;

/** One part of a statement and where it runs. */
public sealed interface Stage {

  /**
   * SQL for the session's warehouse.
   *
   * @param sql with question marks where the user's statement has them
   * @param functions the kernels it calls, by function name
   */
  record WarehouseQuery(String sql, Map<String, KernelFunction> functions) implements Stage {
    public WarehouseQuery {
      functions = Map.copyOf(functions);
    }
  }
}
