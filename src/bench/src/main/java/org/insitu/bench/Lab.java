/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.insitu.executor.warehouse.Answer;
import org.insitu.server.session.EngineConfig;
import org.insitu.server.session.InsituEngine;
import org.insitu.server.session.Session;
import org.insitu.server.session.StatementListener;

/** An engine in memory with one session. */
final class Lab implements AutoCloseable {
  private final InsituEngine engine;
  private final Session session;

  Lab() {
    engine = InsituEngine.open(EngineConfig.inMemory());
    session = engine.openSession();
  }

  Answer execute(String sql) {
    return session.execute(sql, List.of(), StatementListener.SILENT);
  }

  /** Runs a statement to its end; answers with the number of its rows. */
  long run(String sql) {
    long rows = 0;
    try (Answer answer = execute(sql)) {
      while (answer.next()) {
        rows += answer.batch().getRowCount();
      }
    }
    return rows;
  }

  /** The first column of a statement's answer, as text. */
  List<String> column(String sql) {
    List<String> values = new ArrayList<>();
    try (Answer answer = execute(sql)) {
      while (answer.next()) {
        FieldVector column = answer.batch().getFieldVectors().getFirst();
        for (int i = 0; i < answer.batch().getRowCount(); i++) {
          values.add(String.valueOf(column.getObject(i)));
        }
      }
    }
    return values;
  }

  /** The first value of a statement's last row. */
  String last(String sql) {
    return column(sql).getLast();
  }

  @Override
  public void close() {
    try (engine) {
      session.close();
    }
  }
}
