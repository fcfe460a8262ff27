/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.format;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The formats of {@code --format} and {@code \format}. */
public enum AnswerFormat {
  TABLE,
  CSV,
  JSON;

  /** A writer in this format over a stream in UTF-8; tables of scripts show no times. */
  public AnswerWriter writer(OutputStream out) {
    return switch (this) {
      case TABLE -> new TableAnswers(print(out), TableStyle.SCRIPT);
      case CSV -> new CsvAnswers(print(out));
      case JSON -> new JsonAnswers(out);
    };
  }

  private static PrintWriter print(OutputStream out) {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }
}
