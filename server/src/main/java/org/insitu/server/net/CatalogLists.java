/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import java.util.List;
import org.insitu.executor.warehouse.Answer;
import org.insitu.jdbc.wire.Metadata;
import org.insitu.server.session.Catalogs;
import org.jspecify.annotations.Nullable;

/** Which list of the catalog a METADATA asks for. */
final class CatalogLists {
  private CatalogLists() {}

  static Answer open(Catalogs catalogs, Metadata request) {
    List<@Nullable String> a = request.arguments();
    return switch (request.kind()) {
      case CATALOGS -> catalogs.catalogs();
      case SCHEMAS -> catalogs.schemas(a.get(0), a.get(1));
      case TABLE_TYPES -> catalogs.tableTypes();
      case TABLES -> catalogs.tables(a.get(0), a.get(1), a.get(2), types(a));
      case COLUMNS -> catalogs.columns(a.get(0), a.get(1), a.get(2), a.get(3));
      case PRIMARY_KEYS -> catalogs.primaryKeys(a.get(0), a.get(1), table(a));
      case TYPE_INFO -> catalogs.typeInfo();
    };
  }

  /** None means all. */
  private static @Nullable String[] types(List<@Nullable String> arguments) {
    return arguments.subList(3, arguments.size()).toArray(String[]::new);
  }

  private static String table(List<@Nullable String> arguments) {
    String table = arguments.get(2);
    return table == null ? "" : table;
  }
}
