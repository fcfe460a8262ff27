/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Profile;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Profiler;
import org.insitu.executor.fit.RowsHere;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.executor.fit.TrainingSet;

/** How a family is profiled and then fitted. */
public record FamilyFit(
    Function<Profiler, Profile> profiling, Function<TrainingSet, Fitted> fitting) {

  /**
   * Profiled by aggregates, the only thing to leave the warehouse; a trainer that wants no more.
   */
  static <O> FamilyFit inWarehouse(
      ProfileRequest request, Trainer<O> trainer, O options, FitProgress progress) {
    return new FamilyFit(
        profiler -> profiler.profile(request), data -> trainer.fit(data, options, progress));
  }

  /** Profiled by a pass over the numbers, fitted over the rows sent here. */
  static <O> FamilyFit overRows(
      ProfileRequest request,
      Trainer<O> trainer,
      O options,
      FitResources resources,
      FitProgress progress) {
    return new FamilyFit(
        profiler -> profiler.profile(request, RowsHere.of(resources, progress)),
        data -> trainer.fit(data, options, progress));
  }

  /** One of these, by the place. */
  static <O> FamilyFit at(
      FitPlace place,
      ProfileRequest request,
      Trainer<O> trainer,
      O options,
      FitResources resources,
      FitProgress progress) {
    return place == FitPlace.WAREHOUSE
        ? inWarehouse(request, trainer, options, progress)
        : overRows(request, trainer, options, resources, progress);
  }

  /**
   * As {@link #overRows}, for a trainer that takes so many rows and no more: they are counted, and
   * refused where there are too many, before any is sent.
   *
   * @param limit throws for a number of rows that is too great
   */
  static <O> FamilyFit bounded(
      ProfileRequest request,
      LongConsumer limit,
      Trainer<O> trainer,
      O options,
      FitResources resources,
      FitProgress progress) {
    FamilyFit unbounded = overRows(request, trainer, options, resources, progress);
    return new FamilyFit(
        profiler -> {
          limit.accept((long) request.source().aggregate(List.of("count(*)"))[0]);
          return unbounded.profile(profiler);
        },
        unbounded.fitting());
  }

  public Profile profile(Profiler profiler) {
    return profiling.apply(profiler);
  }

  public Fitted fit(TrainingSet data) {
    return fitting.apply(data);
  }
}
