/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import org.insitu.jdbc.internal.ConnectionUrl;
import org.insitu.jdbc.internal.DriverVersion;
import org.insitu.jdbc.internal.JdbcConnection;

/** Connects to {@code jdbc:insitu://host:port/schema?property=value}; registers itself. */
public final class Driver implements java.sql.Driver {

  static {
    try {
      DriverManager.registerDriver(new Driver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** A driver; {@link DriverManager} finds its own. */
  public Driver() {}

  @Override
  public boolean acceptsURL(String url) {
    return ConnectionUrl.accepts(url);
  }

  /**
   * Connects; null for the URL of another driver.
   *
   * @throws SQLException 08001 when nobody answers there, 08004 when another version does
   */
  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    return JdbcConnection.open(ConnectionUrl.parse(url, info));
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
    Properties given =
        acceptsURL(url)
            ? ConnectionUrl.parse(url, info).properties()
            : info == null ? new Properties() : info;
    ConnectionProperty[] properties = ConnectionProperty.values();
    DriverPropertyInfo[] infos = new DriverPropertyInfo[properties.length];
    for (int i = 0; i < infos.length; i++) {
      infos[i] = properties[i].info(given);
    }
    return infos;
  }

  @Override
  public int getMajorVersion() {
    return DriverVersion.MAJOR;
  }

  @Override
  public int getMinorVersion() {
    return DriverVersion.MINOR;
  }

  /** False: SQL is the warehouse's own, which is not all of SQL-92. */
  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("The driver does not log.", "0A000");
  }
}
