/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import org.insitu.executor.fit.ClassWeights;
import org.insitu.parser.option.ModelType;
import org.insitu.parser.option.OptionRegistry;

/**
 * Options of BOOSTED_TREE_CLASSIFIER and BOOSTED_TREE_REGRESSOR; each is XGBoost's parameter of the
 * same meaning. What each may be is said by {@link OptionRegistry}.
 *
 * @param rounds how many, and when to stop
 * @param tree the shape of a tree
 * @param sampling what each tree sees
 * @param l1Reg on leaf values
 * @param l2Reg on leaf values
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
    OptionRegistry.L1_REG.require(l1Reg);
    OptionRegistry.L2_REG.require(l2Reg);
  }

  /**
   * Boosting rounds.
   *
   * @param maxIterations the most rounds
   * @param learnRate a new tree's weight
   * @param earlyStop whether to stop after the first round whose loss, on the held-out rows or else
   *     on the training rows, is not less by {@code minRelProgress} of it
   * @param minRelProgress the least relative gain that goes on
   */
  public record Rounds(
      int maxIterations, double learnRate, boolean earlyStop, double minRelProgress) {
    public static final Rounds DEFAULT = new Rounds(20, 0.3, true, 0.01);

    public Rounds {
      OptionRegistry.MAX_ITERATIONS.require((long) maxIterations);
      OptionRegistry.LEARN_RATE.require(ModelType.BOOSTED_TREE_REGRESSOR, learnRate);
      OptionRegistry.MIN_REL_PROGRESS.require(minRelProgress);
    }
  }

  /**
   * A tree.
   *
   * @param maxDepth the most splits above a leaf
   * @param minChildWeight the least sum of hessians of a node
   * @param minSplitLoss the least gain of a split
   * @param method how splits are searched for
   * @param parallelTrees trees of one round and class
   */
  public record Tree(
      int maxDepth,
      double minChildWeight,
      double minSplitLoss,
      TreeMethod method,
      int parallelTrees) {
    public static final Tree DEFAULT = new Tree(6, 1, 0, TreeMethod.AUTO, 1);

    public Tree {
      OptionRegistry.MAX_TREE_DEPTH.require((long) maxDepth);
      OptionRegistry.MIN_TREE_CHILD_WEIGHT.require(minChildWeight);
      OptionRegistry.MIN_SPLIT_LOSS.require(minSplitLoss);
      OptionRegistry.NUM_PARALLEL_TREE.require((long) parallelTrees);
    }
  }

  /**
   * The parts of rows and columns that are drawn.
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
      OptionRegistry.SUBSAMPLE.require(rows);
      OptionRegistry.COLSAMPLE_BYTREE.require(columnsByTree);
      OptionRegistry.COLSAMPLE_BYLEVEL.require(columnsByLevel);
      OptionRegistry.COLSAMPLE_BYNODE.require(columnsByNode);
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
}
