/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptPredicateList;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUnknownAs;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.NlsString;
import org.apache.calcite.util.Sarg;
import org.insitu.udf.specialize.Domain;
import org.jspecify.annotations.Nullable;

/**
 * What the predicates that hold for a node's rows say of its columns.
 *
 * <p>Only of columns that are a table's own, whose types are certain. In the order of warehouses
 * NaN is greater than every number, so a lower bound lets it through, an upper bound does not. A
 * REAL may be compared as REAL or as DOUBLE: its bounds are taken one step wider.
 */
public final class Domains {
  private final RelNode node;
  private final Map<Integer, Domain> domains = new HashMap<>();

  private Domains(RelNode node) {
    this.node = node;
  }

  /** Domains by column; columns of which nothing is known are left out. */
  public static Map<Integer, Domain> of(RelNode node) {
    Domains found = new Domains(node);
    RelOptPredicateList predicates =
        node.getCluster().getMetadataQuery().getPulledUpPredicates(node);
    predicates.pulledUpPredicates.forEach(found::add);
    return found.domains;
  }

  private void add(RexNode predicate) {
    said(predicate).ifPresent(said -> domains.merge(said.column(), said.domain(), Domain::and));
  }

  /** What one predicate says of one column. */
  private record Said(int column, Domain domain) {}

  private Optional<Said> said(RexNode predicate) {
    if (!(predicate instanceof RexCall call)) {
      return Optional.empty();
    }
    if (call.getKind() == SqlKind.OR) {
      return call.getOperands().stream()
          .map(this::said)
          .reduce(Domains::either)
          .orElse(Optional.empty());
    }
    if (call.getOperands().size() != 2) {
      return Optional.empty();
    }
    RexNode first = call.getOperands().get(0);
    RexNode second = call.getOperands().get(1);
    if (first instanceof RexInputRef column && second instanceof RexLiteral literal) {
      return said(column, call.getKind(), literal);
    }
    return second instanceof RexInputRef column && first instanceof RexLiteral literal
        ? said(column, call.getKind().reverse(), literal)
        : Optional.empty();
  }

  private static Optional<Said> either(Optional<Said> first, Optional<Said> second) {
    return first.isPresent() && second.isPresent() && first.get().column() == second.get().column()
        ? Optional.of(
            new Said(first.get().column(), first.get().domain().or(second.get().domain())))
        : Optional.empty();
  }

  private Optional<Said> said(RexInputRef column, SqlKind operator, RexLiteral literal) {
    return Origins.of(node, column.getIndex()).isEmpty()
        ? Optional.empty()
        : domain(column.getType().getSqlTypeName(), operator, literal)
            .map(domain -> new Said(column.getIndex(), domain));
  }

  private static Optional<Domain> domain(SqlTypeName type, SqlKind operator, RexLiteral literal) {
    if (SqlTypeFamily.NUMERIC.getTypeNames().contains(type)) {
      return operator == SqlKind.SEARCH
          ? searchedNumbers(type, literal)
          : number(literal).flatMap(value -> compared(type, operator, value));
    }
    if (type == SqlTypeName.VARCHAR && operator == SqlKind.EQUALS) {
      return text(literal.getValue()).map(text -> Domain.texts(Set.of(text)));
    }
    return type == SqlTypeName.VARCHAR && operator == SqlKind.SEARCH
        ? searchedTexts(literal)
        : Optional.empty();
  }

  private static Optional<Domain> compared(SqlTypeName type, SqlKind operator, double value) {
    double infinity = Double.POSITIVE_INFINITY;
    return switch (operator) {
      case EQUALS -> Optional.of(range(type, value, value));
      case LESS_THAN, LESS_THAN_OR_EQUAL -> Optional.of(range(type, -infinity, value));
      case GREATER_THAN, GREATER_THAN_OR_EQUAL -> Optional.of(range(type, value, infinity));
      default -> Optional.empty();
    };
  }

  private static Domain range(SqlTypeName type, double low, double high) {
    boolean mayBeNaN = SqlTypeName.APPROX_TYPES.contains(type) && high == Double.POSITIVE_INFINITY;
    return type == SqlTypeName.REAL
        ? Domain.range(Math.nextDown((float) low), Math.nextUp((float) high), mayBeNaN)
        : Domain.range(low, high, mayBeNaN);
  }

  private static Optional<Domain> searchedNumbers(SqlTypeName type, RexLiteral literal) {
    Sarg<?> sarg = literal.getValueAs(Sarg.class);
    if (sarg == null || sarg.rangeSet.isEmpty() || sarg.nullAs != RexUnknownAs.UNKNOWN) {
      return Optional.empty();
    }
    Range<?> span = sarg.rangeSet.span();
    double low =
        span.hasLowerBound()
            ? ((BigDecimal) span.lowerEndpoint()).doubleValue()
            : Double.NEGATIVE_INFINITY;
    double high =
        span.hasUpperBound()
            ? ((BigDecimal) span.upperEndpoint()).doubleValue()
            : Double.POSITIVE_INFINITY;
    return Optional.of(range(type, low, high));
  }

  private static Optional<Domain> searchedTexts(RexLiteral literal) {
    Sarg<?> sarg = literal.getValueAs(Sarg.class);
    if (sarg == null || !sarg.isPoints() || sarg.nullAs != RexUnknownAs.UNKNOWN) {
      return Optional.empty();
    }
    Set<String> texts = new HashSet<>();
    for (Range<?> point : sarg.rangeSet.asRanges()) {
      Optional<String> text = text(point.lowerEndpoint());
      if (text.isEmpty() || point.lowerBoundType() != BoundType.CLOSED) {
        return Optional.empty();
      }
      texts.add(text.get());
    }
    return Optional.of(Domain.texts(texts));
  }

  private static Optional<Double> number(RexLiteral literal) {
    return literal.getValue() instanceof BigDecimal number
        ? Optional.of(number.doubleValue())
        : Optional.empty();
  }

  private static Optional<String> text(@Nullable Object value) {
    return value instanceof NlsString text ? Optional.of(text.getValue()) : Optional.empty();
  }
}
