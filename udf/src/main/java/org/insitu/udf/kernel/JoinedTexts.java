/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.insitu.udf.kernel.ProgramCompiler.Computed;
import org.insitu.udf.kernel.Values.Texts;

/** Texts put together with a separator, those that are NULL left out. */
final class JoinedTexts {
  private JoinedTexts() {}

  static Computed<Texts> of(String separator, List<Texts> parts) {
    byte[] between = separator.getBytes(StandardCharsets.UTF_8);
    Texts result = new Texts();
    Operation operation =
        count -> {
          result.anyNull = false;
          for (int i = 0; i < count; i++) {
            byte[] text = text(between, parts, i);
            result.nulls[i] = text.length == 0;
            result.anyNull |= text.length == 0;
            result.set(i, text);
          }
        };
    return new Computed<>(result, operation);
  }

  private static byte[] text(byte[] between, List<Texts> parts, int row) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (Texts part : parts) {
      if (!part.isNull(row)) {
        if (text.size() > 0) {
          text.writeBytes(between);
        }
        text.write(part.bytes[row], part.starts[row], part.lengths[row]);
      }
    }
    return text.toByteArray();
  }
}
