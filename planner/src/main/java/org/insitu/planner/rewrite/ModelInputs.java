/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.parser.error.Position;
import org.insitu.planner.bind.Columns;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.planner.transform.TransformSql;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.ModelPrograms;
import org.insitu.udf.sql.InputColumn;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.sql.SqlText;
import org.insitu.udf.transform.Transformation;
import org.insitu.udf.transform.Transformation.Piece;

/** What stands for a model's features, where it transforms the columns of a query first. */
final class ModelInputs {
  private ModelInputs() {}

  /** The columns that a caller must have, in the order of the training query. */
  static List<String> names(ModelVersion version) {
    return version
        .transformation()
        .map(t -> t.inputs().stream().map(Transformation.Input::name).toList())
        .orElseGet(() -> version.function().features().stream().map(Feature::name).toList());
  }

  /**
   * A query of a model's data with its features in it.
   *
   * @param sql the data, and what the model made of them beside it
   * @param inputs the column of {@code sql} for each feature
   */
  record Prepared(String sql, Map<String, InputColumn> inputs) {}

  /** The data of a query; its columns are those that were checked. */
  static Prepared prepared(ModelVersion version, String sql, Columns columns, Expansion expansion) {
    if (version.transformation().isEmpty()) {
      return new Prepared(sql, columns.inputs(version.function(), expansion.dialect()));
    }
    TransformSql transforming =
        new TransformSql(version.transformation().get(), expansion.dialect());
    List<Piece> pieces = pieces(version);
    String beside = transforming.beside(sql, pieces);
    List<Field> fields = expansion.describe(beside).getFields();
    Map<String, InputColumn> inputs = new LinkedHashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      Field field = fields.get(fields.size() - pieces.size() + i);
      inputs.put(pieces.get(i).name(), Columns.input(transforming.name(pieces.get(i)), field));
    }
    return new Prepared(beside, inputs);
  }

  /** What stands for the features in an expression over the columns around it. */
  static Map<String, InputColumn> inline(ModelVersion version, SqlDialect dialect) {
    Map<String, InputColumn> inputs = new LinkedHashMap<>();
    version
        .transformation()
        .ifPresent(
            t ->
                pieces(version)
                    .forEach(
                        piece ->
                            inputs.put(
                                piece.name(), InputColumn.of("(" + t.sql(piece, dialect) + ")"))));
    return inputs;
  }

  /** The data of one row of arguments, by the names of the columns that they stand for. */
  static Prepared ofArguments(
      ModelVersion version, Map<String, InputColumn> arguments, Expansion expansion) {
    // Two layers: an argument speaks of the columns around the call, of which one may have its
    // name.
    List<String> values = new ArrayList<>();
    List<String> named = new ArrayList<>();
    arguments.forEach(
        (name, argument) -> {
          String value = expansion.dialect().quoteIdentifier("__a" + values.size());
          values.add(argument.sql() + " AS " + value);
          named.add(value + " AS " + expansion.dialect().quoteIdentifier(name));
        });
    String row =
        "SELECT %s FROM (SELECT %s) AS arguments"
            .formatted(String.join(", ", named), String.join(", ", values));
    TransformSql transforming =
        new TransformSql(version.transformation().orElseThrow(), expansion.dialect());
    List<Piece> pieces = pieces(version);
    Map<String, InputColumn> inputs = new LinkedHashMap<>();
    pieces.forEach(piece -> inputs.put(piece.name(), InputColumn.of(transforming.name(piece))));
    return new Prepared(transforming.beside(row, pieces), inputs);
  }

  /** The pieces that can change an answer. */
  private static List<Piece> pieces(ModelVersion version) {
    Set<String> used =
        ModelPrograms.usedFeatures(version.function()).stream()
            .map(Feature::name)
            .collect(Collectors.toSet());
    return version.transformation().orElseThrow().features().stream()
        .filter(piece -> used.contains(piece.name()))
        .toList();
  }

  /** The outputs of a transformation that a source has the columns for. */
  static SqlText transformed(
      ModelVersion version, String sql, Columns columns, Expansion expansion) {
    Transformation transformation = version.transformation().orElseThrow();
    List<Transformation.Output> outputs =
        transformation.outputs().stream()
            .filter(
                output ->
                    !isPassed(output, transformation)
                        || columns.find(output.name(), Position.NONE).isPresent())
            .toList();
    return new SqlText(
        new TransformSql(transformation, expansion.dialect()).outputs(sql, outputs), Map.of());
  }

  /** Whether an output is no feature: the label, or the column that splits. */
  private static boolean isPassed(Transformation.Output output, Transformation transformation) {
    int index = transformation.outputs().indexOf(output);
    return transformation.features().stream().noneMatch(piece -> piece.output() == index);
  }
}
