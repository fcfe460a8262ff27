/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import java.util.List;
import java.util.Optional;
import org.insitu.udf.expression.Expression.ComparisonOperator;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Expression.MathFunction;
import org.insitu.udf.expression.ValueType;

/**
 * How a warehouse spells things. The methods here write standard SQL; a warehouse's dialect
 * overrides what differs and says why.
 *
 * <p>Every text answered stands by itself: it is a name, a literal, a call, a CASE or has its
 * parentheses, so that texts can be put together without thinking of precedence.
 */
public abstract class SqlDialect {

  /** The warehouse's name for messages. */
  public abstract String name();

  /** The name of a type, as in CAST. */
  public abstract String type(ValueType type);

  /**
   * An identifier, quoted, whatever characters it has.
   *
   * @throws IllegalArgumentException for a name that no quoting can express: empty, with a NUL, or
   *     not Unicode
   */
  public String quoteIdentifier(String name) {
    if (name.isEmpty() || name.indexOf(0) >= 0) {
      throw new IllegalArgumentException("identifier: empty or with a NUL character");
    }
    return '"' + requireUnicode(name).replace("\"", "\"\"") + '"';
  }

  /**
   * A character string.
   *
   * @throws IllegalArgumentException when the text is not Unicode (an unpaired surrogate)
   */
  public String string(String value) {
    return "'" + requireUnicode(value).replace("'", "''") + "'";
  }

  /** A DOUBLE that reads back as the same bits: shortest digits, always with an exponent. */
  public String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      String name = Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
      return "CAST('" + name + "' AS " + type(ValueType.DOUBLE) + ")";
    }
    String digits = Double.toString(value);
    String text = digits.indexOf('E') >= 0 ? digits : digits + "E0";
    return text.startsWith("-") ? "(" + text + ")" : text;
  }

  /** A FLOAT. */
  public String number(float value) {
    return cast(number((double) value), ValueType.DOUBLE, ValueType.FLOAT, Facts.PRESENT);
  }

  /**
   * A number for a function's argument, a NaN for NULL: a function would answer NULL for NULL.
   *
   * @param facts of the number
   */
  String nanForNull(String number, Facts facts) {
    return facts.mayBeNull() ? "COALESCE(" + number + ", " + number(Double.NaN) + ")" : number;
  }

  /** A BIGINT; a bare number would be of a smaller type. */
  public String number(long value) {
    return "CAST(" + value + " AS " + type(ValueType.BIGINT) + ")";
  }

  /** A constant of any type, NULL included. */
  public final String literal(Literal literal) {
    Object value = literal.value();
    if (value == null) {
      return nullOf(literal.type());
    }
    return switch (literal.type()) {
      case BOOLEAN -> (Boolean) value ? "TRUE" : "FALSE";
      case BIGINT -> number(((Number) value).longValue());
      case FLOAT -> number(((Number) value).floatValue());
      case DOUBLE -> number(((Number) value).doubleValue());
      case VARCHAR -> string((String) value);
      case DATE, TIMESTAMP ->
          "CAST(" + string((String) value) + " AS " + type(literal.type()) + ")";
      case DOUBLE_LIST, STRUCT_LIST ->
          throw new IllegalArgumentException("literal type: " + literal.type());
    };
  }

  /** A NULL that has a type. */
  public String nullOf(ValueType type) {
    return "CAST(NULL AS " + type(type) + ")";
  }

  /**
   * A conversion.
   *
   * @param facts what is known of the operand
   */
  public String cast(String operand, ValueType from, ValueType to, Facts facts) {
    return "CAST(" + operand + " AS " + type(to) + ")";
  }

  /** Whether a number is NaN; NULL may be answered for NULL. */
  public abstract String isNaN(String operand);

  /** Whether a value is missing: NULL or NaN; never NULL. */
  public String isMissing(String operand, Facts facts) {
    if (!facts.mayBeNaN()) {
      return "(" + operand + " IS NULL)";
    }
    return facts.mayBeNull()
        ? "(" + operand + " IS NULL OR " + isNaN(operand) + ")"
        : isNaN(operand);
  }

  /** The operand, or another value when it is missing. */
  public String presentOr(String operand, Facts facts, String otherwise) {
    return facts.mayBeNaN()
        ? "CASE WHEN %s THEN %s ELSE %s END"
            .formatted(isMissing(operand, facts), otherwise, operand)
        : "COALESCE(" + operand + ", " + otherwise + ")";
  }

  /**
   * A comparison as IEEE wants it; facts tell which operand may be NaN. The standard leaves NaN
   * open; here the warehouse compares like IEEE itself.
   */
  public String compare(
      ComparisonOperator operator, String left, Facts leftFacts, String right, Facts rightFacts) {
    return "(" + left + " " + symbol(operator) + " " + right + ")";
  }

  /** A mathematical function of DOUBLEs with IEEE's results. */
  public String call(MathFunction function, List<String> arguments, List<Facts> facts) {
    String all = String.join(", ", arguments);
    return function.name() + "(" + all + ")";
  }

  /**
   * A list of structs, sorted and cut.
   *
   * @param rows texts of the fields, row by row
   * @param keys for each row the DOUBLE to sort by; NaN is greater than every number, ties keep
   *     their order
   * @param limit the most elements to keep
   */
  public abstract String structList(
      List<String> fields,
      List<List<String>> rows,
      List<String> keys,
      boolean descending,
      int limit);

  /**
   * The numbers that a kernel's function answers with, as a list. Where a function can answer with
   * a list this is the call itself.
   *
   * @param call of the function
   */
  public abstract String numbers(String call);

  /** One number of a list, counted from 0. */
  public abstract String element(String list, int index);

  /** A list of structs in the order given, for constants: texts of the fields, row by row. */
  public abstract String structConstants(List<String> fields, List<List<String>> rows);

  /** A struct, for constants: texts of the fields. */
  public abstract String structConstant(List<String> fields, List<String> values);

  /** The name of the type of a struct, as in CAST. */
  public abstract String structType(List<String> fields, List<ValueType> types);

  /**
   * One of some numbers, by the place of a text among keys that differ; empty where the warehouse
   * has nothing faster than comparisons.
   *
   * @param otherwise for NULL and for a text that is not among them
   */
  public Optional<String> numberByKey(
      String key, List<String> keys, List<String> numbers, String otherwise) {
    return Optional.empty();
  }

  /**
   * One of some structs of numbers, by the place of a text among keys that differ; empty where the
   * warehouse has nothing for it.
   *
   * @param rows the numbers of each key
   * @param missing the numbers for NULL
   * @param unseen the numbers for a text that is not among the keys
   */
  public Optional<String> structByKey(
      String key,
      List<String> keys,
      List<String> fields,
      List<List<String>> rows,
      List<String> missing,
      List<String> unseen) {
    return Optional.empty();
  }

  /** A field of a struct. */
  public String field(String struct, String field) {
    return "(" + struct + ")." + quoteIdentifier(field);
  }

  /** The name of the type of a list of structs, as in CAST. */
  public abstract String structListType(List<String> fields, List<ValueType> types);

  /** Texts with a separator between those that are not NULL; NULL where all are. */
  public String joined(String separator, List<String> texts) {
    return "NULLIF(CONCAT_WS(" + string(separator) + ", " + String.join(", ", texts) + "), '')";
  }

  /** A call that makes the statement fail with a message. */
  public abstract String fail(String message);

  /** The same, a value after the message. */
  public abstract String fail(String message, String value);

  /** Whether {@code <} on text follows the code points, so that a look-up may search by halves. */
  public boolean ordersTextByCodePoint() {
    return false;
  }

  /** How deep an expression may nest. */
  public int nestingMax() {
    return 500;
  }

  /** The operator's sign. */
  protected static String symbol(ComparisonOperator operator) {
    return switch (operator) {
      case EQUAL -> "=";
      case NOT_EQUAL -> "<>";
      case LESS -> "<";
      case LESS_OR_EQUAL -> "<=";
      case GREATER -> ">";
      case GREATER_OR_EQUAL -> ">=";
    };
  }

  /** Answers the text, or throws when it has an unpaired surrogate and so no encoding. */
  protected static String requireUnicode(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new IllegalArgumentException("text: unpaired surrogate at character " + i);
      }
    }
    return text;
  }
}
