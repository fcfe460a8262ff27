/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.statement;

import java.util.List;
import java.util.Optional;
import org.insitu.parser.error.Position;

/**
 * A model as it was written: {@code m}, {@code schema.m}, {@code m@3}, {@code m@champion}.
 *
 * @param path the identifiers without quotes, one to three
 * @param version a number or an alias, if one was written
 */
public record ModelName(List<String> path, Optional<String> version, Position position) {
  public ModelName {
    path = List.copyOf(path);
  }

  @Override
  public String toString() {
    return String.join(".", path) + version.map(v -> "@" + v).orElse("");
  }
}
