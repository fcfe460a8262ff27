/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.impl.AbstractSchema;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.insitu.planner.catalog.Catalog;
import org.jspecify.annotations.Nullable;

/** The tables that a query names, described by the warehouse once each, as Calcite's catalog. */
final class Tables extends SqlBasicVisitor<@Nullable Void> {
  private final Catalog catalog;
  private final Map<String, WarehouseTable> standIns;
  private final Map<List<String>, Boolean> seen = new LinkedHashMap<>();
  private final CalciteSchema root = CalciteSchema.createRootSchema(false, false);

  private Tables(Catalog catalog, Map<String, WarehouseTable> standIns) {
    this.catalog = catalog;
    this.standIns = standIns;
  }

  /**
   * Reads them.
   *
   * <p><b>Errors:</b> {@code UnsupportedOperationException} for joins by USING and NATURAL, which
   * Calcite converts by implicit conversions of types.
   *
   * @param standIns tables that are in no catalog, by name
   */
  static CalciteCatalogReader of(
      SqlNode query,
      Catalog catalog,
      Map<String, WarehouseTable> standIns,
      RelDataTypeFactory types) {
    Tables tables = new Tables(catalog, standIns);
    query.accept(tables);
    Properties properties = new Properties();
    properties.setProperty(CalciteConnectionProperty.CASE_SENSITIVE.camelName(), "false");
    return new CalciteCatalogReader(
        tables.root, List.of(), types, new CalciteConnectionConfigImpl(properties));
  }

  @Override
  public @Nullable Void visit(SqlCall call) {
    if (call instanceof SqlSelect select && select.getFrom() != null) {
      from(select.getFrom());
    } else if (call instanceof SqlJoin join) {
      if (join.isNatural() || join.getConditionType() == JoinConditionType.USING) {
        throw new UnsupportedOperationException("a join by USING keeps its text");
      }
      from(join.getLeft());
      from(join.getRight());
    }
    return super.visit(call);
  }

  private void from(SqlNode node) {
    if (node instanceof SqlIdentifier table) {
      add(table.names);
    } else if (node instanceof SqlCall as && as.getKind() == SqlKind.AS) {
      from(as.operand(0));
    }
  }

  private void add(List<String> names) {
    if (seen.put(names.stream().map(n -> n.toLowerCase(Locale.ROOT)).toList(), true) != null) {
      return;
    }
    String name = names.getLast();
    Optional<WarehouseTable> table =
        names.size() == 1 && standIns.containsKey(name)
            ? Optional.of(standIns.get(name))
            : catalog.table(names).map(found -> new WarehouseTable(found, Optional.empty()));
    CalciteSchema schema = root;
    for (String part : names.subList(0, names.size() - 1)) {
      CalciteSchema below = schema.getSubSchema(part, false);
      schema = below == null ? schema.add(part, new AbstractSchema()) : below;
    }
    CalciteSchema home = schema;
    table.ifPresent(found -> home.add(name, found));
  }
}
