/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.udf.expression.Program;
import org.insitu.udf.sql.DuckDbDialect;
import org.insitu.udf.sql.InputColumn;
import org.insitu.udf.sql.SqlText;
import org.insitu.udf.sql.SqlWriter;
import org.insitu.udf.sql.TestingDuckDb;
import org.insitu.udf.sql.TreeForm;

/** Runs a program in DuckDB and in the kernel over the same rows and compares. */
public final class TestingParity {
  private static final SqlWriter WRITER =
      new SqlWriter(new DuckDbDialect(), TreeForm.inline(100_000));
  private static final SqlWriter CALLING = new SqlWriter(new DuckDbDialect(), TreeForm.AUTO);
  private static final double TOLERANCE = 1e-12;

  private TestingParity() {}

  /** Asserts that both answer alike for a query's rows, in its order, and that nothing leaks. */
  static void check(TestingDuckDb db, Program program, String query) {
    check(db, program, query, Map.of());
  }

  static void check(
      TestingDuckDb db, Program program, String query, Map<String, InputColumn> inputs) {
    List<List<Object>> expected = db.query(WRITER.select(program, query, List.of(), inputs).sql());
    List<List<Object>> actual = kernel(db, program, query);
    List<List<Object>> rows = db.query(query);
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      if (!close(actual.get(i), expected.get(i))) {
        assertThat(actual.get(i)).as("row %s: %s", i, rows.get(i)).isEqualTo(expected.get(i));
      }
    }
  }

  /**
   * The same where the SQL calls functions of forests, which are judged by the definition: numbers
   * may differ in the last digits of the largest.
   */
  public static void checkCalling(TestingDuckDb db, Program program, String query) {
    SqlText text = CALLING.select(program, query, List.of(), Map.of());
    text.kernels().forEach(db::register);
    List<List<Object>> expected = db.query(text.sql());
    List<List<Object>> actual = kernel(db, program, query);
    List<List<Object>> rows = db.query(query);
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      if (!near(actual.get(i), expected.get(i))) {
        assertThat(actual.get(i)).as("row %s: %s", i, rows.get(i)).isEqualTo(expected.get(i));
      }
    }
  }

  private static boolean near(Object actual, Object expected) {
    return switch (expected) {
      case null -> actual == null;
      // Of features that add as much but for rounding either may come first, or alone be listed.
      case List<?> list
          when isAttribution(list)
              && actual instanceof List<?> other
              && isAttribution(other)
              && !list.getFirst().equals(other.getFirst()) ->
          near(Math.abs((Double) other.getLast()), Math.abs((Double) list.getLast()));
      case List<?> list -> {
        boolean all = actual instanceof List<?> other && other.size() == list.size();
        for (int i = 0; all && i < list.size(); i++) {
          all = near(((List<?>) actual).get(i), list.get(i));
        }
        yield all;
      }
      case Double e when actual instanceof Double a ->
          close(a.doubleValue(), e.doubleValue()) || Math.abs(a - e) <= TOLERANCE;
      default -> close(actual, expected);
    };
  }

  private static boolean isAttribution(List<?> list) {
    return list.size() == 2
        && list.getFirst() instanceof String
        && list.getLast() instanceof Double;
  }

  /** The kernel's answer. */
  public static List<List<Object>> kernel(TestingDuckDb db, Program program, String query) {
    List<List<Object>> rows = new ArrayList<>();
    try (BufferAllocator allocator = new RootAllocator()) {
      db.arrow(
          query,
          allocator,
          reader -> {
            VectorSchemaRoot in = reader.getVectorSchemaRoot();
            ProgramKernel kernel = ProgramKernel.compile(program, in.getSchema());
            try (VectorSchemaRoot out = VectorSchemaRoot.create(kernel.outputSchema(), allocator)) {
              while (reader.loadNextBatch()) {
                kernel.apply(in, reader, out);
                assertThat(out.getRowCount()).isEqualTo(in.getRowCount());
                collect(out, rows);
              }
            }
          });
      assertThat(allocator.getAllocatedMemory()).isZero();
    }
    return rows;
  }

  private static void collect(VectorSchemaRoot root, List<List<Object>> rows) {
    for (int i = 0; i < root.getRowCount(); i++) {
      List<Object> row = new ArrayList<>();
      for (FieldVector vector : root.getFieldVectors()) {
        row.add(plain(vector.getObject(i), vector.getField()));
      }
      rows.add(row);
    }
  }

  private static Object plain(Object value, Field field) {
    return switch (value) {
      case null -> null;
      case List<?> list ->
          list.stream().map(item -> plain(item, field.getChildren().getFirst())).toList();
      case Map<?, ?> struct -> {
        List<Object> members = new ArrayList<>();
        for (Field child : field.getChildren()) {
          members.add(plain(struct.get(child.getName()), child));
        }
        yield members;
      }
      case Integer days when field.getType() instanceof ArrowType.Date ->
          LocalDate.ofEpochDay(days);
      case Number number -> number;
      case Boolean truth -> truth;
      case java.time.LocalDateTime time -> java.sql.Timestamp.valueOf(time);
      default -> value.toString();
    };
  }

  private static boolean close(Object actual, Object expected) {
    return switch (expected) {
      case List<?> list -> {
        boolean all = actual instanceof List<?> other && other.size() == list.size();
        for (int i = 0; all && i < list.size(); i++) {
          all = close(((List<?>) actual).get(i), list.get(i));
        }
        yield all;
      }
      case Double e when actual instanceof Double a -> close(a.doubleValue(), e.doubleValue());
      case null -> actual == null;
      default -> expected.equals(actual);
    };
  }

  private static boolean close(double actual, double expected) {
    return actual == expected
        || Double.isNaN(actual) && Double.isNaN(expected)
        || Math.abs(actual - expected) <= TOLERANCE * Math.abs(expected) + Double.MIN_NORMAL;
  }
}
