/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Runs contenders in turns and prints a Markdown table: each round runs every contender, so that
 * what disturbs the machine disturbs all.
 *
 * @param warmUps rounds not counted
 * @param counted rounds counted
 * @param operations of one round: times are of one operation
 */
record Rounds(int warmUps, int counted, int operations) {
  private static final int WARM_UPS = 2;
  private static final int COUNTED = 7;

  /** Whole operations; {@code -Drounds=N} and {@code -DwarmUps=N} change how many. */
  static Rounds ofWhole() {
    return new Rounds(
        Integer.getInteger("warmUps", WARM_UPS), Integer.getInteger("rounds", COUNTED), 1);
  }

  /**
   * Rounds of many short operations: the contenders take turns at each, so that what slows the
   * machine for a while slows all of them, and a round counts with the median of its operations,
   * which a collection of garbage does not move.
   */
  static Rounds ofShort(int operations) {
    return new Rounds(
        Integer.getInteger("warmUps", WARM_UPS), Integer.getInteger("rounds", COUNTED), operations);
  }

  /**
   * Runs and prints.
   *
   * @param rows of an operation, for a column of millions of rows a second; 0 for none
   */
  List<Samples> run(String title, long rows, List<Contender> contenders) throws Exception {
    System.out.printf("%n### %s%n%n", title);
    double[][] times = new double[contenders.size()][counted];
    String[] results = new String[contenders.size()];
    for (int round = -warmUps; round < counted; round++) {
      double[][] nanos = round(contenders, results);
      for (int i = 0; i < nanos.length && round >= 0; i++) {
        times[i][round] = Samples.of("", nanos[i]).median();
      }
    }
    System.out.println(
        rows == 0
            ? "| | min | median | max |\n| --- | ---: | ---: | ---: |"
            : "| | min | median | max | Mrows/s |\n| --- | ---: | ---: | ---: | ---: |");
    Samples[] samples = new Samples[contenders.size()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Samples.of(contenders.get(i).name(), times[i]);
      System.out.println(samples[i].line(rows));
    }
    System.out.println();
    for (int i = 0; i < samples.length; i++) {
      System.out.printf("Result of %s: %s%n", contenders.get(i).name(), results[i]);
    }
    System.out.printf(
        "Rounds: %d, after %d to warm up; load average now %s.%n",
        counted, warmUps, Machine.load());
    return Arrays.asList(samples);
  }

  /** The times of each contender's operations; each operation begins with another contender. */
  private double[][] round(List<Contender> contenders, String[] results) throws Exception {
    double[][] nanos = new double[contenders.size()][operations];
    for (int operation = 0; operation < operations; operation++) {
      for (int turn = 0; turn < nanos.length; turn++) {
        int i = operations == 1 ? turn : (turn + operation) % nanos.length;
        if (operation == 0) {
          System.gc(); // one's garbage is not collected in another's time
        }
        long start = System.nanoTime();
        Object result = contenders.get(i).work().call();
        long passed = System.nanoTime() - start;
        nanos[i][operation] = result instanceof Timed timed ? timed.nanos() : passed;
        results[i] = String.valueOf(result);
      }
    }
    return nanos;
  }

  /** Prints the ratio of two medians beside the most it may be. */
  static void verdict(String what, Samples ours, Samples peer, double most) {
    double ratio = ours.median() / peer.median();
    System.out.printf(
        Locale.ROOT,
        "**%s: %.3f times the peer's time (target: at most %.3f): %s.**%n",
        what,
        ratio,
        most,
        ratio <= most ? "met" : "missed");
  }

  /** Prints a figure beside the most it may be. */
  static void limit(String what, double value, double most, String unit) {
    System.out.printf(
        Locale.ROOT,
        "**%s: %.1f %s (target: at most %.0f): %s.**%n",
        what,
        value,
        unit,
        most,
        value <= most ? "met" : "missed");
  }
}
