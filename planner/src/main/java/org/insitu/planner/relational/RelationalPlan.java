/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import java.util.List;
import org.insitu.udf.sql.SqlText;

/**
 * A statement that was followed.
 *
 * @param tree the plan's nodes as text, one a line
 * @param rules the rules that changed it, in the order they first fired
 * @param writtenCost the work of its models as the user wrote it, in {@link Steps} of all rows
 * @param cost their work in this plan
 * @param sql the plan as SQL
 */
public record RelationalPlan(
    String tree, List<String> rules, double writtenCost, double cost, SqlText sql) {
  public RelationalPlan {
    rules = List.copyOf(rules);
  }
}
