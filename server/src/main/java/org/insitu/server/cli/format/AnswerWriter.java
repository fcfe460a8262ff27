/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.format;

import java.io.IOException;
import java.sql.SQLException;

/**
 * Prints answers, one statement after another. Rows are streamed: memory does not grow with them.
 */
public interface AnswerWriter {

  /**
   * Prints all rows.
   *
   * @param number the statement's place in its script, from 1
   * @param watch started with the statement
   * @throws SQLException when the stream breaks; what was not yet complete may be left out
   */
  void rows(int number, AnswerRows rows, Stopwatch watch) throws SQLException, IOException;

  /**
   * Prints the answer of a statement without rows.
   *
   * @param count rows changed, or -1 when that means nothing
   */
  void updated(int number, long count, Stopwatch watch) throws IOException;

  /** Prints an error where the format has a place for one; else the caller's message must do. */
  void failed(int number, Failure failure) throws IOException;
}
