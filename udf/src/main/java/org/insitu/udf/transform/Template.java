/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import java.util.ArrayList;
import java.util.Collections;
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

    /** Whether it looks at all rows, and no fit has found yet what it must know of them. */
    private boolean isOpen() {
      return parameters.isEmpty() && preprocessor().isAnalytic();
    }

    /** Whether it is open, and everything inside of it is known. */
    private boolean isReady() {
      return isOpen() && arguments.stream().noneMatch(given -> given.template().isOpen());
    }

    private Call with(List<Given> given, List<Parameter> found) {
      return new Call(function, given, constants, found);
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

    /** How many aggregates it has. */
    private int count(SqlDialect dialect) {
      return preprocessor().aggregates(rendered(dialect), UnaryOperator.identity(), dialect).size();
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

  /** The texts that its sparse list counts from 1 on; none when it is none. */
  public List<String> vocabulary(SqlDialect dialect) {
    return only().flatMap(call -> call.known(dialect).getFirst().texts()).orElse(List.of());
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
   * The aggregates that can be found next: of its calls that look at all rows, in order, but for
   * those whose arguments wait for what is found for calls inside of them.
   *
   * @param argument makes of the text of an argument what stands for it
   */
  public List<String> aggregates(SqlDialect dialect, UnaryOperator<String> argument) {
    List<String> aggregates = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Call call) {
        call.arguments()
            .forEach(given -> aggregates.addAll(given.template().aggregates(dialect, argument)));
        if (call.isReady()) {
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
    return mapped(
        call -> {
          List<Given> arguments = given(call, argument -> argument.with(values, dialect));
          List<Parameter> found = new ArrayList<>(call.parameters());
          for (int i = call.isReady() ? call.count(dialect) : 0; i > 0; i--) {
            found.add(values.next());
          }
          return call.with(arguments, found);
        });
  }

  /**
   * The same, in which calls inside of others that look at all rows found nothing: windows cannot
   * stand in each other, and what is found does not change a type.
   */
  public Template settled(SqlDialect dialect) {
    return mapped(
        call ->
            call.with(
                given(
                    call,
                    argument ->
                        call.isOpen() ? argument.missing(dialect) : argument.settled(dialect)),
                call.parameters()));
  }

  private Template missing(SqlDialect dialect) {
    return mapped(
        call ->
            call.with(
                given(call, argument -> argument.missing(dialect)),
                call.isOpen()
                    ? Collections.nCopies(call.count(dialect), new Parameter.Missing())
                    : call.parameters()));
  }

  private Template mapped(UnaryOperator<Call> change) {
    List<Part> changed = new ArrayList<>();
    for (Part part : parts) {
      changed.add(
          switch (part) {
            case Text text -> text;
            case Call call -> change.apply(call);
          });
    }
    return new Template(changed);
  }

  private static List<Given> given(Call call, UnaryOperator<Template> change) {
    List<Given> arguments = new ArrayList<>();
    for (Given given : call.arguments()) {
      arguments.add(new Given(given.name(), change.apply(given.template())));
    }
    return arguments;
  }

  /** Whether anything must still be found of all rows. */
  public boolean isOpen() {
    return parts.stream()
        .anyMatch(
            part ->
                part instanceof Call call
                    && (call.isOpen()
                        || call.arguments().stream().anyMatch(g -> g.template().isOpen())));
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
  private boolean isAnalytic() {
    return parts.stream()
        .anyMatch(
            part ->
                part instanceof Call call
                    && (call.preprocessor().isAnalytic()
                        || call.arguments().stream().anyMatch(g -> g.template().isAnalytic())));
  }
}
