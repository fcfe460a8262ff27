/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.function.Function;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Profile;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Profiler;
import org.insitu.executor.fit.RowsHere;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.kmeans.KMeansTrainer;
import org.insitu.executor.fit.linear.FirstProducts;
import org.insitu.executor.fit.linear.LinearTrainer;
import org.insitu.executor.fit.linear.LogisticTrainer;
import org.insitu.executor.fit.xgboost.BoostedTreeTrainer;

/**
 * How a family is profiled and fitted: by aggregates where only they are to leave the warehouse,
 * else by a pass over rows that come here, from which a linear regression takes its products too.
 */
record FamilyFit(Function<Profiler, Profile> profiling, Function<TrainingSet, Fitted> fitting) {

  static FamilyFit of(
      Family family, ProfileRequest request, FitResources resources, FitProgress progress) {
    Function<Profiler, Profile> here =
        profiler -> profiler.profile(request, RowsHere.of(resources, progress));
    return switch (family) {
      case Family.Linear f -> linear(f, request, resources, progress);
      case Family.Logistic f ->
          new FamilyFit(
              here, data -> new LogisticTrainer(resources).fit(data, f.options(), progress));
      case Family.KMeans f ->
          new FamilyFit(
              here, data -> new KMeansTrainer(resources).fit(data, f.options(), progress));
      case Family.BoostedTrees f ->
          new FamilyFit(
              here, data -> new BoostedTreeTrainer(resources).fit(data, f.options(), progress));
    };
  }

  private static FamilyFit linear(
      Family.Linear family, ProfileRequest request, FitResources resources, FitProgress progress) {
    LinearTrainer trainer = new LinearTrainer(resources);
    if (family.options().place() == FitPlace.WAREHOUSE) {
      return new FamilyFit(
          profiler -> profiler.profile(request),
          data -> trainer.fit(data, family.options(), progress));
    }
    FirstProducts products = new FirstProducts(family.options().terms(), resources);
    return new FamilyFit(
        profiler -> profiler.profile(request, new RowsHere(resources, progress, products)),
        data -> trainer.fit(data, products, family.options(), progress));
  }

  Profile profile(Profiler profiler) {
    return profiling.apply(profiler);
  }

  Fitted fit(TrainingSet data) {
    return fitting.apply(data);
  }
}
