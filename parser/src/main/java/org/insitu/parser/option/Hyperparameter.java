/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.insitu.parser.statement.OptionValue;

/**
 * An option of CREATE MODEL that trials give different values.
 *
 * @param name of the option
 * @param domain the values
 */
public record Hyperparameter(String name, Domain domain) {

  /** The values of a hyperparameter, each at a place of the unit interval. */
  public sealed interface Domain {

    /** The value at a place from 0 to 1. */
    OptionValue at(double place);

    /** The middle of the places that have the same value as this one. */
    double middle(double place);

    /** How many values there are; infinite for a continuous one. */
    double size();

    /** Whether values near one another are alike. */
    boolean isOrdered();
  }

  /**
   * HPARAM_RANGE.
   *
   * @param whole whether only whole numbers are meant
   * @param logarithmic whether places are even in the logarithm
   */
  public record Interval(double low, double high, boolean whole, boolean logarithmic)
      implements Domain {
    /** Of a logarithmic interval that begins at 0, the part of the high end where it begins. */
    private static final double SMALLEST_PART = 1e-6;

    /** Enough digits for a user who writes the value of a trial again. */
    private static final MathContext DIGITS = new MathContext(6);

    @Override
    public OptionValue at(double place) {
      if (whole) {
        long steps = Math.round(high - low);
        long step = Math.min(steps, (long) (place * (steps + 1)));
        return new OptionValue.Numeric(BigDecimal.valueOf((long) low + step));
      }
      double value = logarithmic ? power(place) : low + place * (high - low);
      BigDecimal rounded = new BigDecimal(value).round(DIGITS);
      BigDecimal kept = rounded.min(BigDecimal.valueOf(high)).max(BigDecimal.valueOf(low));
      return new OptionValue.Numeric(kept.stripTrailingZeros());
    }

    private double power(double place) {
      double from = Math.log(low > 0 ? low : high * SMALLEST_PART);
      return Math.exp(from + place * (Math.log(high) - from));
    }

    @Override
    public double middle(double place) {
      return whole ? center(place, size()) : place;
    }

    @Override
    public double size() {
      return whole ? Math.round(high - low) + 1.0 : low == high ? 1 : Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean isOrdered() {
      return true;
    }
  }

  /** HPARAM_CANDIDATES. */
  public record Candidates(List<OptionValue> values) implements Domain {
    public Candidates {
      values = List.copyOf(values);
    }

    @Override
    public OptionValue at(double place) {
      return values.get(Math.min(values.size() - 1, (int) (place * values.size())));
    }

    @Override
    public double middle(double place) {
      return center(place, size());
    }

    @Override
    public double size() {
      return values.size();
    }

    @Override
    public boolean isOrdered() {
      return values.stream().allMatch(OptionValue.Numeric.class::isInstance);
    }
  }

  private static double center(double place, double size) {
    return (Math.min(size - 1, Math.floor(place * size)) + 0.5) / size;
  }
}
