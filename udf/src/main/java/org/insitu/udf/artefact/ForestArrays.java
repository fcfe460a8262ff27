/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.udf.model.Forest;

/** Forests as Arrow: a batch of roots and a batch of nodes, one row per node. */
final class ForestArrays {
  private static final ArrowType INT = new ArrowType.Int(32, true);
  private static final ArrowType FLOAT = new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
  private static final ArrowType DOUBLE =
      new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
  private static final List<Field> ROOTS = List.of(Field.notNullable("root", INT));

  private ForestArrays() {}

  private static List<Field> nodes(Forest forest) {
    return List.of(
        Field.notNullable("feature", INT),
        Field.notNullable("threshold", FLOAT),
        Field.notNullable("left", INT),
        Field.notNullable("right", INT),
        Field.notNullable("missing_left", new ArrowType.Bool()),
        Field.notNullable("value", type(forest.value())),
        Field.notNullable("gain", type(forest.gain())),
        Field.notNullable("cover", type(forest.cover())));
  }

  /** FLOAT where it holds every number, as it does of most libraries' trees. */
  private static ArrowType type(double[] values) {
    for (double value : values) {
      if (Double.compare((float) value, value) != 0) {
        return DOUBLE;
      }
    }
    return FLOAT;
  }

  static JsonNode write(Forest forest, ArrowArrays.Writer arrays) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("features", forest.features()).put("base_score", forest.baseScore());
    node.set(
        "roots",
        Lists.slice(arrays.add(ROOTS, forest.trees(), root -> fill(root, "root", forest.roots()))));
    node.set(
        "nodes",
        Lists.slice(arrays.add(nodes(forest), forest.nodes(), root -> fillNodes(root, forest))));
    return node;
  }

  static Forest read(JsonNode node, ArrowArrays.Reader arrays) {
    int[] roots = arrays.read(Lists.slice(node, "roots"), root -> ints(root, "root"));
    return arrays.read(
        Lists.slice(node, "nodes"),
        root ->
            new Forest(
                JsonFields.integer(node, "features"),
                roots,
                ints(root, "feature"),
                floats(root, "threshold"),
                ints(root, "left"),
                ints(root, "right"),
                booleans(root, "missing_left"),
                doubles(root, "value"),
                doubles(root, "gain"),
                doubles(root, "cover"),
                JsonFields.number(node, "base_score")));
  }

  private static void fillNodes(VectorSchemaRoot root, Forest forest) {
    fill(root, "feature", forest.feature());
    fill(root, "left", forest.left());
    fill(root, "right", forest.right());
    fill(root, "value", forest.value());
    fill(root, "gain", forest.gain());
    fill(root, "cover", forest.cover());
    Float4Vector threshold = Lists.vector(root.getVector("threshold"), Float4Vector.class);
    BitVector missingLeft = Lists.vector(root.getVector("missing_left"), BitVector.class);
    for (int i = 0; i < forest.nodes(); i++) {
      threshold.set(i, forest.threshold()[i]);
      missingLeft.set(i, forest.missingLeft()[i] ? 1 : 0);
    }
  }

  private static void fill(VectorSchemaRoot root, String column, int[] values) {
    IntVector vector = Lists.vector(root.getVector(column), IntVector.class);
    for (int i = 0; i < values.length; i++) {
      vector.set(i, values[i]);
    }
  }

  private static void fill(VectorSchemaRoot root, String column, double[] values) {
    if (root.getVector(column) instanceof Float4Vector floats) {
      for (int i = 0; i < values.length; i++) {
        floats.set(i, (float) values[i]);
      }
      return;
    }
    Float8Vector vector = Lists.vector(root.getVector(column), Float8Vector.class);
    for (int i = 0; i < values.length; i++) {
      vector.set(i, values[i]);
    }
  }

  private static int[] ints(VectorSchemaRoot root, String column) {
    IntVector vector = Lists.vector(root.getVector(column), IntVector.class);
    int[] values = new int[root.getRowCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = vector.get(i);
    }
    return values;
  }

  private static float[] floats(VectorSchemaRoot root, String column) {
    Float4Vector vector = Lists.vector(root.getVector(column), Float4Vector.class);
    float[] values = new float[root.getRowCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = vector.get(i);
    }
    return values;
  }

  private static double[] doubles(VectorSchemaRoot root, String column) {
    double[] values = new double[root.getRowCount()];
    if (root.getVector(column) instanceof Float4Vector floats) {
      for (int i = 0; i < values.length; i++) {
        values[i] = floats.get(i);
      }
      return values;
    }
    Float8Vector vector = Lists.vector(root.getVector(column), Float8Vector.class);
    for (int i = 0; i < values.length; i++) {
      values[i] = vector.get(i);
    }
    return values;
  }

  private static boolean[] booleans(VectorSchemaRoot root, String column) {
    BitVector vector = Lists.vector(root.getVector(column), BitVector.class);
    boolean[] values = new boolean[root.getRowCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = vector.get(i) != 0;
    }
    return values;
  }
}
