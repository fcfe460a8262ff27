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
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.sql.SqlDialect;

/**
 * What a model does to the columns of a query before anything else: its TRANSFORM clause, and what
 * is done of itself to columns that are no scalars.
 *
 * @param inputs the raw columns it reads
 * @param outputs the columns it makes, in order; the label is one that passes through
 * @param features the columns that a model learns from, each made of an output
 */
public record Transformation(List<Input> inputs, List<Output> outputs, List<Piece> features) {
  public Transformation {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    features = List.copyOf(features);
  }

  /** A raw column; the type is empty where the model takes it as the warehouse has it. */
  public record Input(String name, Optional<ValueType> type) {}

  /** A column that is made. */
  public record Output(String name, Template template) {
    /** As people read it, with what the fit found: {@code z = ML.STANDARD_SCALER(x) ...}. */
    public String shown() {
      return name + " = " + TemplateText.of(template);
    }
  }

  /**
   * What a model takes of an output.
   *
   * @param name of the feature
   * @param output which one, counted from 0
   */
  public record Piece(String name, int output, Part part) {}

  /** Which part of an output. */
  public sealed interface Part {}

  /** All of it. */
  public record Whole() implements Part {}

  /** A field of a STRUCT. */
  public record Field(String name) implements Part {}

  /** An element of a list, counted from 1; NULL beyond its end. */
  public record Element(int place) implements Part {}

  /** The value at an index of a sparse list of (index, value); 0 where it has none. */
  public record Sparse(int index) implements Part {}

  /** Whether the list of texts has a text: 1 or 0. */
  public record Holds(String text) implements Part {}

  /** Whether a category has a text, or is NULL when the text is empty: 1 or 0. */
  public record Level(Optional<String> text) implements Part {}

  /**
   * A part of a point in time: year, month, day, hour and so on, as DuckDB's date_part names it.
   */
  public record TimePart(String unit) implements Part {}

  /**
   * The aggregates to be found next; once they are, those of functions around them can be.
   *
   * @param argument makes of an expression over the raw columns what stands for it
   */
  public List<String> aggregates(SqlDialect dialect, UnaryOperator<String> argument) {
    return outputs.stream()
        .flatMap(o -> o.template().aggregates(dialect, argument).stream())
        .toList();
  }

  /** Whether anything must still be found of all rows. */
  public boolean isOpen() {
    return outputs.stream().anyMatch(o -> o.template().isOpen());
  }

  /** The same with the values of {@link #aggregates}. */
  public Transformation with(List<Parameter> values, SqlDialect dialect) {
    Iterator<Parameter> next = values.iterator();
    return mapped(template -> template.with(next, dialect));
  }

  /** The same for looking at its types alone: see {@link Template#settled}. */
  public Transformation settled(SqlDialect dialect) {
    return mapped(template -> template.settled(dialect));
  }

  private Transformation mapped(UnaryOperator<Template> change) {
    List<Output> changed = new ArrayList<>();
    for (Output output : outputs) {
      changed.add(new Output(output.name(), change.apply(output.template())));
    }
    return new Transformation(inputs, changed, features);
  }

  public Transformation withFeatures(List<Piece> pieces) {
    return new Transformation(inputs, outputs, pieces);
  }

  /** The feature that is a raw column as it is; empty where there is none. */
  public Optional<String> untouched(Input input, SqlDialect dialect) {
    return features.stream()
        .filter(piece -> piece.part() instanceof Whole)
        .filter(piece -> outputs.get(piece.output()).template().isColumn(input.name(), dialect))
        .map(Piece::name)
        .findFirst();
  }

  /** A feature's text, over the raw columns. */
  public String sql(Piece piece, SqlDialect dialect) {
    Template template = outputs.get(piece.output()).template();
    return piece.part() instanceof Whole
        ? template.feature(dialect)
        : of(piece, template.sql(dialect), dialect);
  }

  /**
   * A part of an output.
   *
   * @param output its text, such as the name of a column that holds it
   */
  public String of(Piece piece, String output, SqlDialect dialect) {
    return switch (piece.part()) {
      case Whole w -> output;
      case Field f -> "struct_extract(%s, %s)".formatted(output, dialect.string(f.name()));
      case Element e -> "list_extract(%s, %d)".formatted(output, e.place());
      case Sparse s when outputs.get(piece.output()).template().isCategory() ->
          "CASE WHEN list_extract(%1$s, 1).index = %2$d THEN list_extract(%1$s, 1).value ELSE %3$s END"
              .formatted(output, s.index(), dialect.number(0.0));
      case Sparse s ->
          ("coalesce(list_extract(list_transform(list_filter(%s, lambda __e: __e.index = %d),"
                  + " lambda __e: __e.value), 1), 0)")
              .formatted(output, s.index());
      case Holds h ->
          "CASE WHEN list_contains(%s, %s) THEN %s ELSE %s END"
              .formatted(
                  output, dialect.string(h.text()), dialect.number(1.0), dialect.number(0.0));
      case Level l -> {
        String text = "CAST(%s AS %s)".formatted(output, dialect.type(ValueType.VARCHAR));
        String is = l.text().map(t -> text + " = " + dialect.string(t)).orElse(text + " IS NULL");
        yield "CASE WHEN %s THEN %s ELSE %s END"
            .formatted(is, dialect.number(1.0), dialect.number(0.0));
      }
      case TimePart t -> "date_part(%s, %s)".formatted(dialect.string(t.unit()), output);
    };
  }
}
