/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.testing;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.warehouse.Answer;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.server.session.Catalogs;
import org.insitu.server.session.Session;
import org.insitu.server.session.StatementListener;

/** See {@link TestingEngine}. */
final class TestingSession implements Session {
  private final TestingEngine engine;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile boolean cancelled;

  TestingSession(TestingEngine engine) {
    this.engine = engine;
  }

  @Override
  public Description describe(String sql) {
    Schema schema = sql.startsWith("rows") ? SyntheticAnswer.SCHEMA : new Schema(List.of());
    return new Description((int) sql.chars().filter(c -> c == '?').count(), schema);
  }

  @Override
  public Answer execute(String sql, List<Object> parameters, StatementListener listener) {
    if (!busy.compareAndSet(false, true)) {
      throw new IllegalStateException("two statements at a time");
    }
    try {
      cancelled = false;
      Answer answer = answer(sql.split("\\s+"), parameters, listener);
      engine.answerOpened();
      return new CountedAnswer(answer, this::answered);
    } catch (RuntimeException e) {
      busy.set(false);
      throw e;
    }
  }

  private void answered() {
    engine.answerClosed();
    busy.set(false);
  }

  private Answer answer(String[] words, List<Object> parameters, StatementListener listener) {
    return switch (words[0]) {
      case "rows" -> rows(number(words, 1), words.length > 2 ? (int) number(words, 2) : 1024, 0);
      case "slow" -> rows(number(words, 1), (int) number(words, 2), number(words, 3));
      case "update" -> new CountAnswer(number(words, 1));
      case "sleep" -> {
        sleep(number(words, 1));
        yield new CountAnswer(0);
      }
      case "deaf" -> {
        pause(number(words, 1));
        yield new CountAnswer(0);
      }
      case "fit" -> {
        fit(number(words, 1), listener);
        yield rows(1, 1, 0);
      }
      case "notice" -> {
        listener.notice(Arrays.stream(words).skip(1).collect(Collectors.joining(" ")));
        yield new CountAnswer(0);
      }
      case "fail" ->
          throw InsituException.of(ErrorCode.UNKNOWN_OPTION, "Unknown option 'learn_rte'.")
              .at(new Position(2, 3))
              .hint("Did you mean 'learn_rate'?");
      case "defect" -> throw new IllegalStateException("secret details");
      case "echo" -> throw InsituException.of(ErrorCode.SYNTAX, parameters.toString());
      case "given" -> engine.given();
      case "SET" -> new CountAnswer(-1);
      default -> throw InsituException.of(ErrorCode.SYNTAX, "Unknown command " + words[0] + ".");
    };
  }

  private Answer rows(long count, int batchRows, long millis) {
    return new SyntheticAnswer(
        engine.allocator(), count, batchRows, engine.batches(), () -> sleep(millis));
  }

  private void fit(long steps, StatementListener listener) {
    for (long i = 1; i <= steps; i++) {
      listener.progress("fit", i / (double) steps, "iteration " + i);
      sleep(20);
    }
  }

  private void sleep(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    do {
      if (cancelled) {
        throw InsituException.of(ErrorCode.CANCELLED, "Cancelled.");
      }
      pause(Math.min(5, millis));
    } while (System.nanoTime() < end);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long number(String[] words, int i) {
    return Long.parseLong(words[i]);
  }

  @Override
  public Catalogs catalogs() {
    return new TestingCatalogs(engine.allocator());
  }

  @Override
  public void cancel() {
    cancelled = true;
    engine.cancelled();
  }

  @Override
  public void close() {
    if (busy.get()) {
      throw new IllegalStateException("closed with an open answer");
    }
    engine.sessionClosed();
  }
}
