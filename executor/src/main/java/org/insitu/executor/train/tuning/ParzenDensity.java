/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.tuning;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.insitu.executor.fit.distribution.NormalTails;

/** A density over the unit interval, estimated from some places; positive everywhere. */
sealed interface ParzenDensity {

  double at(double place);

  double draw(SplittableRandom random);

  /**
   * A mixture of normal densities, cut off at the ends: one around each place, as wide as the
   * farther of its neighbours is away, and one as wide as the interval around its middle.
   */
  final class Continuous implements ParzenDensity {
    private static final double PRIOR = 0.5;
    private final double[] centers;
    private final double[] widths;
    private final double[] masses;

    Continuous(double[] places) {
      centers = new double[places.length + 1];
      System.arraycopy(places, 0, centers, 0, places.length);
      centers[places.length] = PRIOR;
      Arrays.sort(centers);
      int prior = Arrays.binarySearch(centers, PRIOR);
      widths = new double[centers.length];
      masses = new double[centers.length];
      double least = 1.0 / Math.min(100, centers.length + 1);
      for (int i = 0; i < centers.length; i++) {
        double left = centers[i] - (i == 0 ? 0 : centers[i - 1]);
        double right = (i == centers.length - 1 ? 1 : centers[i + 1]) - centers[i];
        widths[i] = i == prior ? 1 : Math.clamp(Math.max(left, right), least, 1);
        masses[i] =
            NormalTails.upTo((1 - centers[i]) / widths[i])
                - NormalTails.upTo(-centers[i] / widths[i]);
      }
    }

    @Override
    public double at(double place) {
      double sum = 0;
      for (int i = 0; i < centers.length; i++) {
        double z = (place - centers[i]) / widths[i];
        sum += Math.exp(-z * z / 2) / (widths[i] * masses[i]);
      }
      return sum / (centers.length * Math.sqrt(2 * Math.PI));
    }

    @Override
    public double draw(SplittableRandom random) {
      int i = random.nextInt(centers.length);
      double place;
      do {
        place = centers[i] + widths[i] * random.nextGaussian();
      } while (place < 0 || place > 1); // a third of the mass at least is inside
      return place;
    }
  }

  /** Counts of each of some equal parts, and one more. */
  final class Categorical implements ParzenDensity {
    private final double[] shares;

    Categorical(double[] places, int size) {
      shares = new double[size];
      Arrays.fill(shares, 1.0 / (places.length + size));
      for (double place : places) {
        shares[part(place)] += 1.0 / (places.length + size);
      }
    }

    private int part(double place) {
      return Math.min(shares.length - 1, (int) (place * shares.length));
    }

    @Override
    public double at(double place) {
      return shares[part(place)] * shares.length;
    }

    @Override
    public double draw(SplittableRandom random) {
      double left = random.nextDouble();
      int part = 0;
      while (part < shares.length - 1 && left >= shares[part]) {
        left -= shares[part++];
      }
      return (part + 0.5) / shares.length;
    }
  }
}
