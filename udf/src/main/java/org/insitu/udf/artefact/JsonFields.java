/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads fields of JSON objects, each of which must be there and of its type. */
final class JsonFields {
  private JsonFields() {}

  static JsonNode object(JsonNode node, String field) {
    return require(node, field, node.path(field).isObject(), "an object");
  }

  static List<JsonNode> list(JsonNode node, String field) {
    List<JsonNode> items = new ArrayList<>();
    require(node, field, node.path(field).isArray(), "a list").forEach(items::add);
    return items;
  }

  static String text(JsonNode node, String field) {
    return require(node, field, node.path(field).isTextual(), "a text").textValue();
  }

  static boolean bool(JsonNode node, String field) {
    return require(node, field, node.path(field).isBoolean(), "true or false").booleanValue();
  }

  static int integer(JsonNode node, String field) {
    return require(node, field, node.path(field).isInt(), "an integer").intValue();
  }

  static double number(JsonNode node, String field) {
    return number(require(node, field, node.has(field), "a number"));
  }

  /** JSON has no NaN and no infinity: they are texts. */
  static double number(JsonNode value) {
    if (value.isNumber()) {
      return value.doubleValue();
    }
    return switch (value.asText()) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new ArtefactException("manifest: " + value + " (expected: a number)");
    };
  }

  static <E extends Enum<E>> E constant(JsonNode node, String field, Class<E> type) {
    String name = text(node, field);
    try {
      return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ArtefactException("manifest: unknown " + field + " '" + name + "'", e);
    }
  }

  private static JsonNode require(JsonNode node, String field, boolean ok, String expected) {
    if (!ok) {
      throw new ArtefactException(
          "manifest: " + field + " is " + node.path(field) + " (expected: " + expected + ")");
    }
    return node.path(field);
  }
}
