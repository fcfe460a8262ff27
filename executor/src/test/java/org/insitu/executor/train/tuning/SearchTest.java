/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import org.insitu.executor.train.tuning.Search.Judged;
import org.insitu.executor.train.tuning.SearchSpace.Point;
import org.insitu.parser.option.Hyperparameter;
import org.insitu.parser.statement.OptionValue;
import org.junit.jupiter.api.Test;

/** Which points are tried next. */
class SearchTest {
  private static final Hyperparameter RATE =
      new Hyperparameter("learn_rate", new Hyperparameter.Interval(0, 1, false, false));
  private static final Hyperparameter PENALTY =
      new Hyperparameter("l2_reg", new Hyperparameter.Interval(0, 10, false, true));
  private static final Hyperparameter DEPTH =
      new Hyperparameter("max_tree_depth", new Hyperparameter.Interval(1, 4, true, false));
  private static final Hyperparameter BOOSTER =
      new Hyperparameter(
          "booster_type",
          new Hyperparameter.Candidates(
              List.of(new OptionValue.Text("GBTREE"), new OptionValue.Text("DART"))));

  private static List<Judged> run(
      Search search, int trials, int atOnce, ToDoubleFunction<Point> loss) {
    List<Judged> history = new ArrayList<>();
    while (history.size() < trials) {
      List<Point> points = search.next(history, Math.min(atOnce, trials - history.size()));
      if (points.isEmpty()) {
        break;
      }
      for (Point point : points) {
        double value = loss.applyAsDouble(point);
        history.add(
            new Judged(
                point, Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value)));
      }
    }
    return history;
  }

  private static double number(Point point, String name) {
    return ((OptionValue.Numeric) point.values().get(name)).value().doubleValue();
  }

  @Test
  void aGridIsWalkedInOrder() {
    SearchSpace space = new SearchSpace(List.of(BOOSTER, DEPTH));
    List<Judged> all = run(new GridSearch(space), 100, 3, point -> 0);
    assertThat(all.stream().map(j -> j.point().values().values().toString()))
        .hasSize(8)
        .startsWith(
            "[Text[value=GBTREE], Numeric[value=1]]", "[Text[value=GBTREE], Numeric[value=2]]")
        .endsWith("[Text[value=DART], Numeric[value=4]]");
  }

  @Test
  void aFiniteSpaceIsTriedOutAndNoPointTwice() {
    SearchSpace space = new SearchSpace(List.of(BOOSTER, DEPTH));
    for (Search search : List.of(new RandomSearch(space, 1), new ParzenSearch(space, 100, 1))) {
      List<Judged> all = run(search, 100, 1, point -> number(point, "max_tree_depth"));
      assertThat(all.stream().map(j -> j.point().values().toString()).distinct()).hasSize(8);
      assertThat(all).hasSize(8);
    }
  }

  @Test
  void theSameSeedGivesTheSamePoints() {
    SearchSpace space = new SearchSpace(List.of(RATE, PENALTY, BOOSTER));
    LongFunction<String> points =
        seed ->
            run(new ParzenSearch(space, 20, seed), 20, 2, p -> number(p, "learn_rate")).stream()
                .map(j -> j.point().values().toString())
                .toList()
                .toString();
    assertThat(points.apply(7)).isEqualTo(points.apply(7)).isNotEqualTo(points.apply(8));
  }

  @Test
  void placesMapToValuesOfTheWholeRange() {
    assertThat(DEPTH.domain().at(0)).isEqualTo(new OptionValue.Numeric(BigDecimal.ONE));
    assertThat(DEPTH.domain().at(1)).isEqualTo(new OptionValue.Numeric(BigDecimal.valueOf(4)));
    assertThat(((OptionValue.Numeric) PENALTY.domain().at(1)).value()).isEqualByComparingTo("10");
    assertThat(((OptionValue.Numeric) PENALTY.domain().at(0)).value())
        .isEqualByComparingTo("0.00001");
    assertThat(((OptionValue.Numeric) PENALTY.domain().at(0.5)).value())
        .isEqualByComparingTo("0.01");
    assertThat(DEPTH.domain().middle(0.3)).isEqualTo(0.375);
  }

  /** Of a valley with a narrow floor in two of four dimensions, over 31 seeds. */
  @Test
  void parzenFindsBetterValuesThanRandomOnes() {
    SearchSpace space = new SearchSpace(List.of(RATE, PENALTY, DEPTH, BOOSTER));
    ToDoubleFunction<Point> loss =
        p ->
            Math.abs(number(p, "learn_rate") - 0.2)
                + 0.2 * Math.abs(Math.log10(number(p, "l2_reg")) + 2)
                + (p.values().get("booster_type").toString().contains("DART") ? 0 : 0.5);
    double random = median(seed -> new RandomSearch(space, seed), loss);
    double parzen = median(seed -> new ParzenSearch(space, 40, seed), loss);
    assertThat(parzen).isLessThan(0.7 * random);
  }

  private static double median(LongFunction<Search> search, ToDoubleFunction<Point> loss) {
    double[] best = new double[31];
    for (int seed = 0; seed < best.length; seed++) {
      best[seed] =
          run(search.apply(seed), 40, 1, loss).stream()
              .mapToDouble(j -> j.loss().orElseThrow())
              .min()
              .orElseThrow();
    }
    Arrays.sort(best);
    return best[best.length / 2];
  }

  @Test
  void failedTrialsAreAvoided() {
    SearchSpace space = new SearchSpace(List.of(RATE));
    List<Judged> all =
        run(
            new ParzenSearch(space, 60, 3),
            60,
            1,
            p -> number(p, "learn_rate") > 0.5 ? Double.NaN : number(p, "learn_rate"));
    long failed = all.subList(30, 60).stream().filter(judged -> judged.loss().isEmpty()).count();
    assertThat(failed).isLessThan(5);
  }
}
