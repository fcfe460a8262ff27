/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import java.util.EnumSet;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * What is followed: the operators whose meaning, NULL and NaN included, is the same to Calcite and
 * to every warehouse, so that writing them again changes nothing. Whatever is not on the lists
 * (division, casts, vendor functions, sub-queries, windows, parameters) keeps its text.
 */
final class Followable {
  private static final Set<SqlKind> OPERATORS =
      EnumSet.of(
          SqlKind.AND,
          SqlKind.OR,
          SqlKind.NOT,
          SqlKind.EQUALS,
          SqlKind.NOT_EQUALS,
          SqlKind.LESS_THAN,
          SqlKind.LESS_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL,
          SqlKind.IS_NULL,
          SqlKind.IS_NOT_NULL,
          SqlKind.SEARCH,
          SqlKind.PLUS,
          SqlKind.MINUS,
          SqlKind.TIMES,
          SqlKind.MINUS_PREFIX);

  /** Calcite's times have milliseconds, the warehouses' more. */
  private static final Set<SqlTypeName> LITERALS =
      EnumSet.of(
          SqlTypeName.NULL,
          SqlTypeName.BOOLEAN,
          SqlTypeName.INTEGER,
          SqlTypeName.BIGINT,
          SqlTypeName.DECIMAL,
          SqlTypeName.DOUBLE,
          SqlTypeName.CHAR,
          SqlTypeName.VARCHAR,
          SqlTypeName.DATE);

  private static final Set<SqlKind> AGGREGATES =
      EnumSet.of(SqlKind.COUNT, SqlKind.SUM, SqlKind.AVG, SqlKind.MIN, SqlKind.MAX);

  private Followable() {}

  /** Fails when a node or an operator below is not followed. */
  static void check(RelNode root) throws NotFollowed {
    Visitor visitor = new Visitor();
    visitor.go(root);
    if (visitor.strange != null) {
      throw new NotFollowed("'" + visitor.strange + "' keeps its text");
    }
  }

  private static final class Visitor extends RelVisitor {
    private @Nullable String strange;

    @Override
    public void visit(RelNode node, int ordinal, @Nullable RelNode parent) {
      switch (node) {
        case TableScan _ -> {}
        case Filter _, Project _, Join _, Sort _ -> node.accept(expressions);
        case Union union when union.all -> {}
        case Aggregate aggregate -> aggregate.getAggCallList().forEach(this::call);
        default -> strange = node.getRelTypeName();
      }
      super.visit(node, ordinal, parent);
    }

    private void call(AggregateCall call) {
      if (!AGGREGATES.contains(call.getAggregation().getKind())
          || call.hasFilter()
          || call.getArgList().size() > 1
          || !call.getCollation().getFieldCollations().isEmpty()) {
        strange = call.toString();
      }
    }

    private final RexShuttle expressions =
        new RexShuttle() {
          @Override
          public RexNode visitCall(RexCall call) {
            if (!OPERATORS.contains(call.getKind())
                && !(call.getOperator() instanceof ModelOutput)) {
              strange = call.getOperator().getName();
            }
            return super.visitCall(call);
          }

          @Override
          public RexNode visitLiteral(RexLiteral literal) {
            if (!LITERALS.contains(literal.getType().getSqlTypeName())) {
              strange = literal.toString();
            }
            return literal;
          }

          @Override
          public RexNode visitOver(RexOver over) {
            strange = "OVER";
            return over;
          }

          @Override
          public RexNode visitSubQuery(RexSubQuery query) {
            strange = "a sub-query in an expression";
            return query;
          }

          @Override
          public RexNode visitDynamicParam(RexDynamicParam parameter) {
            strange = "?";
            return parameter;
          }

          @Override
          public RexNode visitCorrelVariable(RexCorrelVariable variable) {
            strange = "a correlated column";
            return variable;
          }

          @Override
          public RexNode visitFieldAccess(RexFieldAccess access) {
            strange = "a field of a struct";
            return access;
          }
        };
  }
}
