/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.List;
import org.insitu.udf.expression.ValueType;

/**
 * The column a supervised model predicts.
 *
 * @param name its name in the training query
 * @param type its type there; {@code predicted_<name>} of a classifier has it too
 * @param classes the classes as text, in the model's order, empty for regression. For a binary
 *     model the second is the positive one. Numbers sort as numbers, text by code point, false
 *     before true.
 */
public record Label(String name, ValueType type, List<String> classes) {
  public Label {
    classes = List.copyOf(classes);
  }
}
