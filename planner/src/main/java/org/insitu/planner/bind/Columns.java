/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.sql.InputColumn;
import org.insitu.udf.sql.SqlDialect;

/** The columns of a query, looked up without regard to case. */
public record Columns(List<Field> fields) {
  public Columns {
    fields = List.copyOf(fields);
  }

  public static Columns of(Schema schema) {
    return new Columns(schema.getFields());
  }

  /**
   * The one column of this name.
   *
   * @throws InsituException COLUMN_AMBIGUOUS when two have it
   */
  public Optional<Field> find(String name, Position position) {
    List<Field> found =
        fields.stream().filter(field -> field.getName().equalsIgnoreCase(name)).toList();
    if (found.size() > 1) {
      throw InsituException.of(
              ErrorCode.COLUMN_AMBIGUOUS,
              "The query has %d columns named '%s'.".formatted(found.size(), name))
          .at(position);
    }
    return found.stream().findFirst();
  }

  /** What stands for each of a model's features in SQL over these columns. */
  public Map<String, InputColumn> inputs(ModelFunction model, SqlDialect dialect) {
    Map<String, InputColumn> inputs = new HashMap<>();
    for (Feature feature : model.features()) {
      find(feature.name(), Position.NONE)
          .ifPresent(field -> inputs.put(feature.name(), input(field, dialect)));
    }
    return inputs;
  }

  private static InputColumn input(Field field, SqlDialect dialect) {
    return input(dialect.quoteIdentifier(field.getName()), field);
  }

  /** What stands in SQL for a column that is written so. */
  public static InputColumn input(String name, Field field) {
    return ExactTypes.of(field)
        .map(type -> InputColumn.of(name, type))
        .orElseGet(() -> InputColumn.of(name));
  }

  public List<String> names() {
    List<String> names = new ArrayList<>();
    fields.forEach(field -> names.add(field.getName()));
    return names;
  }

  /** The kind of value a column holds for a model; empty for what no model takes. */
  public static Optional<ValueType> valueType(Field field) {
    if (field.getDictionary() != null) {
      return Optional.of(ValueType.VARCHAR);
    }
    return switch (field.getType()) {
      case ArrowType.Bool b -> Optional.of(ValueType.BOOLEAN);
      case ArrowType.Int i -> Optional.of(ValueType.BIGINT);
      case ArrowType.FloatingPoint f -> Optional.of(ValueType.DOUBLE);
      case ArrowType.Decimal d -> Optional.of(ValueType.DOUBLE);
      case ArrowType.Utf8 u -> Optional.of(ValueType.VARCHAR);
      case ArrowType.LargeUtf8 u -> Optional.of(ValueType.VARCHAR);
      case ArrowType.Utf8View u -> Optional.of(ValueType.VARCHAR);
      case ArrowType.Date d -> Optional.of(ValueType.DATE);
      case ArrowType.Timestamp t -> Optional.of(ValueType.TIMESTAMP);
      default -> Optional.empty();
    };
  }
}
