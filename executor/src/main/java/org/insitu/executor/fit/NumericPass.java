/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.insitu.executor.fit.NumericProfile.Statistics;
import org.insitu.executor.fit.rows.Block;
import org.insitu.executor.fit.rows.BlockReader;
import org.insitu.executor.fit.rows.BlockSize;
import org.insitu.executor.fit.rows.OrderedWork;
import org.insitu.executor.fit.rows.Source;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;

/**
 * The statistics of numeric columns, by one pass over the rows as they come from the warehouse:
 * blocks are worked on in parallel and merged in order, so that the same rows give the same bits
 * whatever the number of threads.
 *
 * <p>Where rows have to come here anyway this is several times faster than {@link NumericQuery},
 * whose exact sums took 0.8 s for 1,000,000 rows of 28 columns, this pass 0.2 s (two cores,
 * 2026-11).
 *
 * @param <T> what a fit takes from each block on the way
 */
final class NumericPass<T> {
  /** Beyond this squares overflow, or their sums may. */
  private static final double GREATEST = 1e140;

  /** Below this squares of differences vanish. */
  private static final double LEAST_RANGE = 1e-140;

  private final FitResources resources;
  private final FitProgress progress;
  private final FirstPass<T> companion;
  private Moments[] moments = new Moments[0];
  private MedianSample sample = new MedianSample(0);
  private long rows;

  NumericPass(FitResources resources, FitProgress progress, FirstPass<T> companion) {
    this.resources = resources;
    this.progress = progress;
    this.companion = companion;
  }

  /** What one block said. */
  @SuppressWarnings("ArrayRecordComponent") // used once
  private record Part<T>(Block block, Moments[] moments, MedianSample.Part drawn, T taken) {}

  /**
   * Reads the rows.
   *
   * @param features to read; the means of numbers are not looked at
   * @param label to read: a number, its statistics come last
   * @param guess makes a profile of the statistics of the first rows
   * @return empty when the numbers are too great, too close or not numbers: their statistics want
   *     more care than this pass takes
   */
  Optional<NumericProfile> run(
      Source source,
      List<Feature> features,
      Optional<Label> label,
      Function<NumericProfile, Profile> guess) {
    List<Feature> raw = features.stream().map(NumericPass::raw).toList();
    int blockRows = BlockSize.rows(features.size());
    try (BlockReader reader = BlockReader.open(source, raw, label);
        OrderedWork<Part<T>> work =
            new OrderedWork<>(
                resources.threads(),
                part -> {
                  add(part);
                  reader.recycle(part.block());
                })) {
      Block block = reader.next(blockRows);
      int numbers = columns(block).length;
      moments = new Moments[numbers];
      Arrays.fill(moments, Moments.NONE);
      sample = new MedianSample(numbers);
      List<OptionalDouble> unknown = Collections.nCopies(numbers, OptionalDouble.empty());
      companion.begin(
          guess.apply(new NumericProfile(block.rows(), statistics(moments(block), unknown), 0)));
      for (long first = 0; block.rows() > 0; block = reader.next(blockRows)) {
        progress.checkCancelled();
        Block current = block;
        long place = first;
        int level = sample.level();
        work.add(() -> look(current, place, level));
        first += block.rows();
        progress.report("profile", -1, first + " rows");
      }
      work.finish();
      return Arrays.stream(moments).anyMatch(NumericPass::isDelicate)
          ? Optional.empty()
          : Optional.of(
              new NumericProfile(rows, statistics(moments, medians(numbers)), reader.bytes()));
    }
  }

  private static Feature raw(Feature feature) {
    return switch (feature) {
      case Feature.Numeric n -> new Feature.Numeric(n.name(), n.type(), Double.NaN, 1);
      case Feature.Category c -> c;
    };
  }

  /** The numbers of a block, the label last. */
  private static double[][] columns(Block block) {
    double[][] numbers = block.numbers();
    if (block.target().length == 0) {
      return numbers;
    }
    double[][] columns = Arrays.copyOf(numbers, numbers.length + 1);
    columns[numbers.length] = block.target();
    return columns;
  }

  private static Moments[] moments(Block block) {
    return Arrays.stream(columns(block))
        .map(column -> Moments.of(column, block.rows()))
        .toArray(Moments[]::new);
  }

  private Part<T> look(Block block, long first, int level) {
    return new Part<>(
        block,
        moments(block),
        MedianSample.Part.of(columns(block), block.rows(), first, level),
        companion.of(block));
  }

  private void add(Part<T> part) {
    rows += part.block().rows();
    for (int i = 0; i < moments.length; i++) {
      moments[i] = moments[i].merge(part.moments()[i]);
    }
    sample.add(part.drawn());
    companion.add(part.taken());
  }

  private static boolean isDelicate(Moments m) {
    double range = m.max() - m.min();
    return m.infinities() > 0
        || (m.count() > 0
            && (Math.max(Math.abs(m.min()), Math.abs(m.max())) > GREATEST
                || (range > 0 && range < LEAST_RANGE)));
  }

  private static List<Statistics> statistics(Moments[] columns, List<OptionalDouble> medians) {
    List<Statistics> statistics = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      Moments m = columns[i];
      statistics.add(
          new Statistics(
              m.count(),
              0,
              m.infinities(),
              m.count() == 0 ? Double.NaN : Math.clamp(m.mean(), m.min(), m.max()),
              m.deviation(),
              m.min(),
              m.max(),
              medians.get(i)));
    }
    return statistics;
  }

  private List<OptionalDouble> medians(int columns) {
    List<OptionalDouble> medians = new ArrayList<>();
    try (OrderedWork<OptionalDouble> work = new OrderedWork<>(resources.threads(), medians::add)) {
      for (int i = 0; i < columns; i++) {
        int column = i;
        work.add(() -> sample.median(column));
      }
      work.finish();
    }
    return medians;
  }
}
