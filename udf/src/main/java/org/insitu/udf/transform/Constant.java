/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import java.util.List;

/** A constant argument of a preprocessing function. */
public sealed interface Constant {
  record Num(double value) implements Constant {}

  record Text(String value) implements Constant {}

  record Truth(boolean value) implements Constant {}

  record Array(List<Constant> values) implements Constant {
    public Array {
      values = List.copyOf(values);
    }
  }
}
