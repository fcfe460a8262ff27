/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A value of an option that takes one of a few words. */
public interface Choice {
  /** The constant's own name. */
  String name();

  /** As it is written. */
  default String spelling() {
    return name();
  }

  /** Whether this version honours it. */
  default boolean isAvailable() {
    return true;
  }

  /** DATA_SPLIT_METHOD. */
  enum SplitMethod implements Choice {
    AUTO_SPLIT,
    RANDOM,
    CUSTOM,
    SEQ,
    /** Ours: no value of DATA_SPLIT_COL is on both sides. */
    GROUP,
    NO_SPLIT
  }

  /** LEARN_RATE_STRATEGY. */
  enum LearnRateStrategy implements Choice {
    LINE_SEARCH,
    CONSTANT
  }

  /** OPTIMIZE_STRATEGY. */
  enum OptimizeStrategy implements Choice {
    AUTO_STRATEGY,
    BATCH_GRADIENT_DESCENT,
    NORMAL_EQUATION
  }

  /** CATEGORY_ENCODING_METHOD. */
  enum CategoryEncoding implements Choice {
    /** One weight per category. */
    ONE_HOT_ENCODING,
    /** One weight per category but the first. */
    DUMMY_ENCODING,
    /** One number per category, for trees. */
    LABEL_ENCODING,
    TARGET_ENCODING;

    @Override
    public boolean isAvailable() {
      return this != TARGET_ENCODING;
    }
  }

  /** FAMILY: the distribution of a generalised linear model's label. */
  enum GlmFamily implements Choice {
    /** Any number. */
    GAUSSIAN,
    /** Two classes. */
    BINOMIAL,
    /** Counts. */
    POISSON,
    /** Numbers above 0. */
    GAMMA
  }

  /** LINK of a generalised linear model. */
  enum GlmLink implements Choice {
    IDENTITY,
    LOG,
    INVERSE,
    LOGIT,
    PROBIT,
    CLOGLOG
  }

  /** KMEANS_INIT_METHOD. */
  enum KMeansInit implements Choice {
    RANDOM,
    KMEANS_PLUS_PLUS {
      @Override
      public String spelling() {
        return "KMEANS++";
      }
    },
    CUSTOM;

    @Override
    public boolean isAvailable() {
      return this != CUSTOM;
    }
  }

  /** NEIGHBOR_WEIGHTS. */
  enum NeighborWeights implements Choice {
    /** Each neighbour counts alike. */
    UNIFORM,
    /** Each counts by the inverse of its distance. */
    DISTANCE
  }

  /** DISTANCE_TYPE. */
  enum Distance implements Choice {
    EUCLIDEAN,
    COSINE
  }

  /** PCA_SOLVER. */
  enum PcaSolver implements Choice {
    FULL,
    RANDOMIZED,
    AUTO
  }

  /** BOOSTER_TYPE. */
  enum Booster implements Choice {
    GBTREE,
    DART
  }

  /** DART_NORMALIZE_TYPE. */
  enum DartNormalize implements Choice {
    TREE,
    FOREST
  }

  /** TREE_METHOD. */
  enum TreeMethod implements Choice {
    AUTO,
    EXACT,
    APPROX,
    HIST
  }

  /** HPARAM_TUNING_ALGORITHM. */
  enum TuningAlgorithm implements Choice {
    /** By what the trials before have shown: a tree of Parzen estimators. */
    VIZIER_DEFAULT,
    RANDOM_SEARCH,
    GRID_SEARCH
  }

  /** HPARAM_TUNING_OBJECTIVES; a metric of ML.EVALUATE of the same name. */
  enum Objective implements Choice {
    ROC_AUC(ModelType.Task.CLASSIFICATION, true),
    PRECISION(ModelType.Task.CLASSIFICATION, true),
    RECALL(ModelType.Task.CLASSIFICATION, true),
    ACCURACY(ModelType.Task.CLASSIFICATION, true),
    F1_SCORE(ModelType.Task.CLASSIFICATION, true),
    LOG_LOSS(ModelType.Task.CLASSIFICATION, false),
    R2_SCORE(ModelType.Task.REGRESSION, true),
    EXPLAINED_VARIANCE(ModelType.Task.REGRESSION, true),
    MEAN_ABSOLUTE_ERROR(ModelType.Task.REGRESSION, false),
    MEAN_SQUARED_ERROR(ModelType.Task.REGRESSION, false),
    MEAN_SQUARED_LOG_ERROR(ModelType.Task.REGRESSION, false),
    MEDIAN_ABSOLUTE_ERROR(ModelType.Task.REGRESSION, false),
    DAVIES_BOULDIN_INDEX(ModelType.Task.CLUSTERING, false),
    MEAN_SQUARED_DISTANCE(ModelType.Task.CLUSTERING, false);

    private final ModelType.Task task;
    private final boolean greaterIsBetter;

    Objective(ModelType.Task task, boolean greaterIsBetter) {
      this.task = task;
      this.greaterIsBetter = greaterIsBetter;
    }

    /** Whether a trial of a greater value is the better one. */
    public boolean isGreaterBetter() {
      return greaterIsBetter;
    }

    /** The column of ML.EVALUATE that holds it. */
    public String metric() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Those of models of a task, the default first. */
    static Set<Objective> of(ModelType.Task task) {
      Set<Objective> found = EnumSet.noneOf(Objective.class);
      for (Objective objective : values()) {
        if (objective.task == task) {
          found.add(objective);
        }
      }
      return found;
    }
  }

  /** EXECUTION: where a fit runs. */
  enum Execution implements Choice {
    AUTO,
    WAREHOUSE,
    LOCAL,
    SPARK;

    @Override
    public boolean isAvailable() {
      return this != SPARK;
    }
  }

  /** {@code bucket_strategy} of ML.CALIBRATION. */
  enum BucketStrategy implements Choice {
    /** Of equal width. */
    UNIFORM,
    /** Of equal numbers of rows. */
    QUANTILE
  }

  /** {@code method} of ML.DETECT_OUTLIERS. */
  enum OutlierMethod implements Choice {
    /** By the distance from the mean in standard deviations. */
    ZSCORE(3),
    /** By the distance from the quartiles in interquartile ranges. */
    IQR(1.5);

    private final double threshold;

    OutlierMethod(double threshold) {
      this.threshold = threshold;
    }

    /** The threshold when none is given. */
    public double threshold() {
      return threshold;
    }
  }

  /** NULL_POLICY, UNSEEN_POLICY and RANGE_POLICY: what prediction does with an odd value. */
  enum InputPolicy implements Choice {
    /** Imputes what is missing, gives no weight to what is unseen, takes any number. */
    DEFAULT,
    /** Answers with NULL. */
    NULL,
    /** Fails. */
    ERROR,
    /** Predicts, and says so in a column of its own. */
    FLAG
  }

  /** {@code insitu.lex}: how quotes and comments are read. */
  enum Lex implements Choice {
    /** The standard's way. */
    ANSI,
    /** GoogleSQL's, with its types and functions. */
    BIGQUERY
  }

  /** {@code insitu.planner}: when queries with models are written anew. */
  enum Planner implements Choice {
    /** When that spares their models work. */
    AUTO,
    /** Never. */
    TEXT,
    /** Whenever they can be followed. */
    RELATIONAL
  }
}
