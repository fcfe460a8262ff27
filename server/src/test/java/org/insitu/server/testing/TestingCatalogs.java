/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.warehouse.Answer;
import org.insitu.server.session.Catalogs;
import org.jspecify.annotations.Nullable;

/** A table {@code flowers} (id, name) and a model {@code guess}; only what the console asks for. */
final class TestingCatalogs implements Catalogs {
  private final BufferAllocator allocator;

  TestingCatalogs(BufferAllocator allocator) {
    this.allocator = allocator;
  }

  @Override
  public Answer schemas(@Nullable String catalog, @Nullable String schemaPattern) {
    return answer(List.of("TABLE_SCHEM", "TABLE_CATALOG"), List.of("main", "memory"));
  }

  @Override
  public Answer catalogs() {
    return answer(List.of("TABLE_CAT"), List.of("memory"));
  }

  @Override
  public Answer tableTypes() {
    return answer(List.of("TABLE_TYPE"), List.of("MODEL"), List.of("TABLE"));
  }

  @Override
  public Answer tables(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String namePattern,
      @Nullable String[] types) {
    return answer(
        List.of("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "TABLE_TYPE", "REMARKS"),
        List.of("memory", "main", "guess", "MODEL", types == null ? "all types" : types[0]),
        List.of("memory", "main", "flowers", "TABLE", ""));
  }

  @Override
  public Answer columns(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String tablePattern,
      @Nullable String columnPattern) {
    return answer(
        List.of("TABLE_NAME", "COLUMN_NAME", "TYPE_NAME", "IS_NULLABLE", "REMARKS"),
        List.of("flowers", "id", "BIGINT", "NO", ""),
        List.of("flowers", "name", "VARCHAR", "YES", ""));
  }

  @Override
  public Answer primaryKeys(@Nullable String catalog, @Nullable String schema, String table) {
    return answer(List.of("TABLE_NAME", "COLUMN_NAME"), List.of(table, "id"));
  }

  @Override
  public Answer typeInfo() {
    return answer(List.of("TYPE_NAME"), List.of("BIGINT"));
  }

  @SafeVarargs
  private Answer answer(List<String> names, List<String>... rows) {
    List<Field> fields = new ArrayList<>();
    names.forEach(name -> fields.add(Field.nullable(name, ArrowType.Utf8.INSTANCE)));
    VectorSchemaRoot root = VectorSchemaRoot.create(new Schema(fields), allocator);
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < names.size(); column++) {
        ((VarCharVector) root.getVector(column))
            .setSafe(row, rows[row].get(column).getBytes(StandardCharsets.UTF_8));
      }
    }
    root.setRowCount(rows.length);
    return new RootAnswer(root, new DictionaryProvider.MapDictionaryProvider());
  }
}
