/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** A model's aliases as one JSON object. */
final class Aliases {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Aliases() {}

  static String write(Map<String, Long> aliases) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(aliases));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, Long> read(String text) {
    try {
      return JSON.readValue(text, new TypeReference<Map<String, Long>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a model's aliases are not JSON", e);
    }
  }
}
