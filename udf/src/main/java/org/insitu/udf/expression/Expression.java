/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.expression;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.insitu.udf.model.Forest;
import org.insitu.udf.model.PointFunction;
import org.jspecify.annotations.Nullable;

/**
 * A scalar function of one row.
 *
 * <p>NULL follows SQL: an operand that is NULL makes the result NULL, but for {@link IsMissing},
 * {@link Lookup}, {@link Case}, {@link Logic} and {@link TreeSum}, which say themselves what they
 * do with it.
 *
 * <p>Floating point follows IEEE 754: nothing overflows with an error, {@code 1/0} is infinite,
 * {@code 0/0}, {@code ln(-1)} and {@code infinity - infinity} are NaN. A comparison with NaN is
 * false, but {@code <>}, which is true. Where values are put in order (GREATEST, LEAST, the order
 * of a {@link StructList}) NaN counts as greater than every number. A dialect whose warehouse
 * thinks otherwise renders what is needed to get this meaning.
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

  /**
   * A column of the layer below (the input relation for the first layer), found by name. A column
   * of the input relation may have another type there: it is then converted to this type, and
   * {@code Cast(Column)} converts from the type it has there, not by way of this one.
   */
  record Column(String name, ValueType type) implements Expression {}

  /** Arithmetic on numbers, each converted to DOUBLE first; the result is DOUBLE. */
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

  /**
   * A comparison; NULL when an operand is NULL. Numbers of different types compare as DOUBLE, text
   * by code point.
   */
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

  /**
   * A conversion between the value types. Numbers round to the nearest, to FLOAT by way of DOUBLE;
   * too large ones become infinite; TRUE is 1. To VARCHAR it gives the text that a category is
   * known by: {@code true}/{@code false}, {@code YYYY-MM-DD}, {@code YYYY-MM-DD HH:MM:SS[.ffffff]}
   * without trailing zeros.
   */
  record Cast(Expression operand, ValueType type) implements Expression {
    public Cast {
      if (!convertible(operand.type(), type)) {
        throw new IllegalArgumentException("cast: " + operand.type() + " to " + type);
      }
    }

    /** Whether a value of one type can become one of another; there are no lossy texts. */
    public static boolean convertible(ValueType from, ValueType to) {
      boolean number =
          from == ValueType.BIGINT || from == ValueType.FLOAT || from == ValueType.DOUBLE;
      return from == to
          || switch (to) {
            case FLOAT, DOUBLE -> number || from == ValueType.BOOLEAN;
            case BIGINT -> from == ValueType.BOOLEAN;
            case VARCHAR ->
                from == ValueType.BOOLEAN
                    || from == ValueType.BIGINT
                    || from == ValueType.DATE
                    || from == ValueType.TIMESTAMP;
            case BOOLEAN, DATE, TIMESTAMP, DOUBLE_LIST, STRUCT_LIST -> false;
          };
    }
  }

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

  /**
   * The closed list of mathematical functions. POWER takes two arguments, GREATEST and LEAST one or
   * more, the others one.
   */
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
   * A piecewise linear function of a number; NULL of NULL, NaN of NaN. In SQL a CASE that halves
   * the points, or a call of the kernel where there are many.
   *
   * @param input of type DOUBLE
   */
  record Interpolation(PiecewiseLinear line, Expression input) implements Expression {
    public Interpolation {
      if (input.type() != ValueType.DOUBLE) {
        throw new IllegalArgumentException("input: " + input.type() + " (expected: DOUBLE)");
      }
    }

    @Override
    public ValueType type() {
      return ValueType.DOUBLE;
    }
  }

  /**
   * The forest's base score plus the leaves that a row falls into, added from the left in tree
   * order. Inputs are numbers in the forest's feature order, rounded to FLOAT before they are
   * compared; a missing one takes the node's default branch. It stays one node through planning: a
   * warehouse that has the kernel calls it, another gets nested CASEs.
   */
  record TreeSum(Forest forest, List<Expression> inputs) implements Expression {
    public TreeSum {
      Objects.requireNonNull(forest);
      inputs = List.copyOf(inputs);
      if (inputs.size() != forest.features()) {
        throw new IllegalArgumentException(
            "inputs: " + inputs.size() + " (expected: one per feature, " + forest.features() + ")");
      }
    }

    @Override
    public ValueType type() {
      return ValueType.DOUBLE;
    }
  }

  /**
   * What each input adds to the sum of one of several forests: its Shapley value, where inputs that
   * are not given follow the training rows ({@link Forest#leftShare}). With {@link Forest#mean}
   * they add up to the forest's {@link TreeSum}. Inputs are rounded and missing as there.
   *
   * @param forests all over the same inputs
   * @param which the number of the forest, BIGINT, never NULL
   */
  record TreeAttributions(List<Forest> forests, Expression which, List<Expression> inputs)
      implements Expression {
    public TreeAttributions {
      forests = List.copyOf(forests);
      inputs = List.copyOf(inputs);
      for (Forest forest : forests) {
        if (inputs.size() != forest.features()) {
          throw new IllegalArgumentException(
              "inputs: "
                  + inputs.size()
                  + " (expected: one per feature, "
                  + forest.features()
                  + ")");
        }
      }
    }

    @Override
    public ValueType type() {
      return ValueType.DOUBLE_LIST;
    }
  }

  /**
   * What a function of the distances to stored points answers with: a DOUBLE where it is one
   * number, else a list. Inputs are numbers in the order of the points' inputs and never NULL. It
   * stays one node through planning: a warehouse that has the kernel calls it, another gets it
   * written out where that is possible.
   */
  record OfPoints(PointFunction function, List<Expression> inputs) implements Expression {
    public OfPoints {
      inputs = List.copyOf(inputs);
      int expected = function.points().inputs().size();
      if (inputs.size() != expected) {
        throw new IllegalArgumentException(
            "inputs: " + inputs.size() + " (expected: one per coordinate, " + expected + ")");
      }
    }

    @Override
    public ValueType type() {
      return function.outputs() == 1 ? ValueType.DOUBLE : ValueType.DOUBLE_LIST;
    }
  }

  /**
   * One number of a list.
   *
   * @param list of type DOUBLE_LIST
   * @param index from 0, within the list
   */
  record Element(Expression list, int index) implements Expression {
    @Override
    public ValueType type() {
      return ValueType.DOUBLE;
    }
  }

  /**
   * A list of structs with the same fields, one per row of expressions, sorted by a DOUBLE field
   * that is never NULL (ties keep the order given) and cut to a size: class probabilities, nearest
   * centroids.
   *
   * @param withheld a BOOLEAN; where it is TRUE the list is NULL
   */
  record StructList(
      List<String> fields,
      List<List<Expression>> rows,
      Ordering ordering,
      Optional<Expression> withheld)
      implements Expression {
    public StructList {
      fields = List.copyOf(fields);
      rows = rows.stream().map(List::copyOf).toList();
    }

    /** A list that is never NULL. */
    public StructList(List<String> fields, List<List<Expression>> rows, Ordering ordering) {
      this(fields, rows, ordering, Optional.empty());
    }

    /** The same list, NULL where a condition is TRUE. */
    public StructList withheldWhere(Expression condition) {
      return new StructList(fields, rows, ordering, Optional.of(condition));
    }

    @Override
    public ValueType type() {
      return ValueType.STRUCT_LIST;
    }
  }

  /**
   * Texts put together, a separator between them; those that are NULL are left out, and where all
   * are the text is NULL.
   *
   * @param parts of type VARCHAR, none of them empty
   */
  record Joined(String separator, List<Expression> parts) implements Expression {
    public Joined {
      parts = List.copyOf(parts);
    }

    @Override
    public ValueType type() {
      return ValueType.VARCHAR;
    }
  }

  /**
   * A value for the rows that are not refused. A row for which a condition is TRUE makes the whole
   * statement fail with what the first such condition says; in a kernel by a {@link
   * RefusedRowException}.
   */
  record Accepted(List<Refusal> refusals, Expression value) implements Expression {
    public Accepted {
      refusals = List.copyOf(refusals);
    }

    @Override
    public ValueType type() {
      return value.type();
    }
  }

  /**
   * What refuses a row.
   *
   * @param condition of type BOOLEAN
   * @param reason said to the user
   * @param seen said after it, the value that was refused: a text or a number, written as the
   *     engine at work writes it
   */
  record Refusal(Expression condition, String reason, Optional<Expression> seen) {}

  /**
   * How a {@link StructList} is sorted and cut: by {@code field}, at most {@code limit} elements.
   *
   * @param absolute whether its sign is left out of account
   */
  record Ordering(String field, boolean descending, int limit, boolean absolute) {
    public Ordering(String field, boolean descending, int limit) {
      this(field, descending, limit, false);
    }
  }
}
