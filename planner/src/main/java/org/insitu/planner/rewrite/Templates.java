/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.MlCall;
import org.insitu.parser.statement.SqlText;
import org.insitu.parser.text.Commas;
import org.insitu.parser.text.Span;
import org.insitu.parser.text.Tokens;
import org.insitu.udf.transform.Constant;
import org.insitu.udf.transform.Preprocessor;
import org.insitu.udf.transform.Preprocessors;
import org.insitu.udf.transform.Template;

/** Text with preprocessing calls in it, as {@link Template}s. */
public final class Templates {
  /** The most values that GENERATE_ARRAY makes. */
  private static final int GENERATED_MAX = 1_000;

  private Templates() {}

  /** A call in a query: a window over all rows where it looks at them. */
  static String query(MlCall.Preprocess call, boolean bare, Expansion expansion) {
    Template.Call made = call(call, expansion);
    refuseWindowsInWindows(call, made);
    refuseListsOfLists(call, made, expansion);
    String sql = new Template(List.of(made)).sql(expansion.dialect());
    return bare
        ? sql
            + " AS "
            + expansion.dialect().quoteIdentifier(call.function().toLowerCase(Locale.ROOT))
        : sql;
  }

  /** A fit finds what is inside first; in a query both would be windows. */
  private static void refuseWindowsInWindows(MlCall.Preprocess call, Template.Call made) {
    if (new Template(List.of(made)).isNested()) {
      throw wrong(call, "a function with OVER () inside of another one (expected: none)")
          .hint("Compute the inner one in a sub-query, or do both in TRANSFORM.");
    }
  }

  /**
   * A window over lists that are themselves made by functions over lists stops DuckDB 2.0 with an
   * internal error; a fit computes them in a layer below.
   */
  private static void refuseListsOfLists(
      MlCall.Preprocess call, Template.Call made, Expansion expansion) {
    boolean nested =
        made.arguments().stream()
            .anyMatch(given -> given.template().sql(expansion.dialect()).contains("lambda __"));
    if (call.over() && nested) {
      throw wrong(call, "its argument is made by another function over lists")
          .hint(
              "Compute it in a sub-query: ... OVER () FROM (SELECT ML.NGRAMS(...) AS tokens ...).");
    }
  }

  /** An expression of a TRANSFORM clause; models cannot be called in it. */
  public static Template of(SqlText text, Expansion expansion) {
    List<Template.Part> parts = new ArrayList<>();
    int done = 0;
    for (MlCall call : text.calls()) {
      add(text.text().substring(done, call.start()), parts);
      switch (call) {
        case MlCall.Preprocess preprocess -> parts.add(call(preprocess, expansion));
        case MlCall.TableFunction _, MlCall.Scalar _, MlCall.Named _ ->
            throw InsituException.of(
                    ErrorCode.TRANSFORM, "A model is called inside of preprocessing.")
                .at(call.position())
                .hint("Predict in the training query, and use the prediction as a column.");
      }
      done = call.end();
    }
    add(text.text().substring(done), parts);
    return new Template(parts);
  }

  private static void add(String text, List<Template.Part> parts) {
    if (!text.isEmpty()) {
      parts.add(new Template.Text(text));
    }
  }

  private static Template.Call call(MlCall.Preprocess call, Expansion expansion) {
    int data = Math.abs(Preprocessors.valueOf(call.function()).arity());
    if (call.arguments().size() < data) {
      throw wrong(
          call, "arguments: %d (expected: %d or more)".formatted(call.arguments().size(), data));
    }
    List<Template.Given> given = new ArrayList<>();
    for (SqlText argument : call.arguments().subList(0, data)) {
      given.addAll(given(call, argument, expansion));
    }
    List<Constant> constants = new ArrayList<>();
    for (SqlText argument : call.arguments().subList(data, call.arguments().size())) {
      constants.add(constant(argument, call.function()));
    }
    Template.Call made = new Template.Call(call.function(), given, constants, List.of());
    check(call, made, expansion);
    return made;
  }

  /** The constants must fit, and OVER () stand where it belongs. */
  private static void check(MlCall.Preprocess call, Template.Call made, Expansion expansion) {
    try {
      Preprocessor preprocessor = Preprocessors.of(call.function(), made.constants());
      Template whole = new Template(List.of(made));
      whole.sql(expansion.dialect());
      if (preprocessor.isAnalytic() != call.over()) {
        throw InsituException.of(
                ErrorCode.PREPROCESSING,
                preprocessor.isAnalytic()
                    ? "ML.%s looks at all rows and needs OVER ().".formatted(call.function())
                    : "ML.%s looks at one row and takes no OVER ().".formatted(call.function()))
            .at(call.position())
            .hint(
                preprocessor.isAnalytic()
                    ? "Write ML.%s(...) OVER ().".formatted(call.function())
                    : "Leave OVER () out.");
      }
    } catch (IllegalArgumentException e) {
      throw wrong(call, String.valueOf(e.getMessage())).causedBy(e);
    }
  }

  private static InsituException wrong(MlCall.Preprocess call, String what) {
    return InsituException.of(
            ErrorCode.PREPROCESSING, "ML.%s: %s.".formatted(call.function(), what))
        .at(call.position());
  }

  /** A data argument, or the fields of the STRUCT that it is. */
  private static List<Template.Given> given(
      MlCall.Preprocess call, SqlText argument, Expansion expansion) {
    if (Preprocessors.valueOf(call.function()).arity() >= 0) {
      return List.of(new Template.Given("", of(argument, expansion)));
    }
    Tokens tokens = Tokens.of(argument.text());
    if (!tokens.is(0, "STRUCT") || !tokens.is(1, '(')) {
      throw wrong(call, "the first argument is no STRUCT (expected: STRUCT(a, b AS c))");
    }
    List<Template.Given> fields = new ArrayList<>();
    for (Span field : Commas.split(tokens, new Span(2, tokens.closing(1, tokens.size())))) {
      fields.add(field(call, argument, tokens, field, expansion));
    }
    return fields;
  }

  private static Template.Given field(
      MlCall.Preprocess call, SqlText argument, Tokens tokens, Span field, Expansion expansion) {
    int last = field.to() - 1;
    boolean named = last > field.from() && tokens.is(last - 1, "AS");
    boolean column = tokens.afterPath(field.from()) == field.to();
    if (!named && !column) {
      throw wrong(call, "a field of STRUCT has no name (expected: expression AS name)");
    }
    int end = tokens.end(named ? last - 2 : last);
    return new Template.Given(
        tokens.name(last), of(argument.part(tokens.start(field.from()), end), expansion));
  }

  private static Constant constant(SqlText argument, String function) {
    Tokens tokens = Tokens.of(argument.text());
    return constant(tokens, new Span(0, tokens.size()), function, argument.position());
  }

  private static Constant constant(Tokens tokens, Span span, String function, Position position) {
    int first = span.from();
    boolean single = span.to() == first + 1;
    if (single && (tokens.is(first, "TRUE") || tokens.is(first, "FALSE"))) {
      return new Constant.Truth(tokens.is(first, "TRUE"));
    }
    switch (first < span.to() ? tokens.kind(first) : org.insitu.parser.text.Kind.UNENDED) {
      case STRING, DOUBLE_QUOTED -> {
        if (single) {
          String image = tokens.image(first);
          String quote = image.substring(0, 1);
          return new Constant.Text(
              image.substring(1, image.length() - 1).replace(quote + quote, quote));
        }
      }
      case NUMBER -> {
        if (single) {
          return new Constant.Num(Double.parseDouble(tokens.image(first)));
        }
      }
      default -> {
        if (tokens.is(first, '-') && span.to() == first + 2) {
          return negated(constant(tokens, new Span(first + 1, span.to()), function, position));
        }
        if (tokens.is(first, "GENERATE_ARRAY") && tokens.is(first + 1, '(')) {
          return generated(tokens, span, function, position);
        }
        if (tokens.is(first, "CAST")) {
          return infinity(tokens, span, function, position);
        }
        if (tokens.is(first, '[')) {
          List<Constant> values = new ArrayList<>();
          Span inside = new Span(first + 1, tokens.closing(first, span.to()));
          for (Span value : Commas.split(tokens, inside)) {
            values.add(constant(tokens, value, function, position));
          }
          return new Constant.Array(values);
        }
      }
    }
    throw notConstant(function, position);
  }

  /** {@code GENERATE_ARRAY(from, to [, step])}: BigQuery's way to write many points. */
  private static Constant generated(Tokens tokens, Span span, String function, Position position) {
    int closed = tokens.closing(span.from() + 1, span.to());
    List<Double> values = new ArrayList<>();
    for (Span value : Commas.split(tokens, new Span(span.from() + 2, closed))) {
      if (!(constant(tokens, value, function, position) instanceof Constant.Num number)) {
        throw notConstant(function, position);
      }
      values.add(number.value());
    }
    double step = values.size() == 3 ? values.get(2) : 1;
    if (closed != span.to() - 1 || values.size() < 2 || values.size() > 3 || step == 0) {
      throw notConstant(function, position);
    }
    double count = Math.floor((values.get(1) - values.get(0)) / step) + 1;
    if (!(count <= GENERATED_MAX)) {
      throw InsituException.of(
              ErrorCode.PREPROCESSING,
              "ML.%s: GENERATE_ARRAY makes %.0f values (expected: <= %d)."
                  .formatted(function, count, GENERATED_MAX))
          .at(position);
    }
    List<Constant> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(new Constant.Num(values.get(0) + i * step));
    }
    return new Constant.Array(made);
  }

  private static Constant negated(Constant constant) {
    return constant instanceof Constant.Num number ? new Constant.Num(-number.value()) : constant;
  }

  /** {@code CAST('+inf' AS FLOAT64)}: the one number that has no literal. */
  private static Constant infinity(Tokens tokens, Span span, String function, Position position) {
    String text = tokens.image(span.from() + 2).toLowerCase(Locale.ROOT);
    if (text.matches("'\\+?inf(inity)?'")) {
      return new Constant.Num(Double.POSITIVE_INFINITY);
    }
    throw notConstant(function, position);
  }

  private static InsituException notConstant(String function, Position position) {
    return InsituException.of(
            ErrorCode.PREPROCESSING,
            "ML.%s: an argument is no constant (expected: a number, text, TRUE, FALSE or an array)."
                .formatted(function))
        .at(position);
  }
}
