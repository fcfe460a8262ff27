/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/** Lists of texts and numbers: short ones stand in the manifest, long ones in an Arrow stream. */
final class Lists {
  private static final int INLINE_MAX = 256;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Lists() {}

  static JsonNode texts(List<String> values, ArrowArrays.Writer arrays) {
    if (values.size() <= INLINE_MAX) {
      ArrayNode list = JSON.arrayNode();
      values.forEach(list::add);
      return list;
    }
    Field field = Field.notNullable("value", new ArrowType.Utf8());
    return slice(
        arrays.add(
            List.of(field),
            values.size(),
            root -> {
              VarCharVector vector = (VarCharVector) root.getVector("value");
              for (int i = 0; i < values.size(); i++) {
                vector.setSafe(i, values.get(i).getBytes(StandardCharsets.UTF_8));
              }
            }));
  }

  static JsonNode numbers(List<Double> values, ArrowArrays.Writer arrays) {
    if (values.size() <= INLINE_MAX) {
      ArrayNode list = JSON.arrayNode();
      values.forEach(list::add);
      return list;
    }
    ArrowType type = new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
    return slice(
        arrays.add(
            List.of(Field.notNullable("value", type)),
            values.size(),
            root -> {
              Float8Vector vector = (Float8Vector) root.getVector("value");
              for (int i = 0; i < values.size(); i++) {
                vector.set(i, values.get(i));
              }
            }));
  }

  static List<String> texts(JsonNode node, String field, ArrowArrays.Reader arrays) {
    if (!node.path(field).isObject()) {
      return JsonFields.list(node, field).stream().map(JsonNode::asText).toList();
    }
    return arrays.read(
        slice(node, field),
        root -> {
          VarCharVector vector = vector(root.getVector("value"), VarCharVector.class);
          List<String> values = new ArrayList<>();
          for (int i = 0; i < root.getRowCount(); i++) {
            values.add(new String(vector.get(i), StandardCharsets.UTF_8));
          }
          return values;
        });
  }

  static List<Double> numbers(JsonNode node, String field, ArrowArrays.Reader arrays) {
    if (!node.path(field).isObject()) {
      return JsonFields.list(node, field).stream().map(JsonFields::number).toList();
    }
    return arrays.read(
        slice(node, field),
        root -> {
          Float8Vector vector = vector(root.getVector("value"), Float8Vector.class);
          List<Double> values = new ArrayList<>();
          for (int i = 0; i < root.getRowCount(); i++) {
            values.add(vector.get(i));
          }
          return values;
        });
  }

  static JsonNode slice(ArrowArrays.Slice slice) {
    return JSON.objectNode().put("offset", slice.offset()).put("length", slice.length());
  }

  static ArrowArrays.Slice slice(JsonNode node, String field) {
    JsonNode slice = JsonFields.object(node, field);
    return new ArrowArrays.Slice(
        JsonFields.integer(slice, "offset"), JsonFields.integer(slice, "length"));
  }

  /** The vector as the class it must have. */
  static <V extends FieldVector> V vector(@Nullable FieldVector vector, Class<V> type) {
    if (!type.isInstance(vector)) {
      throw new ArtefactException(
          "arrays: " + vector + " (expected: a " + type.getSimpleName() + ")");
    }
    return type.cast(vector);
  }
}
