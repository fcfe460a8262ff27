/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.transform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.transform.Transformation;
import org.insitu.udf.transform.Transformation.Output;
import org.insitu.udf.transform.Transformation.Piece;
import org.insitu.udf.transform.Transformation.Whole;

/**
 * Queries that apply a transformation to a source of raw columns. An output of which several pieces
 * are taken is computed once, in a layer of its own.
 */
public final class TransformSql {
  private static final String OUTPUT = "__o";
  private static final String PIECE = "__t";
  private static final String ARGUMENT = "__x";

  private final Transformation transformation;
  private final SqlDialect dialect;
  private final TreeSet<Integer> shared;

  public TransformSql(Transformation transformation, SqlDialect dialect) {
    this.transformation = transformation;
    this.dialect = dialect;
    this.shared = shared(transformation);
  }

  /** What is applied. */
  public Transformation transformation() {
    return transformation;
  }

  /**
   * The one row of aggregates that are to be found; their arguments are computed in a layer below,
   * each once.
   */
  public String aggregates(String source) {
    Map<String, String> arguments = new LinkedHashMap<>();
    List<String> aggregates =
        transformation.aggregates(
            dialect,
            text ->
                arguments.computeIfAbsent(
                    text, t -> dialect.quoteIdentifier(ARGUMENT + arguments.size())));
    List<String> items = new ArrayList<>();
    arguments.forEach((text, name) -> items.add(text + " AS " + name));
    return "SELECT %s FROM (SELECT %s FROM (\n%s\n) AS raw) AS arguments"
        .formatted(String.join(", ", aggregates), String.join(", ", items), source);
  }

  /** The outputs under their names; ones that the source has no column for are left out. */
  public String outputs(String source, List<Output> outputs) {
    List<String> items = new ArrayList<>();
    for (Output output : outputs) {
      items.add(output.template().sql(dialect) + " AS " + dialect.quoteIdentifier(output.name()));
    }
    return "SELECT %s FROM (\n%s\n) AS raw".formatted(String.join(", ", items), source);
  }

  /**
   * What a fit reads: the features under their names, then columns that pass.
   *
   * @param passed the label and the column that splits, as the source names them
   */
  public String features(String source, List<String> passed) {
    List<String> items = new ArrayList<>();
    for (Piece piece : transformation.features()) {
      items.add(text(piece) + " AS " + dialect.quoteIdentifier(piece.name()));
    }
    passed.forEach(name -> items.add(dialect.quoteIdentifier(name)));
    return "SELECT %s FROM %s".formatted(String.join(", ", items), layer(source));
  }

  /**
   * The source's columns, and beside them the features under names that nobody else has.
   *
   * @param pieces the features that are needed; {@link #name} says what they are called
   */
  public String beside(String source, List<Piece> pieces) {
    List<String> items = new ArrayList<>(List.of("*"));
    for (Piece piece : pieces) {
      items.add(text(piece) + " AS " + name(piece));
    }
    return "SELECT %s FROM %s".formatted(String.join(", ", items), layer(source));
  }

  /** The quoted name of a feature's column in {@link #beside}. */
  public String name(Piece piece) {
    return dialect.quoteIdentifier(PIECE + transformation.features().indexOf(piece));
  }

  /** The source, with the outputs that several pieces are taken of beside its columns. */
  private String layer(String source) {
    String raw = "(\n" + source + "\n) AS raw";
    if (shared.isEmpty()) {
      return raw;
    }
    List<String> items = new ArrayList<>(List.of("*"));
    for (int output : shared) {
      items.add(
          transformation.outputs().get(output).template().sql(dialect)
              + " AS "
              + dialect.quoteIdentifier(OUTPUT + output));
    }
    return "(SELECT %s FROM %s) AS computed".formatted(String.join(", ", items), raw);
  }

  /** The outputs of which several pieces are taken. */
  private static TreeSet<Integer> shared(Transformation transformation) {
    Map<Integer, Integer> pieces = new TreeMap<>();
    transformation.features().forEach(piece -> pieces.merge(piece.output(), 1, Integer::sum));
    TreeSet<Integer> shared = new TreeSet<>();
    pieces.forEach(
        (output, count) -> {
          if (count > 1) {
            shared.add(output);
          }
        });
    return shared;
  }

  private String text(Piece piece) {
    return shared.contains(piece.output()) && !(piece.part() instanceof Whole)
        ? transformation.of(piece, dialect.quoteIdentifier(OUTPUT + piece.output()), dialect)
        : transformation.sql(piece, dialect);
  }
}
