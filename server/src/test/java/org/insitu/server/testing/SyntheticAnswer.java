/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.warehouse.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Rows (id, half, name) = (i, i / 2, "name i", NULL for each seventh) in batches that are
 * overwritten in place, as a kernel's are.
 */
public final class SyntheticAnswer implements Answer {
  static final Schema SCHEMA =
      new Schema(
          List.of(
              Field.notNullable("id", new ArrowType.Int(64, true)),
              Field.nullable("half", new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE)),
              Field.nullable("name", ArrowType.Utf8.INSTANCE)));

  private final long rowCount;
  private final int batchRows;
  private final AtomicLong batchesMade;
  private final Runnable beforeBatch;
  private final VectorSchemaRoot batch;
  private long made;

  SyntheticAnswer(
      BufferAllocator allocator,
      long rowCount,
      int batchRows,
      AtomicLong batchesMade,
      Runnable beforeBatch) {
    this.rowCount = rowCount;
    this.batchRows = batchRows;
    this.batchesMade = batchesMade;
    this.beforeBatch = beforeBatch;
    this.batch = VectorSchemaRoot.create(SCHEMA, allocator);
  }

  public static @Nullable String name(long id) {
    return id % 7 == 6 ? null : "name " + id;
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public long updateCount() {
    return -1;
  }

  @Override
  public boolean next() {
    beforeBatch.run();
    int rows = (int) Math.min(batchRows, rowCount - made);
    if (rows == 0) {
      return false;
    }
    BigIntVector ids = (BigIntVector) batch.getVector(0);
    Float8Vector halves = (Float8Vector) batch.getVector(1);
    VarCharVector names = (VarCharVector) batch.getVector(2);
    batch.getFieldVectors().forEach(vector -> vector.reset());
    for (int i = 0; i < rows; i++) {
      long id = made + i;
      ids.setSafe(i, id);
      halves.setSafe(i, id / 2.0);
      String name = name(id);
      if (name == null) {
        names.setNull(i);
      } else {
        names.setSafe(i, name.getBytes(StandardCharsets.UTF_8));
      }
    }
    batch.setRowCount(rows);
    made += rows;
    batchesMade.incrementAndGet();
    return true;
  }

  @Override
  public VectorSchemaRoot batch() {
    return batch;
  }

  @Override
  public @Nullable Dictionary dictionary(long id) {
    return null;
  }

  @Override
  public void close() {
    batch.close();
  }
}
