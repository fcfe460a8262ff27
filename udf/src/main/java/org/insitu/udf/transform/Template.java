/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.insitu.udf.sql.SqlDialect;

/**
 * An expression over raw columns: the warehouse's own text with preprocessing calls in it.
 *
 * @param parts put together without anything between them
 */
public record Template(List<Part> parts) {
  public Template {
    parts = List.copyOf(parts);
  }

  /** A piece of an expression. */
  public sealed interface Part {}

  /** Text as the user wrote it. */
  public record Text(String sql) implements Part {}

  /**
   * A call.
   *
   * @param function its name without {@code ML.}, upper case
   * @param arguments the data arguments
   * @param constants the others
   * @param parameters what a fit found, one per aggregate; none before it, or for functions of one
   *     row
   */
  public record Call(
      String function, List<Given> arguments, List<Constant> constants, List<Parameter> parameters)
      implements Part {
    public Call {
      arguments = List.copyOf(arguments);
      constants = List.copyOf(constants);
      parameters = List.copyOf(parameters);
    }

    Preprocessor preprocessor() {
      return Preprocessors.of(function, constants);
    }

    private List<Argument> rendered(SqlDialect dialect) {
      return arguments.stream()
          .map(given -> new Argument(given.name(), "(" + given.template().sql(dialect) + ")"))
          .toList();
    }

    private List<Known> known(SqlDialect dialect) {
      if (!parameters.isEmpty()) {
        return parameters.stream().<Known>map(Known.Frozen::new).toList();
      }
      return preprocessor()
          .aggregates(rendered(dialect), aggregate -> aggregate + " OVER ()", dialect)
          .stream()
          .<Known>map(Known.Window::new)
          .toList();
    }

    private String sql(SqlDialect dialect) {
      return preprocessor().sql(rendered(dialect), known(dialect), dialect);
    }
  }

  /**
   * A data argument.
   *
   * @param name of a field of a STRUCT; empty for others
   */
  public record Given(String name, Template template) {}

  /** A column of this name. */
  public static Template column(String quoted) {
    return new Template(List.of(new Text(quoted)));
  }

  /** Whether it is a column and nothing else. */
  public boolean isColumn(String name, SqlDialect dialect) {
    return parts.size() == 1
        && parts.getFirst() instanceof Text text
        && (text.sql().strip().equalsIgnoreCase(name)
            || text.sql().strip().equalsIgnoreCase(dialect.quoteIdentifier(name)));
  }

  /** What the user wrote of it, piece by piece. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Part part : parts) {
      switch (part) {
        case Text text -> texts.add(text.sql());
        case Call call -> call.arguments().forEach(given -> texts.addAll(given.template().texts()));
      }
    }
    return texts;
  }

  /** The expression; calls without parameters are windows over all rows. */
  public String sql(SqlDialect dialect) {
    StringBuilder sql = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Text text -> sql.append(text.sql());
        case Call call -> sql.append('(').append(call.sql(dialect)).append(')');
      }
    }
    return sql.toString();
  }

  /** What a model takes of it: see {@link Preprocessor#feature}. */
  public String feature(SqlDialect dialect) {
    return only()
        .filter(call -> call.preprocessor().isCategory())
        .map(
            call ->
                call.preprocessor().feature(call.rendered(dialect), call.known(dialect), dialect))
        .orElseGet(() -> sql(dialect));
  }

  /** Whether a model takes it as a category, though it is a list. */
  public boolean isCategory() {
    return only().filter(call -> call.preprocessor().isCategory()).isPresent();
  }

  /** How many numbers its sparse list stands for; -1 when it is none. */
  public int width(SqlDialect dialect) {
    return only().map(call -> call.preprocessor().width(call.known(dialect))).orElse(-1);
  }

  /** The one call that is all of it. */
  private Optional<Call> only() {
    List<Part> said =
        parts.stream().filter(p -> !(p instanceof Text t && t.sql().isBlank())).toList();
    return said.size() == 1 && said.getFirst() instanceof Call call
        ? Optional.of(call)
        : Optional.empty();
  }

  /**
   * The aggregates of all its calls that look at all rows, in order.
   *
   * @param argument makes of the text of an argument what stands for it
   */
  public List<String> aggregates(SqlDialect dialect, UnaryOperator<String> argument) {
    List<String> aggregates = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Call call) {
        call.arguments()
            .forEach(given -> aggregates.addAll(given.template().aggregates(dialect, argument)));
        if (call.preprocessor().isAnalytic()) {
          List<Argument> arguments =
              call.rendered(dialect).stream()
                  .map(a -> new Argument(a.name(), argument.apply(a.sql())))
                  .toList();
          aggregates.addAll(
              call.preprocessor().aggregates(arguments, UnaryOperator.identity(), dialect));
        }
      }
    }
    return aggregates;
  }

  /** The same with the values of {@link #aggregates}, taken in order. */
  public Template with(Iterator<Parameter> values, SqlDialect dialect) {
    List<Part> found = new ArrayList<>();
    for (Part part : parts) {
      found.add(
          switch (part) {
            case Text text -> text;
            case Call call -> with(call, values, dialect);
          });
    }
    return new Template(found);
  }

  private static Call with(Call call, Iterator<Parameter> values, SqlDialect dialect) {
    List<Given> arguments = new ArrayList<>();
    for (Given given : call.arguments()) {
      arguments.add(new Given(given.name(), given.template().with(values, dialect)));
    }
    int count =
        call.preprocessor()
            .aggregates(call.rendered(dialect), UnaryOperator.identity(), dialect)
            .size();
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parameters.add(values.next());
    }
    return new Call(call.function(), arguments, call.constants(), parameters);
  }

  /** Whether an argument of a call that looks at all rows has such a call in it. */
  public boolean isNested() {
    return parts.stream()
        .filter(Call.class::isInstance)
        .map(Call.class::cast)
        .anyMatch(
            call ->
                call.arguments().stream()
                    .anyMatch(
                        given ->
                            given.template().isNested()
                                || (call.preprocessor().isAnalytic()
                                    && given.template().isAnalytic())));
  }

  /** Whether any call looks at all rows. */
  public boolean isAnalytic() {
    return parts.stream()
        .anyMatch(
            part ->
                part instanceof Call call
                    && (call.preprocessor().isAnalytic()
                        || call.arguments().stream().anyMatch(g -> g.template().isAnalytic())));
  }
}
