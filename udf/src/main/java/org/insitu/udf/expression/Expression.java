/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.expression;

import java.util.List;
import java.util.Objects;
import org.insitu.udf.model.Forest;
import org.jspecify.annotations.Nullable;

/**
 * A scalar function of one row.
 *
 * <p>NULL follows SQL: an operand that is NULL makes the result NULL, but for {@link IsMissing},
 * {@link Lookup}, {@link Case} and {@link TreeSum}, which say themselves what they do with it.
 */
public sealed interface Expression {

  /** The type of this expression's value. */
  ValueType type();

  /** A constant; a null value is a typed NULL. Values: Boolean, Long, Double, Float, String. */
  record Literal(@Nullable Object value, ValueType type) implements Expression {
    public static Literal of(double value) {
      return new Literal(value, ValueType.DOUBLE);
    }

    public static Literal of(long value) {
      return new Literal(value, ValueType.BIGINT);
    }

    public static Literal of(String value) {
      return new Literal(value, ValueType.VARCHAR);
    }
  }

  /** A column of the layer below (the input relation for the first layer), found by name. */
  record Column(String name, ValueType type) implements Expression {}

  /** Arithmetic on numbers; the result is DOUBLE. Division by zero follows IEEE. */
  record Arithmetic(ArithmeticOperator operator, Expression left, Expression right)
      implements Expression {
    @Override
    public ValueType type() {
      return ValueType.DOUBLE;
    }
  }

  /** The four operators of {@link Arithmetic}. */
  enum ArithmeticOperator {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE
  }

  /** A comparison; NULL when an operand is NULL. */
  record Comparison(ComparisonOperator operator, Expression left, Expression right)
      implements Expression {
    @Override
    public ValueType type() {
      return ValueType.BOOLEAN;
    }
  }

  /** The operators of {@link Comparison}. */
  enum ComparisonOperator {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL
  }

  /** AND, OR over any number of operands, NOT over one; three-valued logic. */
  record Logic(LogicOperator operator, List<Expression> operands) implements Expression {
    public Logic {
      operands = List.copyOf(operands);
    }

    @Override
    public ValueType type() {
      return ValueType.BOOLEAN;
    }
  }

  /** The operators of {@link Logic}. */
  enum LogicOperator {
    AND,
    OR,
    NOT
  }

  /** The first branch whose condition is true, else the otherwise. All results share one type. */
  record Case(List<When> whens, Expression otherwise) implements Expression {
    public Case {
      whens = List.copyOf(whens);
    }

    @Override
    public ValueType type() {
      return otherwise.type();
    }
  }

  /** One branch of a {@link Case}. */
  record When(Expression condition, Expression result) {}

  /** TRUE when the operand is NULL or NaN; never NULL. */
  record IsMissing(Expression operand) implements Expression {
    @Override
    public ValueType type() {
      return ValueType.BOOLEAN;
    }
  }

  /** A conversion between the value types; to VARCHAR: the text a category is known by. */
  record Cast(Expression operand, ValueType type) implements Expression {}

  /** A call of a mathematical function; the result is DOUBLE. */
  record Call(MathFunction function, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public ValueType type() {
      return ValueType.DOUBLE;
    }
  }

  /** The closed list of mathematical functions. */
  enum MathFunction {
    EXP,
    LN,
    SQRT,
    ABS,
    POWER,
    FLOOR,
    GREATEST,
    LEAST
  }

  /**
   * A number for a category: {@code values[i]} for {@code keys[i]}, own values for a missing and
   * for an unseen key. In SQL a CASE, in a kernel one hash look-up. The key is VARCHAR.
   */
  record Lookup(
      Expression key, List<String> keys, List<Double> values, double missing, double unseen)
      implements Expression {
    public Lookup {
      keys = List.copyOf(keys);
      values = List.copyOf(values);
      if (keys.size() != values.size()) {
        throw new IllegalArgumentException(
            "values: " + values.size() + " (expected: one per key, " + keys.size() + ")");
      }
    }

    @Override
    public ValueType type() {
      return ValueType.DOUBLE;
    }
  }

  /**
   * The sum of the leaves that a row falls into, over the trees of a forest, in tree order, plus
   * the forest's base score. Inputs stand in the forest's feature order; a missing input takes the
   * node's default branch. It stays one node through planning: a warehouse that has the kernel
   * calls it, another gets nested CASEs.
   */
  record TreeSum(Forest forest, List<Expression> inputs) implements Expression {
    public TreeSum {
      Objects.requireNonNull(forest);
      inputs = List.copyOf(inputs);
    }

    @Override
    public ValueType type() {
      return ValueType.DOUBLE;
    }
  }

  /**
   * A list of structs with the same fields, one per row of expressions, sorted by a DOUBLE field
   * (ties keep the order given) and cut to a size: class probabilities, nearest centroids.
   */
  record StructList(List<String> fields, List<List<Expression>> rows, Ordering ordering)
      implements Expression {
    public StructList {
      fields = List.copyOf(fields);
      rows = rows.stream().map(List::copyOf).toList();
    }

    @Override
    public ValueType type() {
      return ValueType.STRUCT_LIST;
    }
  }

  /**
   * How a {@link StructList} is sorted and cut: by {@code field}, at most {@code limit} elements.
   */
  record Ordering(String field, boolean descending, int limit) {}
}
