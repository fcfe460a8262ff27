/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.List;
import java.util.Optional;
import org.insitu.executor.fit.ColumnProfile;
import org.insitu.executor.fit.FirstPass;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.LabelProfile;
import org.insitu.executor.fit.Profile;
import org.insitu.executor.fit.rows.Block;
import org.insitu.udf.model.Feature;

/**
 * The sums of products of a linear regression, added up while its rows are profiled: columns are
 * scaled by what the first rows say of them, and the sums are brought to the right scale at the
 * end. That is exact for scales, which are powers of two, and costs digits for centers only as far
 * as the guess was off: with a center off by k deviations, the sums are {@code 1 + k²} times what
 * they should be.
 */
public final class FirstProducts implements FirstPass<Optional<BlockGram>> {
  /** The deviations that a center may be off: a column that grows evenly is off by 1.73. */
  private static final double APART_MAX = 2;

  private final LinearTerms terms;
  private final FitResources resources;
  private Optional<BlockGram> sums = Optional.empty();

  /** Products for a fit with these terms. */
  public FirstProducts(LinearTerms terms, FitResources resources) {
    this.terms = terms;
    this.resources = resources;
  }

  @Override
  public void begin(Profile guess) {
    Design design = Design.of(guess, terms.withFitIntercept(true));
    boolean possible =
        design.layout().width() <= LinearTrainer.COLUMNS_MAX
            && resources.hasHeap((resources.threads() + 4) * BlockGram.bytes(design));
    sums = possible ? Optional.of(BlockGram.empty(design)) : Optional.empty();
  }

  @Override
  public Optional<BlockGram> of(Block block) {
    return sums.map(total -> BlockGram.of(total.design(), block));
  }

  @Override
  public void add(Optional<BlockGram> part) {
    sums.ifPresent(total -> part.ifPresent(total::add));
  }

  /** The sums for a design; empty when the rows have to be read again for them. */
  Optional<Gram> gram(Design design, Profile profile) {
    return sums.filter(total -> isRight(total.design(), profile))
        .map(total -> total.toGram().rebased(total.design(), design))
        .filter(Gram::isFinite);
  }

  private static boolean isRight(Design guess, Profile profile) {
    List<Feature.Numeric> guessed = guess.layout().numericFeatures();
    List<ColumnProfile.Numeric> found =
        profile.columns().stream()
            .filter(ColumnProfile.Numeric.class::isInstance)
            .map(ColumnProfile.Numeric.class::cast)
            .toList();
    for (int i = 0; i < guessed.size(); i++) {
      ColumnProfile.Numeric column = found.get(i);
      double center = guess.scaling().center()[i];
      Feature.Numeric feature = column.feature();
      if (column.missing() > 0 || isApart(center, feature.mean(), feature.standardDeviation())) {
        return false;
      }
    }
    LabelProfile.Numeric label = (LabelProfile.Numeric) profile.label().orElseThrow();
    return !isApart(guess.labelCenter(), label.mean(), label.deviation());
  }

  private static boolean isApart(double center, double mean, double deviation) {
    return Math.abs(mean - center) > APART_MAX * (deviation > 0 ? deviation : 1);
  }
}
