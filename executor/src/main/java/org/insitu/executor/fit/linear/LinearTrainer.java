/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.NameList;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.distribution.StudentTails;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.ModelFunction;

/**
 * Fits LINEAR_REG.
 *
 * <p>Four roads. The products were added up while the rows were profiled ({@link FirstProducts});
 * or the warehouse adds them up in one aggregate query; or the rows come here again as Arrow and
 * are added up in blocks; and when the columns so nearly determine one another that sums of
 * products lose the digits of the answer, rows come here and are factorised by Householder
 * reflections, or where they are to stay, by further queries ({@link OrthogonalQuery}). The second
 * and third are close in speed for few columns; for many, sums here are several times faster.
 *
 * <p><b>Errors:</b> TOO_MANY_CATEGORIES, TOO_MUCH_DATA before rows are read; SINGULAR when every
 * column is constant or depends on others; DID_NOT_CONVERGE for lasso.
 */
public final class LinearTrainer implements Trainer<LinearOptions> {
  /** Columns, levels counted: their products take 134 MB and their factor some seconds. */
  static final int COLUMNS_MAX = 4_096;

  /** Aggregates of one query, beyond which warehouses refuse or crawl. */
  static final int AGGREGATES_MAX = 2_500;

  /**
   * Columns, levels counted, up to which the aggregate query is faster than rows sent here: DuckDB
   * took 0.04 s for 1,000,000 rows of 2, 0.08 s of 6, 0.13 s of 12 and 0.5 s of 28, the sums here
   * 0.1 s, 0.15 s, 0.17 s and 0.3 s (two cores, 2026-11).
   */
  static final int WAREHOUSE_COLUMNS_MAX = 10;

  /**
   * The condition from which on rows are factorised. Products lose twice the digits of the
   * condition: 6 of 16 here.
   */
  static final double FACTORIZE_FROM = 1e3;

  /**
   * The squared residuals, as a part of the label's squares, of which products leave too few digits
   * for standard errors: 8 of 16.
   */
  static final double RESIDUAL_LOST = 1e-8;

  /** Rows times columns squared that are factorised: some minutes. */
  static final double FACTORIZE_WORK_MAX = 1e11;

  private final FitResources resources;
  private final double factorizeWorkMax;

  public LinearTrainer(FitResources resources) {
    this(resources, FACTORIZE_WORK_MAX);
  }

  /**
   * With another limit.
   *
   * @param factorizeWorkMax rows times columns squared that are factorised
   */
  LinearTrainer(FitResources resources, double factorizeWorkMax) {
    this.resources = resources;
    this.factorizeWorkMax = factorizeWorkMax;
  }

  @Override
  public Fitted fit(TrainingSet data, LinearOptions options, FitProgress progress) {
    return fit(data, Optional.empty(), options, progress);
  }

  /** Fits with what was added up while the rows were profiled. */
  public Fitted fit(
      TrainingSet data, FirstProducts products, LinearOptions options, FitProgress progress) {
    return fit(data, Optional.of(products), options, progress);
  }

  private Fitted fit(
      TrainingSet data,
      Optional<FirstProducts> products,
      LinearOptions options,
      FitProgress progress) {
    Design design = Design.of(data.profile(), options.terms());
    requireWidth(design);
    if (options.terms().pValues()) {
      StandardErrors.requireWidth(design);
    }
    return new Run(data, options, progress, design)
        .fit(products.flatMap(p -> p.gram(design, data.profile())));
  }

  private static void requireWidth(Design design) {
    if (design.layout().width() > COLUMNS_MAX) {
      throw InsituException.of(
          ErrorCode.TOO_MANY_CATEGORIES,
          "Columns with every category counted: %d (allowed for LINEAR_REG: <= %d)"
              .formatted(design.layout().width(), COLUMNS_MAX));
    }
  }

  /** One fit. */
  private final class Run {
    private final TrainingSet data;
    private final LinearOptions options;
    private final FitProgress progress;
    private final Design design;
    private final PenalizedSystem system;
    private final BlockSums local;
    private final long start = System.nanoTime();
    private final List<String> notices = new ArrayList<>();

    Run(TrainingSet data, LinearOptions options, FitProgress progress, Design design) {
      this.data = data;
      this.options = options;
      this.progress = progress;
      this.design = design;
      this.system = new PenalizedSystem(design, options.terms().l2Reg());
      this.local = new BlockSums(data, design, resources, progress);
    }

    Fitted fit(Optional<Gram> known) {
      boolean pushed = known.isEmpty() && isPushed();
      Gram gram =
          once(
              Gram.class,
              () ->
                  known.orElseGet(() -> pushed ? new GramQuery(design, data).run() : local.gram()));
      progress.checkCancelled();
      if (options.terms().l1Reg() > 0) {
        return lasso(gram, pushed);
      }
      boolean here = !pushed;
      Triangle triangle = Triangle.ofProducts(system.products(gram), progress);
      double condition = triangle.condition(design.firstNumber());
      String method = "normal equations";
      boolean far = condition >= FACTORIZE_FROM;
      double residuals = residuals(triangle, gram);
      boolean lost = options.terms().pValues() && residuals < RESIDUAL_LOST;
      List<String> unsure = Dependence.unsure(design, data.profile(), triangle);
      if (far || lost || !unsure.isEmpty()) {
        SumsAlone sums = new SumsAlone(data, design, factorizeWorkMax);
        if (options.place() == FitPlace.WAREHOUSE) {
          var query = new OrthogonalQuery(system, data, Dependence.remains(data), progress);
          triangle = query.run(system.products(gram));
          method = "Cholesky QR, %d queries".formatted(1 + query.rounds());
        } else if (sums.isOnlyWay()) {
          notices.addAll(sums.notices(unsure, far ? condition : 1, lost ? residuals : 1));
        } else {
          here = true;
          triangle = factorized();
          method = "Householder QR";
        }
        condition = triangle.condition(design.firstNumber());
      }
      noteDropped(triangle);
      double[] solution = system.expand(triangle.solve());
      double squares = triangle.residualSquares() - system.penalty(solution);
      String how = "%s (condition %.1e)".formatted(method, condition);
      Fitted fitted = fitted(solution, squares, how, !here);
      return options.terms().pValues() ? withEstimates(fitted, triangle) : fitted;
    }

    /** Their squares as a part of the label's. */
    private static double residuals(Triangle triangle, Gram gram) {
      return triangle.residualSquares() / gram.products()[gram.label()][gram.label()];
    }

    private Fitted withEstimates(Fitted fitted, Triangle triangle) {
      long degrees = data.rows() - triangle.rank();
      if (degrees <= 0) {
        notices.add(
            "There are no standard errors: %d rows for %d weights."
                .formatted(data.rows(), triangle.rank()));
      }
      var errors =
          new StandardErrors(
              design,
              ((ModelFunction.LinearRegression) fitted.model()).predictor(),
              triangle,
              degrees > 0 ? triangle.residualSquares() / degrees : Double.NaN,
              new StudentTails(Math.max(1, degrees)));
      FitReport report = fitted.report().withNotices(notices);
      return new Fitted(fitted.model(), report, Optional.of(errors.estimates()));
    }

    private boolean isPushed() {
      boolean possible = GramQuery.aggregates(design) <= AGGREGATES_MAX;
      return switch (options.place()) {
        case LOCAL -> false;
        case AUTO -> possible && design.layout().width() <= WAREHOUSE_COLUMNS_MAX;
        case WAREHOUSE -> {
          if (!possible) {
            throw InsituException.of(
                    ErrorCode.TOO_MANY_CATEGORIES,
                    "Aggregates of one query: %d (allowed: <= %d)"
                        .formatted(GramQuery.aggregates(design), AGGREGATES_MAX))
                .hint("Leave execution = 'auto'.");
          }
          yield true;
        }
      };
    }

    /** Sums over the rows: of the design alone, so that fits with other penalties share them. */
    private <T> T once(Class<T> sums, Supplier<T> sum) {
      var key = List.of(sums, design.intercept(), options.terms().categoryEncoding());
      return data.readings().read(key, sum).value();
    }

    private Triangle factorized() {
      double rows = resources.threads() + 4;
      double width = design.solvedColumns().length + 1;
      resources.requireHeap(8 * rows * width * (width + 512), "Factors of the columns");
      BlockTriangle triangle = once(BlockTriangle.class, local::triangle).copy(progress);
      triangle.addPenalties(Arrays.stream(system.penalties()).map(Math::sqrt).toArray());
      return Triangle.ofFactor(triangle.rows(), Dependence.remains(data), progress);
    }

    private void noteDropped(Triangle triangle) {
      int[] solved = design.solvedColumns();
      List<String> dropped = new ArrayList<>();
      for (int j = 0; j < solved.length; j++) {
        if (triangle.isDropped(j)) {
          design.columnName(solved[j]).ifPresent(dropped::add);
        }
      }
      if (dropped.size() == solved.length) {
        throw InsituException.of(
            ErrorCode.SINGULAR, "Every feature is 0 in all rows, and there is no intercept.");
      }
      if (!dropped.isEmpty()) {
        notices.add(
            "Columns that depend on those before them have the weight 0: %s."
                .formatted(NameList.of(dropped)));
      }
    }

    private Fitted lasso(Gram gram, boolean pushed) {
      double[][] a = system.centered(gram);
      double[] scale = design.penaltyScale();
      double[] l1 =
          Arrays.stream(scale)
              .map(s -> options.terms().l1Reg() * s / design.labelScale())
              .toArray();
      double[] l2 = system.penalties();
      int first = design.firstNumber();
      CoordinateDescent descent =
          CoordinateDescent.run(
              a,
              Arrays.copyOfRange(l1, first, l1.length),
              Arrays.copyOfRange(l2, first, l2.length),
              Math.sqrt(a[a.length - 1][a.length - 1]),
              progress);
      if (!descent.converged()) {
        throw InsituException.of(
            ErrorCode.DID_NOT_CONVERGE,
            "The lasso did not converge in %d sweeps.".formatted(descent.sweeps()));
      }
      double[] solution = new double[design.width()];
      System.arraycopy(descent.weights(), 0, solution, first, descent.weights().length);
      if (design.intercept()) {
        double[][] g = gram.products();
        solution[0] = g[0][gram.label()];
        for (int j = 1; j < solution.length; j++) {
          solution[0] -= g[0][j] * solution[j];
        }
        solution[0] /= g[0][0];
      }
      String method = "coordinate descent (%d sweeps)".formatted(descent.sweeps());
      return fitted(solution, descent.residualSquares(), method, pushed);
    }

    private Fitted fitted(
        double[] solution, double residualSquares, String method, boolean pushed) {
      double loss =
          Math.max(0, residualSquares) * design.labelScale() * design.labelScale() / data.rows();
      long millis = (System.nanoTime() - start) / 1_000_000;
      var iteration =
          new FitReport.Iteration(1, loss, OptionalDouble.empty(), OptionalDouble.empty(), millis);
      var model =
          new ModelFunction.LinearRegression(
              design.features(),
              Design.label(data.profile()),
              Weights.predictor(design, solution, options.terms().categoryEncoding()));
      String ranIn = pushed ? "warehouse" : "local";
      return new Fitted(
          model, new FitReport(method, ranIn, local.bytes(), List.of(iteration), notices));
    }
  }
}
