/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Fits by us and by peers of the same rows, in turns: ours from DuckDB's table to the stored model,
 * the peers' from their own memory. {@code -Dpeers=sklearn,spark} selects peers.
 */
final class FitContest implements AutoCloseable {
  private final Lab lab;
  private final String table;
  private final String features;
  private final long rows;
  private final Path folder;
  private final List<Peer> peers = new ArrayList<>();

  FitContest(Lab lab, String table, String features, long rows) throws IOException {
    this.lab = lab;
    this.table = table;
    this.features = features;
    this.rows = rows;
    folder = Files.createTempDirectory("insitu-bench");
    lab.run("COPY %s TO '%s/rows.parquet' (FORMAT parquet)".formatted(table, folder));
    lab.run("COPY %s TO '%s/rows.csv' (HEADER)".formatted(table, folder));
    if (Peer.isWanted("sklearn")) {
      peers.add(Peer.python("sklearn_fits.py", folder));
    }
    if (Peer.isWanted("spark")) {
      peers.add(Peer.spark(folder));
    }
  }

  /**
   * Runs one fit and prints how we stand to each peer that came to our quality.
   *
   * @param most of scikit-learn's time, in its quickest way
   * @param mostOfSpark of Spark's time
   */
  void run(Fit fit, double most, double mostOfSpark) throws Exception {
    List<Contender> contenders = new ArrayList<>();
    List<Peer> owners = new ArrayList<>();
    List<Double> qualities = new ArrayList<>();
    add(contenders, qualities, "CREATE MODEL", () -> fit.run(lab, table, features));
    for (Peer peer : peers) {
      for (String way : peer.spark() ? List.of(fit.key()) : fit.sklearn()) {
        owners.add(peer);
        add(contenders, qualities, peer.name() + ", " + way, () -> peer.ask(way));
      }
    }
    String title = "%s of %,d rows, %s".formatted(fit.key(), rows, fit.metric());
    List<Samples> samples = Rounds.ofWhole().run(title, rows, contenders);
    for (Peer peer : peers) {
      List<Samples> comparable = new ArrayList<>();
      for (int i = 0; i < owners.size(); i++) {
        Samples theirs = samples.get(i + 1);
        if (owners.get(i).equals(peer)
            && comparable(fit, theirs, qualities.get(i + 1) / qualities.getFirst() - 1)) {
          comparable.add(theirs);
        }
      }
      comparable.stream()
          .min(Comparator.comparingDouble(Samples::median))
          .ifPresentOrElse(
              best ->
                  Rounds.verdict(
                      fit.key() + ", to " + best.name(),
                      samples.getFirst(),
                      best,
                      peer.spark() ? mostOfSpark : most),
              () -> System.out.printf("**%s: no fit as good as ours.**%n", peer.name()));
    }
  }

  private static boolean comparable(Fit fit, Samples theirs, double more) {
    boolean same = Math.abs(more) <= fit.tolerance();
    System.out.printf(
        Locale.ROOT,
        "%s of %s: %+.2g of ours more%s%n",
        fit.metric(),
        theirs.name(),
        more,
        same ? "" : ", NOT THE SAME FIT");
    return same;
  }

  /** A contender whose quality is kept, beside those before it. */
  private static void add(
      List<Contender> contenders, List<Double> qualities, String name, Callable<Timed> work) {
    int at = contenders.size();
    qualities.add(Double.NaN);
    contenders.add(
        new Contender(
            name,
            () -> {
              Timed timed = work.call();
              qualities.set(at, Double.parseDouble(timed.result()));
              return timed;
            }));
  }

  @Override
  public void close() throws IOException {
    for (Peer peer : peers) {
      peer.close();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
