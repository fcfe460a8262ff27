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
      case TABLES -> tables(catalogs, a);
      case COLUMNS -> catalogs.columns(a.get(0), a.get(1), a.get(2), a.get(3));
      case PRIMARY_KEYS -> catalogs.primaryKeys(a.get(0), a.get(1), table(a));
      case TYPE_INFO -> catalogs.typeInfo();
    };
  }

  /** No types means all, for which the catalogs want null. */
  @SuppressWarnings("NullAway")
  private static Answer tables(Catalogs catalogs, List<@Nullable String> a) {
    String[] types = a.size() > 3 ? a.subList(3, a.size()).toArray(String[]::new) : null;
    return catalogs.tables(a.get(0), a.get(1), a.get(2), types);
  }

  private static String table(List<@Nullable String> arguments) {
    String table = arguments.get(2);
    return table == null ? "" : table;
  }
}
