/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc;

import java.sql.DriverPropertyInfo;
import java.util.Optional;
import java.util.Properties;

/** What may stand behind the {@code ?} of the URL or in the Properties of a connection. */
public enum ConnectionProperty {
  USER("user", "", "Name of the user."),
  PASSWORD("password", "", "Password of the user."),
  SCHEMA("schema", "", "Schema in which unqualified names are found; also the path of the URL."),
  LEX(
      "lex",
      "",
      "How the session reads statements: ansi, or bigquery for GoogleSQL; empty: the server's"
          + " default, ansi. SET insitu.lex changes it."),
  APPLICATION_NAME("applicationName", "", "Name of the program, for the server's log."),
  CONNECT_TIMEOUT("connectTimeout", "10", "Seconds to wait for the connection; 0: no limit."),
  SOCKET_TIMEOUT("socketTimeout", "0", "Seconds to wait for any answer; 0: no limit."),
  QUERY_TIMEOUT("queryTimeout", "0", "Seconds that a statement may run; 0: no limit."),
  FETCH_SIZE("fetchSize", "0", "Rows a batch may have; 0: the server's choice."),
  READ_AHEAD_BATCHES("readAheadBatches", "4", "Batches a result may be ahead of its reader.");

  private final String key;
  private final String defaultValue;
  private final String description;

  ConnectionProperty(String key, String defaultValue, String description) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.description = description;
  }

  public String key() {
    return key;
  }

  public String defaultValue() {
    return defaultValue;
  }

  public String description() {
    return description;
  }

  /** The property of this key, whatever its case. */
  public static Optional<ConnectionProperty> of(String key) {
    for (ConnectionProperty property : values()) {
      if (property.key.equalsIgnoreCase(key)) {
        return Optional.of(property);
      }
    }
    return Optional.empty();
  }

  /** The value given, or the default. */
  public String in(Properties properties) {
    return properties.getProperty(key, defaultValue);
  }

  DriverPropertyInfo info(Properties given) {
    DriverPropertyInfo info = new DriverPropertyInfo(key, in(given));
    info.description = description;
    info.required = false;
    return info;
  }
}
