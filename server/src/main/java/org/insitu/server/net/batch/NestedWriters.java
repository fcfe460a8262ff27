/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net.batch;

import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;

/** Lists, maps and structs. */
final class NestedWriters {
  private NestedWriters() {}

  /** LIST and MAP with offsets of 4 bytes. */
  static ColumnWriter list(ColumnWriter element) {
    return (vector, from, count, plan) ->
        list(vector, Offsets.of32(vector.getOffsetBuffer()), element, from, count, plan);
  }

  /** LIST with offsets of 8 bytes. */
  static ColumnWriter largeList(ColumnWriter element) {
    return (vector, from, count, plan) ->
        list(vector, Offsets.of64(vector.getOffsetBuffer()), element, from, count, plan);
  }

  private static void list(
      FieldVector vector,
      Offsets offsets,
      ColumnWriter element,
      int from,
      int count,
      BatchPlan plan) {
    Bits.node(plan, vector, from, count);
    offsets.plan(from, count, plan);
    int first = Math.toIntExact(offsets.at(from, count));
    int values = Math.toIntExact(offsets.span(from, count));
    element.plan(vector.getChildrenFromFields().getFirst(), first, values, plan);
  }

  /** An array of one size: a LIST on the wire. */
  static ColumnWriter fixedSizeList(ColumnWriter element) {
    return (vector, from, count, plan) -> {
      Bits.node(plan, vector, from, count);
      int size = ((FixedSizeListVector) vector).getListSize();
      Offsets.planRegular(count, size, plan);
      FieldVector child = vector.getChildrenFromFields().getFirst();
      element.plan(child, Math.multiplyExact(from, size), Math.multiplyExact(count, size), plan);
    };
  }

  static ColumnWriter struct(List<ColumnWriter> fields) {
    return (vector, from, count, plan) -> {
      Bits.node(plan, vector, from, count);
      List<FieldVector> children = vector.getChildrenFromFields();
      for (int i = 0; i < children.size(); i++) {
        fields.get(i).plan(children.get(i), from, count, plan);
      }
    };
  }
}
