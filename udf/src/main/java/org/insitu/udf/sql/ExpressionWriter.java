/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.ArithmeticOperator;
import org.insitu.udf.expression.Expression.LogicOperator;
import org.insitu.udf.expression.RefusedRowException;
import org.insitu.udf.expression.ValueType;

/** Writes the expressions of one scope. */
final class ExpressionWriter {
  private final SqlDialect dialect;
  private final Scope scope;
  private final TreeWriter trees;
  private final PointsWriter points;
  private final LookupWriter lookups;
  private final InterpolationWriter interpolations;
  private final int charactersMax;

  /** What a CASE has found not to be missing, while its other branches are written. */
  private final Set<Expression> present = new HashSet<>();

  ExpressionWriter(
      SqlDialect dialect,
      Scope scope,
      TreeForm form,
      Map<String, KernelFunction> kernels,
      Map<Expression.Lookup, String> shared,
      int charactersMax) {
    this.dialect = dialect;
    this.scope = scope;
    this.trees = new TreeWriter(dialect, form, kernels);
    this.points = new PointsWriter(dialect, form, kernels);
    this.lookups = new LookupWriter(dialect, shared);
    this.interpolations = new InterpolationWriter(dialect, form, kernels);
    this.charactersMax = charactersMax;
  }

  /** A text and what is known of its value. */
  record Written(String sql, Facts facts) {}

  Written write(Expression expression) {
    Written written =
        switch (expression) {
          case Expression.Literal e -> literal(e);
          case Expression.Column e -> column(e, e.type());
          case Expression.Arithmetic e -> arithmetic(e);
          case Expression.Comparison e -> comparison(e);
          case Expression.Logic e -> logic(e);
          case Expression.Case e -> choice(e);
          case Expression.IsMissing e -> isMissing(e);
          case Expression.Cast e -> cast(e);
          case Expression.Call e -> call(e);
          case Expression.Lookup e -> lookups.write(e, () -> write(e.key()).sql());
          case Expression.Interpolation e -> interpolations.write(e.line(), write(e.input()));
          case Expression.TreeSum e ->
              trees.write(e.forest(), e.inputs().stream().map(this::input).toList());
          case Expression.TreeAttributions e ->
              trees.attributions(
                  e.forests(),
                  write(e.which()).sql(),
                  e.inputs().stream().map(this::input).toList());
          case Expression.OfPoints e ->
              points
                  .plain(e)
                  .map(this::write)
                  .orElseGet(
                      () ->
                          points.call(
                              e.function(), e.inputs().stream().map(this::asDouble).toList()));
          case Expression.Element e ->
              new Written(
                  dialect.element(write(e.list()).sql(), e.index()), new Facts(false, true, true));
          case Expression.StructList e -> structList(e);
          case Expression.Joined e ->
              new Written(
                  dialect.joined(
                      e.separator(), e.parts().stream().map(part -> write(part).sql()).toList()),
                  Facts.PRESENT.orNull());
          case Expression.Accepted e -> accepted(e);
        };
    if (!present.isEmpty() && present.contains(expression)) {
      Facts facts = new Facts(false, false, written.facts().mayExceedFloat());
      written = new Written(written.sql(), facts);
    }
    if (written.sql().length() > charactersMax) {
      throw new SqlTooLargeException("characters of SQL", written.sql().length(), charactersMax);
    }
    return written;
  }

  /** A column of a layer that is guarded against NULL but lets NaN pass, for {@link NaNGuards}. */
  Written writeNullOnly(Expression.Case guard) {
    Written operand = write(guard.otherwise());
    Written other = write(guard.whens().getFirst().result());
    Facts nullOnly = new Facts(true, false, operand.facts().mayExceedFloat());
    Facts facts = new Facts(false, operand.facts().mayBeNaN(), operand.facts().mayExceedFloat());
    return new Written(dialect.presentOr(operand.sql(), nullOnly, other.sql()), facts);
  }

  private Written literal(Expression.Literal literal) {
    Facts facts =
        switch (literal.value()) {
          case null -> Facts.PRESENT.orNull();
          case Number number -> Facts.of(number.doubleValue());
          default -> Facts.PRESENT;
        };
    return new Written(dialect.literal(literal), facts);
  }

  /** A column converted from the type it has in the scope, which may be unknown. */
  private Written column(Expression.Column column, ValueType type) {
    Scope.Resolved resolved = scope.resolve(column);
    if (resolved.type().equals(Optional.of(type))) {
      return new Written(resolved.sql(), resolved.facts());
    }
    if (type == ValueType.FLOAT && !resolved.type().equals(Optional.of(ValueType.BOOLEAN))) {
      Written wide = column(column, ValueType.DOUBLE);
      return converted(wide, ValueType.DOUBLE, type);
    }
    ValueType from = resolved.type().orElse(column.type());
    return converted(new Written(resolved.sql(), resolved.facts()), from, type);
  }

  private Written cast(Expression.Cast cast) {
    if (cast.operand() instanceof Expression.Column column) {
      return column(column, cast.type());
    }
    Written operand = write(cast.operand());
    return cast.operand().type() == cast.type()
        ? operand
        : converted(operand, cast.operand().type(), cast.type());
  }

  private Written converted(Written operand, ValueType from, ValueType to) {
    boolean floating = to == ValueType.DOUBLE || to == ValueType.FLOAT;
    Facts facts = operand.facts();
    Facts after =
        new Facts(
            facts.mayBeNull(),
            floating && facts.mayBeNaN(),
            to == ValueType.DOUBLE && facts.mayExceedFloat());
    return new Written(dialect.cast(operand.sql(), from, to, facts), after);
  }

  private Written arithmetic(Expression.Arithmetic e) {
    Written left = asDouble(e.left());
    Written right = asDouble(e.right());
    // Additions group from the left anyway: the inner parentheses of a chain are noise.
    boolean chain =
        e.operator() == ArithmeticOperator.ADD
            && e.left() instanceof Expression.Arithmetic inner
            && inner.operator() == ArithmeticOperator.ADD;
    String leftSql = chain ? left.sql().substring(1, left.sql().length() - 1) : left.sql();
    String sign =
        switch (e.operator()) {
          case ADD -> " + ";
          case SUBTRACT -> " - ";
          case MULTIPLY -> " * ";
          case DIVIDE -> " / ";
        };
    boolean mayBeNull = left.facts().mayBeNull() || right.facts().mayBeNull();
    return new Written("(" + leftSql + sign + right.sql() + ")", new Facts(mayBeNull, true, true));
  }

  private Written asDouble(Expression operand) {
    return operand.type() == ValueType.DOUBLE
        ? write(operand)
        : write(new Expression.Cast(operand, ValueType.DOUBLE));
  }

  private Written comparison(Expression.Comparison e) {
    Written left = write(e.left());
    Written right = write(e.right());
    String sql =
        dialect.compare(e.operator(), left.sql(), left.facts(), right.sql(), right.facts());
    boolean mayBeNull = left.facts().mayBeNull() || right.facts().mayBeNull();
    return new Written(sql, new Facts(mayBeNull, false, false));
  }

  private Written logic(Expression.Logic e) {
    List<Written> operands = e.operands().stream().map(this::write).toList();
    List<String> texts = operands.stream().map(Written::sql).toList();
    String sql =
        e.operator() == LogicOperator.NOT
            ? "(NOT " + texts.getFirst() + ")"
            : "(" + String.join(" " + e.operator().name() + " ", texts) + ")";
    boolean mayBeNull = operands.stream().anyMatch(operand -> operand.facts().mayBeNull());
    return new Written(sql, new Facts(mayBeNull, false, false));
  }

  private Written choice(Expression.Case e) {
    if (e.whens().isEmpty()) {
      return write(e.otherwise());
    }
    Expression tested =
        e.whens().getFirst().condition() instanceof Expression.IsMissing(Expression operand)
            ? operand
            : null;
    if (tested != null && e.whens().size() == 1 && tested.equals(e.otherwise())) {
      return presentOr(tested, e.whens().getFirst().result());
    }
    Facts facts = Facts.PRESENT;
    StringBuilder sql = new StringBuilder("CASE");
    boolean added = false;
    for (Expression.When when : e.whens()) {
      Written condition = write(when.condition());
      Written result = write(when.result());
      facts = facts.or(result.facts());
      sql.append(" WHEN ").append(condition.sql()).append(" THEN ").append(result.sql());
      added |= tested != null && present.add(tested);
    }
    Written otherwise = write(e.otherwise());
    if (tested != null && added) {
      present.remove(tested);
    }
    sql.append(" ELSE ").append(otherwise.sql()).append(" END");
    return new Written(sql.toString(), facts.or(otherwise.facts()));
  }

  private Written presentOr(Expression tested, Expression replacement) {
    Written operand = write(tested);
    Written other = write(replacement);
    Facts facts =
        new Facts(
            other.facts().mayBeNull(),
            other.facts().mayBeNaN(),
            operand.facts().mayExceedFloat() || other.facts().mayExceedFloat());
    return new Written(dialect.presentOr(operand.sql(), operand.facts(), other.sql()), facts);
  }

  /** What is missing stays so when it is widened: the test of a FLOAT column needs no CAST. */
  private Written isMissing(Expression.IsMissing e) {
    Written operand =
        e.operand() instanceof Expression.Cast(Expression.Column column, ValueType type)
                && type == ValueType.DOUBLE
                && scope.resolve(column).type().equals(Optional.of(ValueType.FLOAT))
            ? column(column, ValueType.FLOAT)
            : write(e.operand());
    return new Written(dialect.isMissing(operand.sql(), operand.facts()), Facts.PRESENT);
  }

  private Written call(Expression.Call e) {
    List<Written> arguments = e.arguments().stream().map(this::asDouble).toList();
    String sql =
        dialect.call(
            e.function(),
            arguments.stream().map(Written::sql).toList(),
            arguments.stream().map(Written::facts).toList());
    boolean mayBeNull = arguments.stream().anyMatch(argument -> argument.facts().mayBeNull());
    return new Written(sql, new Facts(mayBeNull, true, true));
  }

  private TreeWriter.Input input(Expression input) {
    Written written = write(input);
    return new TreeWriter.Input(written.sql(), input.type(), written.facts());
  }

  private Written structList(Expression.StructList e) {
    int key = e.fields().indexOf(e.ordering().field());
    List<List<String>> rows = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (List<Expression> row : e.rows()) {
      rows.add(row.stream().map(field -> write(field).sql()).toList());
      Expression sorted = row.get(key);
      keys.add(
          write(
                  e.ordering().absolute()
                      ? new Expression.Call(Expression.MathFunction.ABS, List.of(sorted))
                      : sorted)
              .sql());
    }
    String sql =
        dialect.structList(e.fields(), rows, keys, e.ordering().descending(), e.ordering().limit());
    return e.withheld()
        .map(withheld -> "CASE WHEN %s THEN NULL ELSE %s END".formatted(write(withheld).sql(), sql))
        .map(nullable -> new Written(nullable, Facts.PRESENT.orNull()))
        .orElseGet(() -> new Written(sql, Facts.PRESENT));
  }

  private Written accepted(Expression.Accepted e) {
    Written value = write(e.value());
    if (e.refusals().isEmpty()) {
      return value;
    }
    StringBuilder sql = new StringBuilder("CASE");
    for (Expression.Refusal refusal : e.refusals()) {
      String reason = RefusedRowException.MARK + refusal.reason();
      String failure =
          refusal
              .seen()
              .map(seen -> dialect.fail(reason + RefusedRowException.SEEN, write(seen).sql()))
              .orElseGet(() -> dialect.fail(reason));
      sql.append(" WHEN ").append(write(refusal.condition()).sql());
      sql.append(" THEN CAST(").append(failure);
      sql.append(" AS ").append(dialect.type(e.type())).append(")");
    }
    sql.append(" ELSE ").append(value.sql()).append(" END");
    return new Written(sql.toString(), value.facts());
  }
}
