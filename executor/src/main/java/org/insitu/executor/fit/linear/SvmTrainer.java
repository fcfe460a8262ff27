/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.LabelProfile;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.StoredRows;
import org.insitu.udf.model.ModelFunction;

/**
 * Fits LINEAR_SVM by Newton's method over rows in memory, or by one aggregate query a step where
 * the rows are; then scales margins to probabilities over the same rows. More than two classes are
 * fitted one after the other, each against the rest.
 *
 * <p>The weights of a class minimise, over the training rows and without a penalty on the
 * intercept,
 *
 * <pre>sum(classWeight * max(0, 1 - t * margin)²) + l2Reg/2 * sum(w²) + l1Reg * sum(|w|)</pre>
 *
 * which is quadratic wherever no row's margin crosses 1: the steps end at the minimum itself.
 * <b>Source:</b> S. Keerthi, D. DeCoste, A Modified Finite Newton Method for Fast Solution of Large
 * Scale Linear SVMs, 2005.
 *
 * <p><b>Errors:</b> TOO_MANY_CATEGORIES, TOO_MUCH_DATA before rows are read. <b>Cost:</b> a step
 * takes one pass, as one of a logistic regression of two classes does.
 */
public final class SvmTrainer implements Trainer<SvmOptions> {
  private final FitResources resources;

  public SvmTrainer(FitResources resources) {
    this.resources = resources;
  }

  @Override
  public Fitted fit(TrainingSet data, SvmOptions options, FitProgress progress) {
    LabelProfile.Classes label = (LabelProfile.Classes) data.profile().label().orElseThrow();
    Design design = Design.ofScores(data.profile(), options.terms());
    double[] weights = options.classWeights().of(label);
    requireSize(design, weights);
    if (options.place() == FitPlace.WAREHOUSE) {
      String rowWeight = LogisticSql.rowWeight(weights, data.source().dialect());
      return fit(
          new MarginProblem(
              design,
              label,
              weights,
              options,
              (model, loss) ->
                  new WarehouseScores(
                      model, loss.layers(rowWeight, data.source().dialect()), data, progress)),
          "warehouse",
          0,
          progress);
    }
    StoredRows rows = StoredRows.read(data, resources, progress);
    return fit(
        new MarginProblem(
            design,
            label,
            weights,
            options,
            (model, loss) -> new LocalScores(model, rows, resources, progress)),
        "local",
        rows.bytesRead(),
        progress);
  }

  private static Fitted fit(MarginProblem problem, String ranIn, long bytes, FitProgress progress) {
    int classes = problem.label().rows().size();
    List<MarginProblem.Solution> solutions = new ArrayList<>();
    for (int k = classes == 2 ? 1 : 0; k < classes; k++) {
      solutions.add(problem.solve(k, ranIn, bytes, progress));
    }
    ModelFunction model =
        new ModelFunction.LinearSvm(
            problem.design().features(),
            problem.label().label(),
            each(solutions, MarginProblem.Solution::predictor),
            each(solutions, MarginProblem.Solution::calibration));
    List<String> names = classes == 2 ? List.of("") : problem.label().label().classes();
    return new Fitted(
        model, JointReport.of(names, each(solutions, MarginProblem.Solution::report)));
  }

  private static <T> List<T> each(
      List<MarginProblem.Solution> solutions, Function<MarginProblem.Solution, T> part) {
    return solutions.stream().map(part).toList();
  }

  private void requireSize(Design design, double[] weights) {
    LogisticTrainer.requireSize(resources, design.width(), "LINEAR_SVM");
    ScoreModel model = ScoreModel.ofClass(design, weights, new HingeLoss(1));
    resources.requireHeap(
        (resources.threads() + 4) * BlockScores.bytes(model), "Second derivatives of the loss");
  }
}
