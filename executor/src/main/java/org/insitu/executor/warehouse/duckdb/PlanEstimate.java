/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.DoubleBinaryOperator;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;

/**
 * How many rows DuckDB expects of a query, read from EXPLAIN (FORMAT JSON): a tree of operators,
 * the one that answers outermost, each with its {@code children} and, under {@code extra_info},
 * mostly its {@code Estimated Cardinality}. Limits, and what stands on them, say 0, which tells
 * nothing where rows come in.
 */
final class PlanEstimate {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double UNKNOWN = -1;

  private PlanEstimate() {}

  /** The rows of the outermost operator; -1 when the plan does not tell. */
  static double rows(String plan) {
    try {
      JsonNode operators = JSON.readTree(plan);
      return operators.isArray() && !operators.isEmpty() ? ofOperator(operators.get(0)) : UNKNOWN;
    } catch (JsonProcessingException e) {
      throw InsituException.of(ErrorCode.WAREHOUSE, "DuckDB's plan is no JSON: " + e.getMessage())
          .causedBy(e);
    }
  }

  private static double ofOperator(JsonNode operator) {
    String name = operator.path("name").asText().strip();
    if (name.equals("UNGROUPED_AGGREGATE")) {
      return 1; // whatever is under it
    }
    double own = number(info(operator, "Estimated Cardinality"));
    if (own > 0) {
      return own;
    }
    JsonNode children = operator.path("children");
    return switch (name) {
      case "CROSS_PRODUCT" -> total(children, 1, (a, b) -> a * b);
      case "UNION" -> total(children, 0, Double::sum);
      default -> children.size() == 1 ? limited(operator, ofOperator(children.get(0))) : own;
    };
  }

  private static double limited(JsonNode operator, double rows) {
    double limit = number(info(operator, "Limit"));
    return limit < 0 ? rows : rows < 0 ? limit : Math.min(limit, rows);
  }

  private static String info(JsonNode operator, String key) {
    return operator.path("extra_info").path(key).asText();
  }

  private static double total(JsonNode children, double none, DoubleBinaryOperator together) {
    double total = none;
    for (JsonNode child : children) {
      double rows = ofOperator(child);
      if (rows < 0) {
        return UNKNOWN;
      }
      total = together.applyAsDouble(total, rows);
    }
    return total;
  }

  /** A number such as {@code ~1003}; -1 when there is none. */
  private static double number(String text) {
    String digits = text.strip().replaceFirst("^~", "");
    return digits.matches("[0-9]+(\\.[0-9]+)?([eE]\\+?[0-9]+)?")
        ? Double.parseDouble(digits)
        : UNKNOWN;
  }
}
