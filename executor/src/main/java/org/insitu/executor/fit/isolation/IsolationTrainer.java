/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.isolation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.OrderedWork;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.Forest;
import org.insitu.udf.model.ModelFunction.IsolationForest;

/**
 * Fits ISOLATION_FOREST. The model depends on the rows, their order and the seed, not on threads.
 *
 * <p><b>Errors:</b> TOO_MUCH_DATA before rows are read; TOO_FEW_ROWS. <b>Cost:</b> one pass over
 * the rows, of which only the samples are kept: about 4 bytes a value of trees times samples rows.
 * With {@code contamination} a second pass, 8 bytes a row.
 */
public final class IsolationTrainer implements Trainer<IsolationOptions> {
  /**
   * Where anomalies begin when no one says how many there are: above a half (Liu, Ting and Zhou,
   * section 2), which is the score of rows that are all alike but for the rounding of a sum.
   */
  private static final double USUAL_THRESHOLD = 0.5 + 1e-12;

  /** Bytes of a node: the trees' own arrays, then the forest's. */
  private static final int BYTES_PER_NODE = 2 * (3 * Integer.BYTES + 1 + 3 * Double.BYTES + 4);

  /** The longest array. */
  private static final int ROWS_SCORED_MAX = Integer.MAX_VALUE - 8;

  private final FitResources resources;

  public IsolationTrainer(FitResources resources) {
    this.resources = resources;
  }

  @Override
  public Fitted fit(TrainingSet data, IsolationOptions options, FitProgress progress) {
    long start = System.nanoTime();
    if (data.rows() < 2) {
      throw InsituException.of(
          ErrorCode.TOO_FEW_ROWS,
          "Rows: %d (expected by an isolation forest: >= 2)".formatted(data.rows()));
    }
    int sample = (int) Math.min(options.samples(), data.rows());
    requireMemory(data, options, sample);
    FloatRows rows = new FloatRows(data, progress);
    long[] seeds = new Random(options.seed()).longs(2L * options.trees()).toArray();
    RowDraw draw = RowDraw.of(Arrays.copyOf(seeds, options.trees()), sample, data.rows());
    float[][] columns = rows.pick(draw.rows());
    Forest forest =
        grow(columns, draw, Arrays.copyOfRange(seeds, options.trees(), seeds.length), progress);
    var model = new IsolationForest(data.features(), forest, sample, USUAL_THRESHOLD);
    if (options.contamination().isPresent()) {
      double share = options.contamination().getAsDouble();
      double threshold = Contamination.threshold(model, share, rows, data.rows(), progress);
      model = new IsolationForest(data.features(), forest, sample, threshold);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    var iteration =
        new FitReport.Iteration(
            1, FitReport.NOT_COMPUTED, OptionalDouble.empty(), OptionalDouble.empty(), millis);
    String method = "%d isolation trees, samples of %d rows".formatted(options.trees(), sample);
    return new Fitted(
        model, new FitReport(method, "local", rows.bytes(), List.of(iteration), List.of()));
  }

  private void requireMemory(TrainingSet data, IsolationOptions options, int sample) {
    double drawn = (double) options.trees() * sample;
    double held = Math.min(drawn, data.rows());
    resources.requireHeap(
        held * data.features().size() * Float.BYTES
            + drawn * (2 * BYTES_PER_NODE + 2 * Long.BYTES + Integer.BYTES),
        "%d trees of %d rows of %d columns"
            .formatted(options.trees(), sample, data.features().size()),
        "Lower NUM_TREES or MAX_SAMPLES.");
    if (options.contamination().isPresent()) {
      String hint = "Leave CONTAMINATION out: the scores of the training rows are not kept then.";
      resources.requireHeap(
          (double) data.rows() * Double.BYTES, "Scores of %d rows".formatted(data.rows()), hint);
      if (data.rows() > ROWS_SCORED_MAX) {
        throw InsituException.of(
                ErrorCode.TOO_MUCH_DATA,
                "Rows: %d (allowed with CONTAMINATION: <= %d)"
                    .formatted(data.rows(), ROWS_SCORED_MAX))
            .hint(hint);
      }
    }
  }

  private Forest grow(float[][] columns, RowDraw draw, long[] seeds, FitProgress progress) {
    List<IsolationTree> trees = new ArrayList<>();
    try (OrderedWork<IsolationTree> work = new OrderedWork<>(resources.threads(), trees::add)) {
      for (int i = 0; i < seeds.length; i++) {
        progress.checkCancelled();
        int tree = i;
        work.add(() -> IsolationTree.grow(columns, draw.byTree()[tree], seeds[tree]));
      }
      work.finish();
    }
    return GrownForest.of(columns.length, trees);
  }
}
