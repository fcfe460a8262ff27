/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;

/** Arrays of numbers, the parser at their opening bracket. */
final class JsonArrays {
  private static final int FIRST_LENGTH = 128;

  private JsonArrays() {}

  static int[] ints(JsonParser parser) throws IOException {
    int[] values = new int[FIRST_LENGTH];
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = parser.getIntValue();
    }
    return Arrays.copyOf(values, count);
  }

  /** From their text: by way of double a digit might round twice. */
  static float[] floats(JsonParser parser) throws IOException {
    float[] values = new float[FIRST_LENGTH];
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = Float.parseFloat(parser.getText());
    }
    return Arrays.copyOf(values, count);
  }
}
