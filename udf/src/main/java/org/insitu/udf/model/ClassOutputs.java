/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import static org.insitu.udf.model.Sums.minus;
import static org.insitu.udf.model.Sums.over;
import static org.insitu.udf.model.Sums.plus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Call;
import org.insitu.udf.expression.Expression.Case;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Comparison;
import org.insitu.udf.expression.Expression.ComparisonOperator;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Expression.MathFunction;
import org.insitu.udf.expression.Expression.Ordering;
import org.insitu.udf.expression.Expression.StructList;
import org.insitu.udf.expression.Expression.When;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;

/**
 * From scores to classes.
 *
 * <p>Two classes: {@code p1 = 1 / (1 + exp(-s))} and {@code p0 = 1 / (1 + exp(s))}, each exact to
 * the last digits however small it is, which {@code 1 - p1} is not. An overflow of exp is infinite
 * and gives 0, so nothing needs clamping. Models of two classes have one score, the difference of
 * the second and the first, or both. More classes: {@code exp(s - max) / sum}.
 */
final class ClassOutputs {
  private ClassOutputs() {}

  /** Adds the layers of probabilities over {@code __s0} … and answers with the outputs. */
  static List<Named> add(
      Label label, int scores, PredictOptions options, List<List<Named>> layers) {
    int classes = label.classes().size();
    boolean difference = classes == 2 && scores == 1;
    if (classes < 2 || (scores != classes && !difference)) {
      throw new IllegalArgumentException(
          "scores: "
              + scores
              + " (expected: one per class, or their difference for two, "
              + classes
              + ")");
    }
    if (classes == 2) {
      if (difference) {
        return ofTwo(label, Link.LOGIT, options, layers);
      }
      layers.add(
          sigmoid(minus(column("__s1"), column("__s0")), minus(column("__s0"), column("__s1"))));
      return ofShares(label, options, layers);
    }
    return softmax(label, "__s", options, layers);
  }

  /** Adds the probabilities that are in proportion to powers of e and answers with the outputs. */
  static List<Named> softmax(
      Label label, String exponents, PredictOptions options, List<List<Named>> layers) {
    softmax(exponents, label.classes().size(), layers);
    return ofShares(label, options, layers);
  }

  /** Adds the probabilities of two classes over {@code __s0} and answers with the outputs. */
  static List<Named> ofTwo(
      Label label, Link link, PredictOptions options, List<List<Named>> layers) {
    LinkOutputs.probabilities(link, layers);
    return ofShares(label, options, layers);
  }

  /** Answers with the outputs over layers that end with the probabilities {@code __p0} … */
  static List<Named> ofShares(Label label, PredictOptions options, List<List<Named>> layers) {
    int classes = label.classes().size();
    if (classes > 2) {
      layers.add(
          List.of(new Named("__best", new Call(MathFunction.GREATEST, columns("__p", classes)))));
    }
    return outputs(label, options, predicted(classes, options.threshold(), k -> literal(label, k)));
  }

  private static List<Named> outputs(Label label, PredictOptions options, Expression predicted) {
    String name = "predicted_" + label.name();
    List<Named> outputs = new ArrayList<>();
    outputs.add(new Named(name, predicted));
    outputs.add(new Named(name + "_probs", probabilities(label)));
    if (options.flatProbabilities()) {
      List<String> names = ClassColumns.names(label.classes());
      for (int i = 0; i < names.size(); i++) {
        outputs.add(new Named(name + "_prob_" + names.get(i), column("__p" + i)));
      }
    }
    return outputs;
  }

  /** The probabilities of the first class, by the score of the second, and of the second. */
  static List<Named> sigmoid(Expression score, Expression negative) {
    Expression one = Literal.of(1.0);
    return List.of(
        new Named("__p0", over(one, plus(one, exp(score)))),
        new Named("__p1", over(one, plus(one, exp(negative)))));
  }

  private static void softmax(String exponents, int classes, List<List<Named>> layers) {
    Expression max = new Call(MathFunction.GREATEST, columns(exponents, classes));
    layers.add(List.of(new Named("__m", max)));
    layers.add(
        IntStream.range(0, classes)
            .mapToObj(i -> new Named("__e" + i, exp(minus(column(exponents + i), column("__m")))))
            .toList());
    layers.add(List.of(new Named("__t", Sums.of(columns("__e", classes)))));
    layers.add(
        IntStream.range(0, classes)
            .mapToObj(i -> new Named("__p" + i, over(column("__e" + i), column("__t"))))
            .toList());
  }

  /** The number of the predicted class, a BIGINT, over the layers of probabilities. */
  static Expression number(int classes, double threshold) {
    return predicted(classes, threshold, k -> Literal.of((long) k));
  }

  private static Expression predicted(
      int classes, double threshold, IntFunction<Expression> result) {
    List<When> whens = new ArrayList<>();
    if (classes == 2) {
      Expression positive =
          new Comparison(ComparisonOperator.GREATER, column("__p1"), Literal.of(threshold));
      whens.add(new When(positive, result.apply(1)));
    } else {
      for (int i = 0; i < classes; i++) {
        Expression best =
            new Comparison(ComparisonOperator.EQUAL, column("__p" + i), column("__best"));
        whens.add(new When(best, result.apply(i)));
      }
    }
    return new Case(whens, result.apply(0));
  }

  private static StructList probabilities(Label label) {
    int classes = label.classes().size();
    List<List<Expression>> rows =
        IntStream.range(0, classes)
            .mapToObj(i -> List.of(literal(label, i), column("__p" + i)))
            .toList();
    return new StructList(List.of("label", "prob"), rows, new Ordering("prob", true, classes));
  }

  private static Expression literal(Label label, int index) {
    return ClassColumns.literal(label.classes().get(index), label.type());
  }

  private static Expression exp(Expression operand) {
    return new Call(MathFunction.EXP, List.of(operand));
  }

  private static Expression column(String name) {
    return new Column(name, ValueType.DOUBLE);
  }

  private static List<Expression> columns(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> column(prefix + i)).toList();
  }
}
