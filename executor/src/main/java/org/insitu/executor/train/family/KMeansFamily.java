/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import static org.insitu.parser.option.DistanceOptions.DISTANCE_TYPE;
import static org.insitu.parser.option.DistanceOptions.KMEANS_INIT_METHOD;
import static org.insitu.parser.option.DistanceOptions.NUM_CLUSTERS;
import static org.insitu.parser.option.DistanceOptions.STANDARDIZE_FEATURES;
import static org.insitu.parser.option.GeneralOptions.SEED;
import static org.insitu.parser.option.LossOptions.EARLY_STOP;
import static org.insitu.parser.option.LossOptions.MAX_ITERATIONS;
import static org.insitu.parser.option.LossOptions.MIN_REL_PROGRESS;

import java.util.OptionalInt;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.kmeans.KMeansOptions;
import org.insitu.executor.fit.kmeans.KMeansTrainer;
import org.insitu.executor.fit.kmeans.Seeding;
import org.insitu.parser.option.Choice;
import org.insitu.parser.option.ModelOptions;
import org.insitu.udf.model.ModelFunction;

/** KMEANS. */
record KMeansFamily(KMeansOptions options) implements Family {

  static KMeansFamily of(ModelOptions options, FitPlace place) {
    return new KMeansFamily(
        new KMeansOptions(
            options
                .find(NUM_CLUSTERS)
                .map(n -> OptionalInt.of(Math.toIntExact(n)))
                .orElse(OptionalInt.empty()),
            options.get(KMEANS_INIT_METHOD) == Choice.KMeansInit.RANDOM
                ? Seeding.RANDOM
                : Seeding.KMEANS_PLUS_PLUS,
            options.get(DISTANCE_TYPE) == Choice.Distance.COSINE
                ? ModelFunction.Distance.COSINE
                : ModelFunction.Distance.EUCLIDEAN,
            options.get(STANDARDIZE_FEATURES),
            Math.toIntExact(options.get(MAX_ITERATIONS)),
            options.get(EARLY_STOP),
            options.get(MIN_REL_PROGRESS),
            options.get(SEED),
            place));
  }

  @Override
  public Purpose purpose() {
    return Purpose.UNSUPERVISED;
  }

  @Override
  public FamilyFit fit(ProfileRequest request, FitResources resources, FitProgress progress) {
    return FamilyFit.at(
        options.place(), request, new KMeansTrainer(resources), options, resources, progress);
  }

  @Override
  public FitWork work() {
    return FitWork.at(
        options.place(),
        "Lloyd's iterations, one GROUP BY query each",
        "Lloyd's iterations over Arrow batches");
  }
}
