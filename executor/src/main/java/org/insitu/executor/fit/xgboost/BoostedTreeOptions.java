/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import org.insitu.executor.fit.ClassWeights;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;

/**
 * Options of BOOSTED_TREE_CLASSIFIER and BOOSTED_TREE_REGRESSOR; each is XGBoost's parameter of the
 * same meaning.
 *
 * @param rounds how many, and when to stop
 * @param tree the shape of a tree
 * @param sampling what each tree sees
 * @param l1Reg on leaf values, at least 0
 * @param l2Reg on leaf values, at least 0
 * @param classWeights for classifiers
 * @param seed of the sampling
 */
public record BoostedTreeOptions(
    Rounds rounds,
    Tree tree,
    Sampling sampling,
    double l1Reg,
    double l2Reg,
    ClassWeights classWeights,
    long seed) {

  /** BigQuery's defaults. */
  public static final BoostedTreeOptions DEFAULT =
      new BoostedTreeOptions(
          Rounds.DEFAULT, Tree.DEFAULT, Sampling.NONE, 0, 1, ClassWeights.EQUAL, 0);

  public BoostedTreeOptions {
    require(l1Reg >= 0 && Double.isFinite(l1Reg), "l1_reg", l1Reg, ">= 0, finite");
    require(l2Reg >= 0 && Double.isFinite(l2Reg), "l2_reg", l2Reg, ">= 0, finite");
  }

  /**
   * Boosting rounds.
   *
   * @param maxIterations the most rounds, 1 to 10,000
   * @param learnRate a new tree's weight, in (0, 1]
   * @param earlyStop whether to stop after the first round whose loss, on the held-out rows or else
   *     on the training rows, is not less by {@code minRelProgress} of it
   * @param minRelProgress at least 0
   */
  public record Rounds(
      int maxIterations, double learnRate, boolean earlyStop, double minRelProgress) {
    public static final Rounds DEFAULT = new Rounds(20, 0.3, true, 0.01);

    public Rounds {
      require(
          maxIterations >= 1 && maxIterations <= 10_000,
          "max_iterations",
          maxIterations,
          "1 to 10000");
      require(learnRate > 0 && learnRate <= 1, "learn_rate", learnRate, "> 0, <= 1");
      require(minRelProgress >= 0, "min_rel_progress", minRelProgress, ">= 0");
    }
  }

  /**
   * A tree.
   *
   * @param maxDepth 1 to 20
   * @param minChildWeight the least sum of hessians of a node, at least 0
   * @param minSplitLoss the least gain of a split, at least 0
   * @param method how splits are searched for
   * @param parallelTrees trees of one round and class, 1 to 1,000
   */
  public record Tree(
      int maxDepth,
      double minChildWeight,
      double minSplitLoss,
      TreeMethod method,
      int parallelTrees) {
    public static final Tree DEFAULT = new Tree(6, 1, 0, TreeMethod.AUTO, 1);

    public Tree {
      require(maxDepth >= 1 && maxDepth <= 20, "max_tree_depth", maxDepth, "1 to 20");
      require(minChildWeight >= 0, "min_tree_child_weight", minChildWeight, ">= 0");
      require(minSplitLoss >= 0, "min_split_loss", minSplitLoss, ">= 0");
      require(
          parallelTrees >= 1 && parallelTrees <= 1_000,
          "num_parallel_tree",
          parallelTrees,
          "1 to 1000");
    }
  }

  /**
   * The parts of rows and columns that are drawn, each in (0, 1].
   *
   * @param rows per tree
   * @param columnsByTree of the columns
   * @param columnsByLevel of the tree's columns
   * @param columnsByNode of the level's columns
   */
  public record Sampling(
      double rows, double columnsByTree, double columnsByLevel, double columnsByNode) {
    public static final Sampling NONE = new Sampling(1, 1, 1, 1);

    public Sampling {
      requirePart("subsample", rows);
      requirePart("colsample_bytree", columnsByTree);
      requirePart("colsample_bylevel", columnsByLevel);
      requirePart("colsample_bynode", columnsByNode);
    }

    private static void requirePart(String name, double value) {
      require(value > 0 && value <= 1, name, value, "> 0, <= 1");
    }
  }

  public BoostedTreeOptions withRounds(Rounds other) {
    return new BoostedTreeOptions(other, tree, sampling, l1Reg, l2Reg, classWeights, seed);
  }

  public BoostedTreeOptions withTree(Tree other) {
    return new BoostedTreeOptions(rounds, other, sampling, l1Reg, l2Reg, classWeights, seed);
  }

  public BoostedTreeOptions withSampling(Sampling other) {
    return new BoostedTreeOptions(rounds, tree, other, l1Reg, l2Reg, classWeights, seed);
  }

  public BoostedTreeOptions withClassWeights(ClassWeights other) {
    return new BoostedTreeOptions(rounds, tree, sampling, l1Reg, l2Reg, other, seed);
  }

  public BoostedTreeOptions withSeed(long other) {
    return new BoostedTreeOptions(rounds, tree, sampling, l1Reg, l2Reg, classWeights, other);
  }

  private static void require(boolean holds, String name, Number value, String allowed) {
    if (!holds) {
      throw InsituException.of(
          ErrorCode.OPTION_RANGE, "%s: %s (allowed: %s)".formatted(name, value, allowed));
    }
  }
}
