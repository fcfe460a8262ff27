/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import java.util.Map;
import java.util.Optional;
import org.insitu.executor.fit.ClassWeights;
import org.insitu.parser.option.Choice;
import org.insitu.parser.option.LossOptions;
import org.insitu.parser.option.ModelType;
import org.insitu.parser.option.OptionRegistry;
import org.insitu.parser.option.TreeOptions;

/**
 * Options of the tree models; each is XGBoost's parameter of the same meaning. What each may be is
 * said by {@link OptionRegistry}.
 *
 * @param ensemble what the trees are to one another
 * @param rounds how many, and when to stop
 * @param tree the shape of a tree
 * @param sampling what each tree sees
 * @param penalty on leaf values
 * @param classWeights for classifiers
 * @param rowWeights the column that weighs rows
 * @param seed of the sampling and of dropped trees
 */
public record BoostedTreeOptions(
    Ensemble ensemble,
    Rounds rounds,
    Tree tree,
    Sampling sampling,
    Penalty penalty,
    ClassWeights classWeights,
    Optional<String> rowWeights,
    long seed) {

  /** BigQuery's defaults. */
  public static final BoostedTreeOptions DEFAULT =
      new BoostedTreeOptions(
          new Ensemble.Boosted(Optional.empty()),
          Rounds.DEFAULT,
          Tree.DEFAULT,
          Sampling.NONE,
          new Penalty(0, 1),
          ClassWeights.EQUAL,
          Optional.empty(),
          0);

  /** BigQuery's defaults of random forests. */
  public static final BoostedTreeOptions RANDOM_FOREST =
      DEFAULT
          .withEnsemble(new Ensemble.RandomForest())
          .withRounds(Rounds.ONE)
          .withTree(Tree.DEFAULT.withMaxDepth(15).withParallelTrees(100))
          .withSampling(new Sampling(0.8, 1, 1, 0.8));

  /** Those of decision trees. */
  public static final BoostedTreeOptions DECISION_TREE =
      DEFAULT.withEnsemble(new Ensemble.DecisionTree()).withRounds(Rounds.ONE);

  /** What the trees are to one another. */
  public sealed interface Ensemble {
    /**
     * Each round corrects those before it.
     *
     * @param dart drops trees, if any are dropped
     */
    record Boosted(Optional<Dart> dart) implements Ensemble {}

    /** One round of trees that are averaged. */
    record RandomForest() implements Ensemble {}

    /** One tree. */
    record DecisionTree() implements Ensemble {}
  }

  /**
   * The booster DART: Rashmi and Gilad-Bachrach, DART: Dropouts meet Multiple Additive Regression
   * Trees, 2015.
   *
   * @param normalizeType how a round's trees and the dropped ones share their weight
   * @param rateDrop the chance of each tree to be left out of a round
   * @param skipDrop the chance of a round to leave none out
   */
  public record Dart(Choice.DartNormalize normalizeType, double rateDrop, double skipDrop) {
    public Dart {
      TreeOptions.RATE_DROP.require(rateDrop);
      TreeOptions.SKIP_DROP.require(skipDrop);
    }
  }

  /**
   * Weights of leaf values in what is minimised.
   *
   * @param l1 of their sizes
   * @param l2 of their squares
   */
  public record Penalty(double l1, double l2) {
    public Penalty {
      LossOptions.L1_REG.require(l1);
      LossOptions.L2_REG.require(l2);
    }
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

    /** For trees that are not boosted. */
    public static final Rounds ONE = new Rounds(1, 1, false, 0);

    public Rounds {
      LossOptions.MAX_ITERATIONS.require((long) maxIterations);
      LossOptions.LEARN_RATE.require(ModelType.BOOSTED_TREE_REGRESSOR, learnRate);
      LossOptions.MIN_REL_PROGRESS.require(minRelProgress);
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
   * @param monotone features whose score must not fall (1) or rise (-1) as they rise
   */
  public record Tree(
      int maxDepth,
      double minChildWeight,
      double minSplitLoss,
      TreeMethod method,
      int parallelTrees,
      Map<String, Integer> monotone) {
    public static final Tree DEFAULT = new Tree(6, 1, 0, TreeMethod.AUTO, 1, Map.of());

    public Tree {
      TreeOptions.MAX_TREE_DEPTH.require((long) maxDepth);
      TreeOptions.MIN_TREE_CHILD_WEIGHT.require(minChildWeight);
      TreeOptions.MIN_SPLIT_LOSS.require(minSplitLoss);
      TreeOptions.NUM_PARALLEL_TREE.require((long) parallelTrees);
      TreeOptions.MONOTONE_CONSTRAINTS.require(monotone);
      monotone = Map.copyOf(monotone);
    }

    public Tree withMaxDepth(int other) {
      return new Tree(other, minChildWeight, minSplitLoss, method, parallelTrees, monotone);
    }

    public Tree withMethod(TreeMethod other) {
      return new Tree(maxDepth, minChildWeight, minSplitLoss, other, parallelTrees, monotone);
    }

    public Tree withParallelTrees(int other) {
      return new Tree(maxDepth, minChildWeight, minSplitLoss, method, other, monotone);
    }

    public Tree withMonotone(Map<String, Integer> other) {
      return new Tree(maxDepth, minChildWeight, minSplitLoss, method, parallelTrees, other);
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
      TreeOptions.SUBSAMPLE.require(rows);
      TreeOptions.COLSAMPLE_BYTREE.require(columnsByTree);
      TreeOptions.COLSAMPLE_BYLEVEL.require(columnsByLevel);
      TreeOptions.COLSAMPLE_BYNODE.require(columnsByNode);
    }
  }

  public BoostedTreeOptions withEnsemble(Ensemble other) {
    return new BoostedTreeOptions(
        other, rounds, tree, sampling, penalty, classWeights, rowWeights, seed);
  }

  public BoostedTreeOptions withRounds(Rounds other) {
    return new BoostedTreeOptions(
        ensemble, other, tree, sampling, penalty, classWeights, rowWeights, seed);
  }

  public BoostedTreeOptions withTree(Tree other) {
    return new BoostedTreeOptions(
        ensemble, rounds, other, sampling, penalty, classWeights, rowWeights, seed);
  }

  public BoostedTreeOptions withSampling(Sampling other) {
    return new BoostedTreeOptions(
        ensemble, rounds, tree, other, penalty, classWeights, rowWeights, seed);
  }

  public BoostedTreeOptions withPenalty(Penalty other) {
    return new BoostedTreeOptions(
        ensemble, rounds, tree, sampling, other, classWeights, rowWeights, seed);
  }

  public BoostedTreeOptions withClassWeights(ClassWeights other) {
    return new BoostedTreeOptions(
        ensemble, rounds, tree, sampling, penalty, other, rowWeights, seed);
  }

  public BoostedTreeOptions withRowWeights(Optional<String> other) {
    return new BoostedTreeOptions(
        ensemble, rounds, tree, sampling, penalty, classWeights, other, seed);
  }

  public BoostedTreeOptions withSeed(long other) {
    return new BoostedTreeOptions(
        ensemble, rounds, tree, sampling, penalty, classWeights, rowWeights, other);
  }
}
