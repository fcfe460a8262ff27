/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal;

import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Struct;
import java.util.Collections;
import java.util.Map;

/** What a connection does not have, and says so. */
abstract class ConnectionRefusals extends Unwrappable implements Connection {

  static SQLException unsupported(String what) {
    return new SQLFeatureNotSupportedException("There are no " + what, "0A000");
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int[] keys) throws SQLException {
    throw JdbcStatement.noKeys();
  }

  @Override
  public PreparedStatement prepareStatement(String sql, String[] keys) throws SQLException {
    throw JdbcStatement.noKeys();
  }

  @Override
  public CallableStatement prepareCall(String sql) throws SQLException {
    throw unsupported("procedures");
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
    throw unsupported("procedures");
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    throw unsupported("procedures");
  }

  @Override
  public Savepoint setSavepoint() throws SQLException {
    throw unsupported("savepoints");
  }

  @Override
  public Savepoint setSavepoint(String name) throws SQLException {
    throw unsupported("savepoints");
  }

  @Override
  public void rollback(Savepoint savepoint) throws SQLException {
    throw unsupported("savepoints");
  }

  @Override
  public void releaseSavepoint(Savepoint savepoint) throws SQLException {
    throw unsupported("savepoints");
  }

  @Override
  public Map<String, Class<?>> getTypeMap() throws SQLException {
    return Collections.emptyMap();
  }

  @Override
  public void setTypeMap(Map<String, Class<?>> map) throws SQLException {
    if (map != null && !map.isEmpty()) {
      throw unsupported("mapped types");
    }
  }

  @Override
  public Struct createStruct(String typeName, Object[] attributes) throws SQLException {
    throw unsupported("parameters of type STRUCT");
  }

  @Override
  public Clob createClob() throws SQLException {
    throw unsupported("Clobs to write to: use setString or setCharacterStream");
  }

  @Override
  public NClob createNClob() throws SQLException {
    throw unsupported("NClobs to write to: use setString or setCharacterStream");
  }

  @Override
  public Blob createBlob() throws SQLException {
    throw unsupported("Blobs to write to: use setBytes or setBinaryStream");
  }

  @Override
  public SQLXML createSQLXML() throws SQLException {
    throw unsupported("XML values");
  }
}
