/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.Traversal;
import org.insitu.udf.expression.ValueType;

/**
 * Writes programs as SQL for one warehouse.
 *
 * <p><b>Errors:</b> {@link SqlTooLargeException} when a text would pass the limits, {@code
 * IllegalArgumentException} for names or texts that SQL cannot hold.
 */
public final class SqlWriter {

  /** Longer expressions take warehouses seconds to plan. */
  private static final int CHARACTERS_MAX = 4_000_000;

  private final SqlDialect dialect;
  private final TreeForm form;
  private final int charactersMax;

  public SqlWriter(SqlDialect dialect, TreeForm form) {
    this(dialect, form, CHARACTERS_MAX);
  }

  /**
   * Makes a writer.
   *
   * @param charactersMax the most characters of one expression
   */
  public SqlWriter(SqlDialect dialect, TreeForm form, int charactersMax) {
    this.dialect = dialect;
    this.form = form;
    this.charactersMax = charactersMax;
  }

  /**
   * A query that answers with columns of a source and a program's outputs, one sub-select per
   * layer:
   *
   * <pre>{@code
   * SELECT "id", ("__s0" + 1.0E0) AS "predicted_y"
   * FROM (
   * SELECT "id", (2.0E0 * "__f0") AS "__s0"
   * FROM (
   * SELECT "id", COALESCE(CAST("x" AS DOUBLE), 0.5E0) AS "__f0"
   * FROM (
   * source
   * ) AS "__source"
   * ) AS "__layer1"
   * ) AS "__layer2"
   * }</pre>
   *
   * @param source a query, without a semicolon
   * @param keep the source's columns to answer with, before the outputs
   * @param inputs what stands for the columns that the program reads; one that is not here is the
   *     source's column of that name
   */
  public SqlText select(
      Program program, String source, List<String> keep, Map<String, InputColumn> inputs) {
    NaNGuards.Guarded guarded = prepare(program.pruned(), inputs);
    Program prepared = guarded.program();
    Map<String, KernelFunction> kernels = new LinkedHashMap<>();
    Layers layers = new Layers(keep);
    Scope scope = column -> input(column, inputs);
    String from = "(\n" + source + "\n) AS " + dialect.quoteIdentifier("__source");
    int depth = 0;
    for (List<Named> layer : prepared.layers()) {
      Map<Expression.Lookup, String> shared = new HashMap<>();
      if (depth > 0) {
        List<String> below = layers.carried(depth - 1, prepared);
        int carried = below.size();
        below.addAll(sharedLookups(layer, layers, shared));
        if (below.size() > carried) {
          String name = dialect.quoteIdentifier("__lookups" + depth);
          from = "(\n" + statement(below, from) + "\n) AS " + name;
        }
      }
      ExpressionWriter writer = writer(scope, kernels, shared);
      List<String> items = layers.carried(depth, prepared);
      for (Named column : layer) {
        ExpressionWriter.Written written = write(column, writer, guarded.nullOnly());
        items.add(written.sql() + " AS " + layers.define(column, written.facts()));
      }
      from =
          "(\n" + statement(items, from) + "\n) AS " + dialect.quoteIdentifier("__layer" + ++depth);
      scope = layers;
    }
    List<String> items = layers.kept();
    ExpressionWriter writer = writer(scope, kernels);
    for (Named output : prepared.outputs()) {
      items.add(
          writer.write(output.expression()).sql()
              + " AS "
              + dialect.quoteIdentifier(output.name()));
    }
    return new SqlText(statement(items, from), kernels);
  }

  /**
   * The columns that look-ups of a layer share, to be computed below it.
   *
   * @param shared told of the text of each look-up
   */
  private List<String> sharedLookups(
      List<Named> layer, Layers layers, Map<Expression.Lookup, String> shared) {
    List<String> items = new ArrayList<>();
    for (SharedLookups.Group group : SharedLookups.of(layer)) {
      Scope.Resolved key = layers.resolve(group.column());
      Optional<String> struct =
          key.type().equals(Optional.of(ValueType.VARCHAR))
              ? group.write(dialect, key.sql())
              : Optional.empty();
      if (struct.isPresent()) {
        if (struct.get().length() > charactersMax) {
          throw new SqlTooLargeException("characters of SQL", struct.get().length(), charactersMax);
        }
        String name = layers.free("__lookup" + items.size());
        items.add(struct.get() + " AS " + name);
        for (int i = 0; i < group.lookups().size(); i++) {
          String field = SharedLookups.Group.field(i);
          shared.put(group.lookups().get(i), dialect.field(name, field));
        }
      }
    }
    return items;
  }

  /**
   * One output as a scalar expression over the input's columns, the layers substituted. A value
   * used twice is written twice: engines find the common part again, but models of many classes
   * become long, and {@link #select} is their form.
   *
   * @param output the name of the output
   * @param inputs what stands for the columns that the program reads; one that is not here is the
   *     column of that name
   */
  public SqlText inline(Program program, String output, Map<String, InputColumn> inputs) {
    NaNGuards.Guarded guarded = prepare(program.only(List.of(output)), inputs);
    Program prepared = guarded.program();
    Map<String, KernelFunction> kernels = new LinkedHashMap<>();
    Map<String, Scope.Resolved> defined = new HashMap<>();
    Scope scope = column -> input(column, inputs);
    for (List<Named> layer : prepared.layers()) {
      ExpressionWriter writer = writer(scope, kernels);
      for (Named column : layer) {
        ExpressionWriter.Written written = write(column, writer, guarded.nullOnly());
        Optional<ValueType> type = Optional.of(column.expression().type());
        defined.put(column.name(), new Scope.Resolved(written.sql(), type, written.facts()));
      }
      scope = column -> find(defined, column);
    }
    Expression expression = prepared.outputs().getFirst().expression();
    return new SqlText(writer(scope, kernels).write(expression).sql(), kernels);
  }

  /** An expression over columns of the input. */
  public SqlText expression(Expression expression, Map<String, InputColumn> inputs) {
    return inline(new Program(List.of(), List.of(new Named("value", expression))), "value", inputs);
  }

  private NaNGuards.Guarded prepare(Program program, Map<String, InputColumn> inputs) {
    return NaNGuards.hoist(program, column -> input(column, inputs).facts().mayBeNaN());
  }

  private static ExpressionWriter.Written write(
      Named column, ExpressionWriter writer, Set<String> nullOnly) {
    return nullOnly.contains(column.name())
        ? writer.writeNullOnly((Expression.Case) column.expression())
        : writer.write(column.expression());
  }

  private ExpressionWriter writer(Scope scope, Map<String, KernelFunction> kernels) {
    return writer(scope, kernels, Map.of());
  }

  private ExpressionWriter writer(
      Scope scope, Map<String, KernelFunction> kernels, Map<Expression.Lookup, String> shared) {
    return new ExpressionWriter(dialect, scope, form, kernels, shared, charactersMax);
  }

  private static String statement(List<String> items, String from) {
    return "SELECT " + String.join(", ", items) + "\nFROM " + from;
  }

  private Scope.Resolved input(Expression.Column column, Map<String, InputColumn> inputs) {
    InputColumn input = inputs.get(column.name());
    if (input == null) {
      String sql = dialect.quoteIdentifier(column.name());
      return new Scope.Resolved(sql, Optional.empty(), Facts.UNKNOWN);
    }
    boolean floating =
        input.type().isEmpty()
            || input.type().get() == ValueType.DOUBLE
            || input.type().get() == ValueType.FLOAT;
    boolean wide = input.type().isEmpty() || input.type().get() == ValueType.DOUBLE;
    return new Scope.Resolved(input.sql(), input.type(), new Facts(true, floating, wide));
  }

  private static Scope.Resolved find(
      Map<String, Scope.Resolved> defined, Expression.Column column) {
    Scope.Resolved resolved = defined.get(column.name());
    if (resolved == null) {
      throw new IllegalArgumentException("column '" + column.name() + "' is in no layer");
    }
    return resolved;
  }

  /** The layers' columns beside the kept ones: named apart from them, carried up while needed. */
  private final class Layers implements Scope {
    private final List<String> keep;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Resolved> defined = new LinkedHashMap<>();

    Layers(List<String> keep) {
      this.keep = keep;
      keep.forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Resolved resolve(Expression.Column column) {
      return find(defined, column);
    }

    String define(Named column, Facts facts) {
      String sql = free(column.name());
      Optional<ValueType> type = Optional.of(column.expression().type());
      defined.put(column.name(), new Resolved(sql, type, facts));
      return sql;
    }

    /** A name, changed until nothing else has it. */
    String free(String wanted) {
      String name = wanted;
      while (!taken.add(name.toLowerCase(Locale.ROOT))) {
        name += "_";
      }
      return dialect.quoteIdentifier(name);
    }

    List<String> kept() {
      return new ArrayList<>(keep.stream().map(dialect::quoteIdentifier).toList());
    }

    /** The kept columns, and of the layers below a layer those that it or a later one reads. */
    List<String> carried(int layer, Program program) {
      Set<String> needed = new HashSet<>();
      for (List<Named> later : program.layers().subList(layer + 1, program.layers().size())) {
        later.forEach(column -> needed.addAll(Traversal.columns(column.expression())));
      }
      program.outputs().forEach(o -> needed.addAll(Traversal.columns(o.expression())));
      List<String> items = kept();
      defined.forEach(
          (name, resolved) -> {
            if (needed.contains(name)) {
              items.add(resolved.sql());
            }
          });
      return items;
    }
  }
}
