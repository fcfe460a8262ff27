/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.insitu.udf.expression.Expression.ComparisonOperator;
import org.insitu.udf.expression.Expression.MathFunction;
import org.insitu.udf.expression.ValueType;

/**
 * DuckDB, tried on 2.0.0. Its arithmetic is IEEE ({@code ieee_floating_point_ops} is on unless a
 * session turns it off), but NaN equals itself and is greater than every number.
 */
public final class DuckDbDialect extends SqlDialect {

  /**
   * Half way between the largest float and the next power of two: from here on float is infinite.
   */
  private static final double FLOAT_INFINITE = 0x1.ffffffp127;

  @Override
  public String name() {
    return "DuckDB";
  }

  @Override
  public String type(ValueType type) {
    return switch (type) {
      case BOOLEAN, BIGINT, FLOAT, DOUBLE, VARCHAR, DATE, TIMESTAMP -> type.name();
      case DOUBLE_LIST -> "DOUBLE[]";
      case STRUCT_LIST -> throw new IllegalArgumentException("type: STRUCT_LIST has no name");
    };
  }

  /** The parser stops at a NUL; {@code chr(0)} is one. */
  @Override
  public String string(String value) {
    if (value.indexOf(0) < 0) {
      return super.string(value);
    }
    List<String> parts = new ArrayList<>();
    for (String part : value.split("\0", -1)) {
      parts.add(super.string(part));
    }
    return "(" + String.join(" || chr(0) || ", parts) + ")";
  }

  /** A double out of the range of FLOAT is an error in CAST; it must become infinite. */
  @Override
  public String cast(String operand, ValueType from, ValueType to, Facts facts) {
    if (to != ValueType.FLOAT || from != ValueType.DOUBLE || !facts.mayExceedFloat()) {
      return super.cast(operand, from, to, facts);
    }
    return """
    COALESCE(TRY_CAST(%1$s AS FLOAT), CASE \
    WHEN %1$s >= %2$s THEN CAST('Infinity' AS FLOAT) \
    WHEN %1$s > 0 THEN CAST(%3$s AS FLOAT) \
    WHEN %1$s <= %4$s THEN CAST('-Infinity' AS FLOAT) \
    WHEN %1$s < 0 THEN CAST(%5$s AS FLOAT) END)\
    """
        .formatted(
            operand,
            number(FLOAT_INFINITE),
            number((double) Float.MAX_VALUE),
            number(-FLOAT_INFINITE),
            number((double) -Float.MAX_VALUE));
  }

  @Override
  public String isNaN(String operand) {
    return "isnan(" + operand + ")";
  }

  /** NaN is the greatest value and equal to itself here: where that matters it is shut out. */
  @Override
  public String compare(
      ComparisonOperator operator, String left, Facts leftFacts, String right, Facts rightFacts) {
    String plain = "(" + left + " " + symbol(operator) + " " + right + ")";
    boolean both = leftFacts.mayBeNaN() && rightFacts.mayBeNaN();
    return switch (operator) {
      case GREATER, GREATER_OR_EQUAL ->
          leftFacts.mayBeNaN() ? unlessNaN(left, plain, right, rightFacts, false) : plain;
      case LESS, LESS_OR_EQUAL ->
          rightFacts.mayBeNaN() ? unlessNaN(right, plain, left, leftFacts, false) : plain;
      case EQUAL -> both ? unlessNaN(left, plain, right, rightFacts, false) : plain;
      case NOT_EQUAL -> both ? unlessNaN(left, plain, right, rightFacts, true) : plain;
    };
  }

  /** The comparison, or what holds of NaN, but NULL where the other operand is. */
  private String unlessNaN(
      String operand, String plain, String other, Facts otherFacts, boolean ofNaN) {
    String isNaN = isNaN(operand);
    if (otherFacts.mayBeNull()) {
      return "CASE WHEN %s AND %s IS NOT NULL THEN %s ELSE %s END"
          .formatted(isNaN, other, ofNaN ? "TRUE" : "FALSE", plain);
    }
    return ofNaN ? "(" + plain + " OR " + isNaN + ")" : "(" + plain + " AND NOT " + isNaN + ")";
  }

  /** GREATEST and LEAST skip NULLs here. */
  @Override
  public String call(MathFunction function, List<String> arguments, List<Facts> facts) {
    String call =
        switch (function) {
          case EXP, LN, SQRT, ABS, FLOOR, GREATEST, LEAST -> super.call(function, arguments, facts);
          case POWER -> "pow(" + String.join(", ", arguments) + ")";
        };
    boolean skips = function == MathFunction.GREATEST || function == MathFunction.LEAST;
    List<String> nulls =
        IntStream.range(0, arguments.size())
            .filter(i -> facts.get(i).mayBeNull())
            .mapToObj(i -> arguments.get(i) + " IS NULL")
            .toList();
    return skips && !nulls.isEmpty()
        ? "CASE WHEN " + String.join(" OR ", nulls) + " THEN NULL ELSE " + call + " END"
        : call;
  }

  /**
   * Two elements are a CASE, three times as fast as a sort. More are sorted as structs whose first
   * field is the key and whose second breaks ties; those are then taken off.
   */
  @Override
  public String structList(
      List<String> fields,
      List<List<String>> rows,
      List<String> keys,
      boolean descending,
      int limit) {
    if (rows.size() == 2) {
      String swap = descending ? " > " : " < ";
      return "CASE WHEN "
          + keys.get(1)
          + swap
          + keys.get(0)
          + " THEN "
          + list(fields, rows.reversed().subList(0, Math.min(limit, 2)))
          + " ELSE "
          + list(fields, rows.subList(0, Math.min(limit, 2)))
          + " END";
    }
    if (rows.size() < 2) {
      return list(fields, rows.subList(0, Math.min(limit, rows.size())));
    }
    List<String> sortable = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      sortable.add(
          "{'__key': "
              + keys.get(i)
              + ", '__tie': "
              + (descending ? -i : i)
              + ", '__value': "
              + struct(fields, rows.get(i))
              + "}");
    }
    String order = descending ? "'DESC', 'NULLS LAST'" : "'ASC', 'NULLS LAST'";
    return "list_transform(list_sort([%s], %s)[1:%d], lambda __element: __element.__value)"
        .formatted(String.join(", ", sortable), order, limit);
  }

  /**
   * Its Java functions cannot answer with lists, so ours answers with the text of one, every number
   * with all the digits that tell it apart.
   */
  @Override
  public String numbers(String call) {
    return "CAST(" + call + " AS DOUBLE[])";
  }

  @Override
  public String element(String list, int index) {
    return list + "[" + (index + 1) + "]";
  }

  @Override
  public String structConstants(List<String> fields, List<List<String>> rows) {
    return list(fields, rows);
  }

  @Override
  public String structConstant(List<String> fields, List<String> values) {
    return struct(fields, values);
  }

  @Override
  public String structListType(List<String> fields, List<ValueType> types) {
    return structType(fields, types) + "[]";
  }

  @Override
  public String structType(List<String> fields, List<ValueType> types) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      items.add(quoteIdentifier(fields.get(i)) + " " + type(types.get(i)));
    }
    return "STRUCT(" + String.join(", ", items) + ")";
  }

  /** A cast to an ENUM hashes the text, and several look-ups of one key share it. */
  @Override
  public Optional<String> numberByKey(
      String key, List<String> keys, List<String> numbers, String otherwise) {
    List<String> places =
        IntStream.range(0, keys.size()).mapToObj(i -> number((double) i)).toList();
    String place = placeAmong(key, keys);
    String found =
        numbers.equals(places)
            ? "CAST(%s AS DOUBLE)".formatted(place)
            : "[%s][1 + %s]".formatted(String.join(", ", numbers), place);
    return Optional.of("coalesce(%s, %s)".formatted(found, otherwise));
  }

  /** From 0 on; NULL for a text that is not among the keys. */
  private String placeAmong(String key, List<String> keys) {
    String enumeration = keys.stream().map(this::string).collect(Collectors.joining(", "));
    return "enum_code(TRY_CAST(%s AS ENUM(%s)))".formatted(key, enumeration);
  }

  @Override
  public Optional<String> structByKey(
      String key,
      List<String> keys,
      List<String> fields,
      List<List<String>> rows,
      List<String> missing,
      List<String> unseen) {
    List<List<String>> all = new ArrayList<>(rows);
    all.add(unseen);
    String place = "coalesce(1 + %s, %d)".formatted(placeAmong(key, keys), all.size());
    if (!missing.equals(unseen)) {
      all.add(missing);
      place = "CASE WHEN %s IS NULL THEN %d ELSE %s END".formatted(key, all.size(), place);
    }
    return Optional.of(list(fields, all) + "[" + place + "]");
  }

  @Override
  public String field(String struct, String field) {
    return "struct_extract(" + struct + ", " + string(field) + ")";
  }

  @Override
  public String fail(String message) {
    return "error(" + string(message) + ")";
  }

  @Override
  public String fail(String message, String value) {
    return "error(concat(" + string(message) + ", " + value + "))";
  }

  @Override
  public boolean ordersTextByCodePoint() {
    return true;
  }

  /** Its {@code max_expression_depth} is 1,000; the rest is for the query around ours. */
  @Override
  public int nestingMax() {
    return 800;
  }

  private String list(List<String> fields, List<List<String>> rows) {
    return "[" + String.join(", ", rows.stream().map(row -> struct(fields, row)).toList()) + "]";
  }

  private String struct(List<String> fields, List<String> row) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      items.add(string(fields.get(i)) + ": " + row.get(i));
    }
    return "{" + String.join(", ", items) + "}";
  }
}
