/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.ValueType;

/** How classes are shown: as names of columns and as values of the label's type. */
public final class ClassColumns {
  private ClassColumns() {}

  /**
   * The classes as legal column names, one per class and no two alike without regard to case.
   * Characters that are neither letters nor digits become {@code _}, a name that would begin with a
   * digit gets one in front (class {@code 0} is {@code _0}, as in BigQuery's confusion matrix), a
   * repeated one {@code _2}, {@code _3} … behind.
   */
  public static List<String> names(List<String> classes) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (String text : classes) {
      String legal = legal(text);
      String name = legal;
      for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
        name = legal + "_" + n;
      }
      names.add(name);
    }
    return names;
  }

  /** A class as a constant of the label's type. */
  public static Literal literal(String text, ValueType type) {
    Object value =
        switch (type) {
          case BOOLEAN -> Boolean.valueOf(text);
          case BIGINT -> Long.valueOf(text);
          case FLOAT -> Float.valueOf(text);
          case DOUBLE -> Double.valueOf(text);
          case VARCHAR, DATE, TIMESTAMP -> text;
          case DOUBLE_LIST, STRUCT_LIST ->
              throw new IllegalArgumentException("label type: " + type);
        };
    return new Literal(value, type);
  }

  private static String legal(String text) {
    StringBuilder name = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isLetterOrDigit(c) ? c : '_')
        .forEach(name::appendCodePoint);
    if (name.isEmpty() || Character.isDigit(name.codePointAt(0))) {
      name.insert(0, '_');
    }
    return name.toString();
  }
}
