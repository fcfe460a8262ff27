/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BitVectorHelper;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.kernel.Values.Doubles;
import org.insitu.udf.kernel.Values.Lists;
import org.insitu.udf.kernel.Values.Longs;
import org.insitu.udf.kernel.Values.Structs;
import org.insitu.udf.kernel.Values.Texts;
import org.insitu.udf.kernel.Values.Truths;

/**
 * Writes lists of structs: all rows have as many elements, those that are NULL among them, so
 * offsets are multiples.
 */
final class ListWriter extends OutputWriter {
  private final Structs structs;
  private final List<Values> gathered = new ArrayList<>();
  private final List<OutputWriter> writers = new ArrayList<>();

  ListWriter(Structs structs) {
    this.structs = structs;
  }

  @Override
  protected void allocate(FieldVector vector, int rows) {
    ListVector list = (ListVector) vector;
    StructVector struct = (StructVector) list.getDataVector();
    int elements = Math.multiplyExact(rows, structs.size);
    list.setInitialCapacity(rows);
    list.allocateNew();
    struct.setInitialCapacity(elements);
    struct.allocateNew();
    ArrowBuf offsets = list.getOffsetBuffer();
    for (int i = 0; i <= rows; i++) {
      offsets.setInt((long) i * ListVector.OFFSET_WIDTH, i * structs.size);
    }
    list.getValidityBuffer().setOne(0, (rows + 7) / 8);
    struct.getValidityBuffer().setOne(0, (elements + 7) / 8);
    gathered.clear();
    writers.clear();
    for (int i = 0; i < struct.getChildrenFromFields().size(); i++) {
      FieldVector child = struct.getChildrenFromFields().get(i);
      Values values = like(structs.elements[0][i]);
      gathered.add(values);
      OutputWriter writer = OutputWriter.of(values, type(child));
      writer.open(child, elements);
      writers.add(writer);
    }
  }

  private static ValueType type(FieldVector vector) {
    return switch (vector.getField().getType()) {
      case ArrowType.Date _ -> ValueType.DATE;
      case ArrowType.FloatingPoint f when f.equals(OutputFields.type(ValueType.FLOAT)) ->
          ValueType.FLOAT;
      default -> ValueType.BIGINT; // the rest is decided by the kind of values alone
    };
  }

  private static Values like(Values values) {
    return switch (values) {
      case Doubles _ -> new Doubles();
      case Longs _ -> new Longs();
      case Truths _ -> new Truths();
      case Texts _ -> new Texts();
      case Lists _, Structs _ -> throw new IllegalArgumentException("lists in a list");
    };
  }

  @Override
  void write(int from, int count) {
    int elements = count * structs.size;
    for (int first = 0; first < elements; first += Values.BLOCK) {
      int size = Math.min(Values.BLOCK, elements - first);
      for (int field = 0; field < writers.size(); field++) {
        gather(field, first, size, gathered.get(field));
        writers.get(field).write(from * structs.size + first, size);
      }
    }
    ArrowBuf validity = vector().getValidityBuffer();
    for (int i = 0; structs.anyNull && i < count; i++) {
      if (structs.nulls[i]) {
        BitVectorHelper.unsetBit(validity, from + i);
      }
    }
  }

  private void gather(int field, int first, int size, Values out) {
    int width = structs.size;
    out.anyNull = false;
    for (Values[] element : structs.elements) {
      out.anyNull |= element[field].anyNull;
    }
    for (int i = 0; out.anyNull && i < size; i++) {
      out.nulls[i] = source(field, first + i).isNull((first + i) / width);
    }
    switch (out) {
      case Doubles doubles -> {
        double[] values = doubles.writable();
        for (int i = 0; i < size; i++) {
          values[i] = ((Doubles) source(field, first + i)).values[(first + i) / width];
        }
      }
      case Longs longs -> {
        for (int i = 0; i < size; i++) {
          longs.values[i] = ((Longs) source(field, first + i)).values[(first + i) / width];
        }
      }
      case Truths truths -> {
        for (int i = 0; i < size; i++) {
          truths.values[i] = ((Truths) source(field, first + i)).values[(first + i) / width];
        }
      }
      case Texts texts -> {
        for (int i = 0; i < size; i++) {
          texts.set(i, (Texts) source(field, first + i), (first + i) / width);
        }
      }
      case Lists _, Structs _ -> throw new IllegalStateException("lists in a list");
    }
  }

  private Values source(int field, int element) {
    return structs.elements[structs.order[element]][field];
  }

  @Override
  void close(int rows) {
    ListVector list = (ListVector) vector();
    for (OutputWriter writer : writers) {
      writer.close(rows * structs.size);
    }
    list.setLastSet(rows - 1);
    super.close(rows);
  }
}
