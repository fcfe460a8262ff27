/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.PointFunction;
import org.insitu.udf.model.Points;

/** Functions of points as Arrow: a batch with a column per input and one of weights or targets. */
final class PointArrays {
  private static final ArrowType DOUBLE =
      new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
  private static final String VALUE = "value";

  private PointArrays() {}

  static JsonNode write(PointFunction function, ArrowArrays.Writer arrays) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode inputs = node.putArray("inputs");
    function.points().inputs().forEach(input -> inputs.add(input.name().toLowerCase(Locale.ROOT)));
    switch (function) {
      case PointFunction.BellSum sum -> {
        node.put("length_scale", sum.lengthScale()).put("bias", sum.bias());
        node.set("points", points(sum.points(), sum.weights(), arrays));
      }
      case PointFunction.Nearest nearest -> {
        node.put("distance", nearest.distance().name().toLowerCase(Locale.ROOT));
        node.put("count", nearest.count()).put("by_distance", nearest.byDistance());
        node.put("classes", nearest.classes());
        node.set("points", points(nearest.points(), nearest.targets(), arrays));
      }
    }
    return node;
  }

  static PointFunction.BellSum bellSum(JsonNode node, ArrowArrays.Reader arrays) {
    Read read = read(node, arrays);
    return new PointFunction.BellSum(
        read.points(),
        JsonFields.number(node, "length_scale"),
        JsonFields.number(node, "bias"),
        read.values());
  }

  static PointFunction.Nearest nearest(JsonNode node, ArrowArrays.Reader arrays) {
    Read read = read(node, arrays);
    return new PointFunction.Nearest(
        read.points(),
        JsonFields.constant(node, "distance", ModelFunction.Distance.class),
        JsonFields.integer(node, "count"),
        JsonFields.bool(node, "by_distance"),
        JsonFields.integer(node, "classes"),
        read.values());
  }

  private static JsonNode points(Points points, double[] values, ArrowArrays.Writer arrays) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < points.inputs().size(); i++) {
      fields.add(Field.notNullable("x" + i, DOUBLE));
    }
    fields.add(Field.notNullable(VALUE, DOUBLE));
    return Lists.slice(
        arrays.add(
            fields,
            points.rows(),
            root -> {
              for (int i = 0; i < points.inputs().size(); i++) {
                fill(root, "x" + i, points.coordinates(), i * points.rows(), points.rows());
              }
              fill(root, VALUE, values, 0, points.rows());
            }));
  }

  private static void fill(
      VectorSchemaRoot root, String column, double[] values, int from, int rows) {
    Float8Vector vector = Lists.vector(root.getVector(column), Float8Vector.class);
    for (int i = 0; i < rows; i++) {
      vector.set(i, values[from + i]);
    }
  }

  /** The coordinates and the last column. */
  @SuppressWarnings("ArrayRecordComponent") // handed on at once
  private record Read(Points points, double[] values) {}

  private static Read read(JsonNode node, ArrowArrays.Reader arrays) {
    List<Points.Input> inputs = new ArrayList<>();
    for (JsonNode input : JsonFields.list(node, "inputs")) {
      inputs.add(input(input.asText()));
    }
    return arrays.read(
        Lists.slice(node, "points"),
        root -> {
          int rows = root.getRowCount();
          double[] coordinates = new double[Math.multiplyExact(rows, inputs.size())];
          double[] values = new double[rows];
          for (int i = 0; i < inputs.size(); i++) {
            copy(root, "x" + i, coordinates, i * rows);
          }
          copy(root, VALUE, values, 0);
          return new Read(new Points(inputs, rows, coordinates), values);
        });
  }

  private static Points.Input input(String name) {
    return switch (name) {
      case "number" -> Points.Input.NUMBER;
      case "category" -> Points.Input.CATEGORY;
      default -> throw new ArtefactException("manifest: unknown input '" + name + "'");
    };
  }

  private static void copy(VectorSchemaRoot root, String column, double[] to, int at) {
    Float8Vector vector = Lists.vector(root.getVector(column), Float8Vector.class);
    for (int i = 0; i < root.getRowCount(); i++) {
      to[at + i] = vector.get(i);
    }
  }
}
