/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.impl.AbstractTable;

/**
 * What a FROM names: a table or view of the warehouse, or a query that is not followed.
 *
 * @see Marking
 */
final class WarehouseTable extends AbstractTable {
  private final Schema schema;
  private final Optional<String> sql;

  /**
   * Wraps what is known.
   *
   * @param sql the query that stands for it; empty for what the warehouse knows by name
   */
  WarehouseTable(Schema schema, Optional<String> sql) {
    this.schema = schema;
    this.sql = sql;
  }

  Schema columns() {
    return schema;
  }

  Optional<String> sql() {
    return sql;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory factory) {
    return new ValueTypes(factory).row(schema.getFields());
  }
}
