/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.fit.rows.ColumnKind;
import org.insitu.executor.train.family.Family.LevelColumns;
import org.insitu.executor.warehouse.Answer;
import org.insitu.executor.warehouse.Scalars;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.planner.bind.Columns;
import org.insitu.planner.rewrite.Expansion;
import org.insitu.planner.transform.TransformBinder;
import org.insitu.planner.transform.TransformSql;
import org.insitu.udf.expression.CodePointOrder;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.transform.Parameter;
import org.insitu.udf.transform.Transformation;
import org.insitu.udf.transform.Transformation.Output;
import org.insitu.udf.transform.Transformation.Part;
import org.insitu.udf.transform.Transformation.Piece;
import org.jspecify.annotations.Nullable;

/**
 * Fits a transformation: all its aggregates in one query over the training rows (one more for each
 * depth of functions that look at all rows inside of each other), then the features that a model
 * can take of its outputs.
 *
 * <p><b>Source:</b> BigQuery ML, "Automatic feature preprocessing": a STRUCT becomes its fields, a
 * TIMESTAMP its parts, a list of texts one 0/1 number per text, other lists one number per element.
 */
public final class TransformFit {
  /** A list stands for at most this many features. */
  private static final int ELEMENTS_MAX = 1_000;

  private static final List<String> TIME_PARTS =
      List.of("epoch", "year", "month", "day", "dayofweek", "hour", "minute");

  private final WarehouseConnection connection;
  private final SqlDialect dialect;
  private final LevelColumns levels;

  /**
   * @param levels which categories become numbers
   */
  TransformFit(WarehouseConnection connection, SqlDialect dialect, LevelColumns levels) {
    this.connection = connection;
    this.dialect = dialect;
    this.levels = levels;
  }

  /**
   * The transformation of a query without TRANSFORM that has columns which are no scalars, or
   * categories that become numbers.
   */
  public static Optional<Transformation> ofColumns(
      Columns columns, List<String> passed, LevelColumns levels, Expansion expansion) {
    return columns.fields().stream()
            .filter(field -> passed.stream().noneMatch(field.getName()::equalsIgnoreCase))
            .anyMatch(
                field ->
                    hasParts(field)
                        || (levels == LevelColumns.ALL
                            && ColumnKind.of(field) == ColumnKind.CATEGORY))
        ? Optional.of(TransformBinder.identity(columns, passed, expansion))
        : Optional.empty();
  }

  private static boolean hasParts(Field field) {
    return field.getDictionary() == null
        && switch (field.getType()) {
          case ArrowType.Timestamp t -> true;
          case ArrowType.Struct s -> true;
          case ArrowType.List l -> true;
          case ArrowType.FixedSizeList l -> true;
          default -> false;
        };
  }

  /**
   * Finds everything.
   *
   * @param training a query of the training rows
   * @param passed the label and the column that splits, which are no features
   */
  Transformation fit(Transformation unfitted, String training, List<String> passed) {
    Transformation fitted = unfitted;
    while (fitted.isOpen()) {
      fitted = fitted.with(parameters(fitted, training), dialect);
    }
    return fitted.withFeatures(pieces(fitted, training, passed, true));
  }

  /** The same before any row is read: without what lists become, windows for parameters. */
  Transformation expected(Transformation unfitted, String training, List<String> passed) {
    Transformation typed = unfitted.settled(dialect);
    return typed.withFeatures(pieces(typed, training, passed, false));
  }

  /** What can be found next, in one query. */
  private List<Parameter> parameters(Transformation unfitted, String training) {
    List<Parameter> parameters = new ArrayList<>();
    String sql = new TransformSql(unfitted, dialect).aggregates(training);
    try (Answer answer = connection.execute(sql, List.of())) {
      while (answer.next()) {
        VectorSchemaRoot batch = answer.batch();
        for (FieldVector vector :
            batch.getRowCount() > 0 ? batch.getFieldVectors() : List.<FieldVector>of()) {
          parameters.add(parameter(vector.getField(), vector.getObject(0)));
        }
      }
    }
    return parameters;
  }

  private static Parameter parameter(Field field, @Nullable Object value) {
    return switch (value) {
      case null -> new Parameter.Missing();
      case Integer days when field.getType() instanceof ArrowType.Date ->
          new Parameter.Text(LocalDate.ofEpochDay(days).toString());
      case Number n -> new Parameter.Num(n.doubleValue());
      case List<?> list
          when field.getChildren().getFirst().getType() instanceof ArrowType.FloatingPoint ->
          new Parameter.Numbers(list.stream().map(n -> ((Number) n).doubleValue()).toList());
      case List<?> list -> new Parameter.Texts(list.stream().map(String::valueOf).toList());
      default -> new Parameter.Text(value.toString());
    };
  }

  private List<Piece> pieces(
      Transformation transformation, String training, List<String> passed, boolean read) {
    List<Output> outputs = transformation.outputs();
    Schema schema =
        connection.describe(new TransformSql(transformation, dialect).outputs(training, outputs));
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      Output output = outputs.get(i);
      if (passed.stream().noneMatch(output.name()::equalsIgnoreCase)) {
        Field field = schema.getFields().get(i);
        for (Part part : parts(output, field, training, read)) {
          pieces.add(new Piece(name(output, part), i, part));
        }
      }
    }
    return pieces;
  }

  private List<? extends Part> parts(Output output, Field field, String training, boolean read) {
    if (output.template().isCategory()) {
      return read && levels != LevelColumns.NONE
          ? elements(output, field, training)
          : List.of(new Transformation.Whole());
    }
    if (ColumnKind.of(field) == ColumnKind.CATEGORY && read && levels == LevelColumns.ALL) {
      return levels(output, training);
    }
    if (ColumnKind.of(field) != ColumnKind.OTHER) {
      return List.of(new Transformation.Whole());
    }
    return switch (field.getType()) {
      case ArrowType.Timestamp t -> TIME_PARTS.stream().map(Transformation.TimePart::new).toList();
      case ArrowType.Struct s ->
          field.getChildren().stream().map(c -> new Transformation.Field(c.getName())).toList();
      case ArrowType.List l -> read ? elements(output, field, training) : List.of();
      case ArrowType.FixedSizeList l -> read ? elements(output, field, training) : List.of();
      default -> List.of(new Transformation.Whole());
    };
  }

  private List<? extends Part> elements(Output output, Field field, String training) {
    Field element = field.getChildren().getFirst();
    int width = output.template().width(dialect);
    if (width >= 0) {
      int first = output.template().isCategory() && !hasOthers(output, training) ? 1 : 0;
      return range(output, width).stream()
          .skip(first)
          .map(i -> new Transformation.Sparse(i))
          .toList();
    }
    return switch (ColumnKind.of(element)) {
      case NUMBER ->
          range(output, longest(output, training)).stream()
              .map(i -> new Transformation.Element(i + 1))
              .toList();
      case CATEGORY -> texts(output, training);
      case OTHER -> List.of(new Transformation.Whole());
    };
  }

  /** Whether a row of training has none of the categories that an encoder tells apart. */
  private boolean hasOthers(Output output, String training) {
    return Scalars.count(
            connection,
            "SELECT count(*) FROM (\n%s\n) AS raw WHERE list_extract(%s, 1).index = 0"
                .formatted(training, output.template().sql(dialect)))
        > 0;
  }

  private List<Integer> range(Output output, int size) {
    if (size > ELEMENTS_MAX) {
      throw InsituException.of(
              ErrorCode.TOO_MANY_CATEGORIES,
              "The list '%s' stands for %d features (allowed: <= %d)."
                  .formatted(output.name(), size, ELEMENTS_MAX))
          .hint("Give the function a smaller top_k, or select the elements that matter.");
    }
    List<Integer> range = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      range.add(i);
    }
    return range;
  }

  private int longest(Output output, String training) {
    return (int)
        Scalars.count(
            connection,
            "SELECT coalesce(max(len(%s)), 0) FROM (\n%s\n) AS raw"
                .formatted(output.template().sql(dialect), training));
  }

  /** The values of a category in training, NULL last where there was one. */
  private List<Transformation.Level> levels(Output output, String training) {
    List<Transformation.Level> levels = new ArrayList<>();
    TreeSet<String> texts = new TreeSet<>(CodePointOrder.INSTANCE);
    boolean missing = false;
    for (@Nullable Object value : distinct(output.template().sql(dialect), training)) {
      if (value == null) {
        missing = true;
      } else {
        texts.add(value.toString());
      }
    }
    if (texts.size() > ELEMENTS_MAX) {
      throw InsituException.of(
              ErrorCode.TOO_MANY_CATEGORIES,
              "Column '%s' has more categories than can be columns of 0 and 1 (allowed: <= %d)."
                  .formatted(output.name(), ELEMENTS_MAX))
          .hint("Leave CATEGORY_ENCODING_METHOD out, or keep the frequent ones in the query.");
    }
    texts.forEach(text -> levels.add(new Transformation.Level(Optional.of(text))));
    if (missing) {
      levels.add(new Transformation.Level(Optional.empty()));
    }
    return levels;
  }

  private List<Transformation.Holds> texts(Output output, String training) {
    TreeSet<String> texts = new TreeSet<>(CodePointOrder.INSTANCE);
    String each = "unnest(%s)".formatted(output.template().sql(dialect));
    for (@Nullable Object value : distinct(each, training)) {
      Optional.ofNullable(value).ifPresent(text -> texts.add(text.toString()));
    }
    range(output, texts.size());
    return texts.stream().map(Transformation.Holds::new).toList();
  }

  /** The texts that an expression has, NULL among them; more than are allowed if there are more. */
  private List<@Nullable Object> distinct(String expression, String training) {
    String sql =
        "SELECT DISTINCT CAST(%s AS VARCHAR) FROM (\n%s\n) AS raw LIMIT %d"
            .formatted(expression, training, ELEMENTS_MAX + 2);
    List<@Nullable Object> values = new ArrayList<>();
    Scalars.rows(connection, sql).forEach(row -> values.add(row.getFirst()));
    return values;
  }

  private String name(Output made, Part part) {
    String output = made.name();
    return switch (part) {
      case Transformation.Sparse s when made.template().isCategory() ->
          output
              + (s.index() == 0
                  ? " of others"
                  : "_" + made.template().vocabulary(dialect).get(s.index() - 1));
      case Transformation.Level l -> output + l.text().map(text -> "_" + text).orElse(" IS NULL");
      case Transformation.Whole w -> output;
      case Transformation.Field f -> output + "_" + f.name();
      case Transformation.Element e -> output + "_" + e.place();
      case Transformation.Sparse s -> output + "_" + s.index();
      case Transformation.Holds h -> output + "_" + h.text();
      case Transformation.TimePart t -> output + "_" + t.unit();
    };
  }
}
