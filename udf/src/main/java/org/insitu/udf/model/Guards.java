/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Accepted;
import org.insitu.udf.expression.Expression.Case;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Joined;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Expression.Refusal;
import org.insitu.udf.expression.Expression.StructList;
import org.insitu.udf.expression.Expression.When;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;

/**
 * Makes a program obey its model's {@link Policies}.
 *
 * <pre>{@code
 * __f0 = …                                    __f0 = …
 *                                             __withheld = refuse or CASE WHEN odd THEN TRUE …
 *                                             __status = joined('age: NULL', …)
 * predicted_y = 2.0 * __f0 + …                predicted_y = CASE WHEN __withheld THEN NULL ELSE …
 *                                             prediction_status = __status
 * }</pre>
 */
final class Guards {
  /** The name of the output that says what was odd. */
  static final String STATUS = "prediction_status";

  private static final Column WITHHELD = new Column("__withheld", ValueType.BOOLEAN);
  private static final Column SAID = new Column("__status", ValueType.VARCHAR);
  private static final Literal TRUE = new Literal(true, ValueType.BOOLEAN);
  private static final Literal FALSE = new Literal(false, ValueType.BOOLEAN);
  private static final Literal NO_TEXT = new Literal(null, ValueType.VARCHAR);

  private final List<Oddity> oddities;

  private Guards(List<Feature> features) {
    this.oddities = Oddity.of(features);
  }

  /**
   * The program with its answers withheld or refused for odd rows, and as its last output {@value
   * #STATUS} where a feature has the policy FLAG.
   */
  static Program guarded(List<Feature> features, Program program) {
    Guards guards = new Guards(features);
    Program guarded = guards.withheld(program);
    return guards.anyHas(Policy.FLAG) ? guards.flagged(guarded) : guarded;
  }

  /** The same without the status. */
  static Program withheld(List<Feature> features, Program program) {
    return new Guards(features).withheld(program);
  }

  private boolean anyHas(Policy policy) {
    return oddities.stream().anyMatch(oddity -> oddity.policy() == policy);
  }

  private Program withheld(Program program) {
    if (!anyHas(Policy.NULL) && !anyHas(Policy.ERROR)) {
      return program;
    }
    return program.with(
        new Named(WITHHELD.name(), decision()),
        program.outputs().stream()
            .map(output -> new Named(output.name(), withheld(output.expression())))
            .toList());
  }

  /** Whether a row is answered with NULL, unless it is refused. */
  private Expression decision() {
    List<When> withheld =
        of(oddity -> oddity.policy() == Policy.NULL).stream()
            .map(oddity -> new When(oddity.condition(), TRUE))
            .toList();
    Expression decision = withheld.isEmpty() ? FALSE : new Case(withheld, FALSE);
    List<Refusal> refusals =
        of(oddity -> oddity.policy() == Policy.ERROR).stream()
            .map(oddity -> new Refusal(oddity.condition(), oddity.reason(), oddity.seen()))
            .toList();
    return refusals.isEmpty() ? decision : new Accepted(refusals, decision);
  }

  private static Expression withheld(Expression output) {
    return output instanceof StructList list
        ? list.withheldWhere(WITHHELD)
        : new Case(List.of(new When(WITHHELD, new Literal(null, output.type()))), output);
  }

  /** The status says what was odd, and why an answer is NULL. */
  private Program flagged(Program program) {
    List<Expression> parts = new ArrayList<>();
    for (Oddity oddity : of(o -> o.policy() == Policy.FLAG || o.policy() == Policy.NULL)) {
      When said = new When(oddity.condition(), Literal.of(oddity.status()));
      parts.add(new Case(List.of(said), NO_TEXT));
    }
    List<Named> outputs = new ArrayList<>(program.outputs());
    outputs.add(new Named(STATUS, SAID));
    return program.with(new Named(SAID.name(), new Joined("; ", parts)), outputs);
  }

  private List<Oddity> of(Predicate<Oddity> wanted) {
    return oddities.stream().filter(wanted).toList();
  }
}
