/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.RowsHere;
import org.insitu.executor.fit.linear.FirstProducts;
import org.insitu.executor.fit.linear.LinearOptions;
import org.insitu.executor.fit.linear.LinearTrainer;
import org.insitu.parser.option.ModelOptions;

/** LINEAR_REG. */
record LinearFamily(LinearOptions options) implements Family {

  static LinearFamily of(ModelOptions options, FitPlace place) {
    return new LinearFamily(new LinearOptions(SharedOptions.linearTerms(options), place));
  }

  @Override
  public Purpose purpose() {
    return Purpose.REGRESSION;
  }

  /** Over rows sent here the profile's pass takes the sums and products too. */
  @Override
  public FamilyFit fit(ProfileRequest request, FitResources resources, FitProgress progress) {
    LinearTrainer trainer = new LinearTrainer(resources);
    if (options.place() == FitPlace.WAREHOUSE) {
      return FamilyFit.inWarehouse(request, trainer, options, progress);
    }
    FirstProducts products = new FirstProducts(options.terms(), resources);
    return new FamilyFit(
        profiler -> profiler.profile(request, new RowsHere(resources, progress, products)),
        data -> trainer.fit(data, products, options, progress));
  }

  @Override
  public FitWork work() {
    return options.place() == FitPlace.WAREHOUSE
        ? new FitWork(
            "sums and products of the columns, centred and scaled by the profile, by one aggregate"
                + " query; by at most six more, mostly one to three, of the columns made orthogonal"
                + " where they nearly determine one another",
            FitWork.Sends.SUMS)
        : new FitWork(
            "solved from the sums and products; the rows are read again where a number is missing,"
                + " and for Householder QR where the columns nearly determine one another",
            FitWork.Sends.ROWS_ONCE);
  }
}
