/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.RowIdLifetime;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.insitu.jdbc.ConnectionProperty;
import org.insitu.jdbc.internal.ClientInfo;
import org.insitu.jdbc.internal.DriverVersion;
import org.insitu.jdbc.internal.JdbcConnection;
import org.insitu.jdbc.internal.JdbcResultSet;
import org.insitu.jdbc.internal.net.Query;
import org.insitu.jdbc.internal.net.Rows;
import org.insitu.jdbc.wire.Metadata;

/** The catalog: tables, columns and models by METADATA, the rest fixed or empty. */
public final class JdbcDatabaseMetaData extends FixedDatabaseMetaData {
  private final JdbcConnection connection;

  public JdbcDatabaseMetaData(JdbcConnection connection) {
    this.connection = connection;
  }

  private ResultSet ask(Metadata.Kind kind, String... arguments) throws SQLException {
    connection.checkOpen();
    Query query =
        connection.line().metadata(kind, Arrays.asList(arguments), connection.readAhead());
    query.awaitStart();
    return new JdbcResultSet(null, query, 0);
  }

  private ResultSet fixed(FixedList list, List<List<Object>> rows) throws SQLException {
    connection.checkOpen();
    return new JdbcResultSet(null, Rows.of(list.columns(), rows), 0);
  }

  private ResultSet empty(FixedList list) throws SQLException {
    return fixed(list, Collections.emptyList());
  }

  // Who and what

  @Override
  public Connection getConnection() {
    return connection;
  }

  @Override
  public String getURL() {
    return connection.url().toString();
  }

  @Override
  public String getUserName() {
    return connection.url().text(ConnectionProperty.USER);
  }

  @Override
  public boolean isReadOnly() throws SQLException {
    return connection.isReadOnly();
  }

  @Override
  public String getDatabaseProductName() {
    return "Insitu";
  }

  @Override
  public String getDatabaseProductVersion() {
    return connection.line().welcome().serverVersion();
  }

  @Override
  public int getDatabaseMajorVersion() {
    return versionPart(0);
  }

  @Override
  public int getDatabaseMinorVersion() {
    return versionPart(1);
  }

  /** The number at this place of a version such as {@code 0.1.0-SNAPSHOT}; 0 when it is none. */
  private int versionPart(int index) {
    String[] parts = getDatabaseProductVersion().split("\\D+");
    return index < parts.length && parts[index].matches("\\d{1,9}")
        ? Integer.parseInt(parts[index])
        : 0;
  }

  @Override
  public String getDriverName() {
    return DriverVersion.NAME;
  }

  @Override
  public String getDriverVersion() {
    return DriverVersion.text();
  }

  @Override
  public int getDriverMajorVersion() {
    return DriverVersion.MAJOR;
  }

  @Override
  public int getDriverMinorVersion() {
    return DriverVersion.MINOR;
  }

  @Override
  public int getMaxStatementLength() {
    return connection.line().welcome().frameBytesMax();
  }

  @Override
  public RowIdLifetime getRowIdLifetime() {
    return RowIdLifetime.ROWID_UNSUPPORTED;
  }

  // What the server lists

  @Override
  public ResultSet getCatalogs() throws SQLException {
    return ask(Metadata.Kind.CATALOGS);
  }

  @Override
  public ResultSet getSchemas() throws SQLException {
    return getSchemas(null, null);
  }

  @Override
  public ResultSet getSchemas(String catalog, String schemaPattern) throws SQLException {
    return ask(Metadata.Kind.SCHEMAS, catalog, schemaPattern);
  }

  @Override
  public ResultSet getTableTypes() throws SQLException {
    return ask(Metadata.Kind.TABLE_TYPES);
  }

  @Override
  public ResultSet getTables(
      String catalog, String schemaPattern, String namePattern, String[] types)
      throws SQLException {
    List<String> arguments = new ArrayList<>(Arrays.asList(catalog, schemaPattern, namePattern));
    if (types != null) {
      arguments.addAll(Arrays.asList(types));
    }
    return ask(Metadata.Kind.TABLES, arguments.toArray(new String[0]));
  }

  @Override
  public ResultSet getColumns(
      String catalog, String schemaPattern, String tablePattern, String columnPattern)
      throws SQLException {
    return ask(Metadata.Kind.COLUMNS, catalog, schemaPattern, tablePattern, columnPattern);
  }

  @Override
  public ResultSet getPrimaryKeys(String catalog, String schema, String table) throws SQLException {
    return ask(Metadata.Kind.PRIMARY_KEYS, catalog, schema, table);
  }

  @Override
  public ResultSet getTypeInfo() throws SQLException {
    return ask(Metadata.Kind.TYPE_INFO);
  }

  // What the driver knows

  @Override
  public ResultSet getClientInfoProperties() throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    for (String name : ClientInfo.NAMES) {
      rows.add(Arrays.asList(name, 255, "", "Kept by the driver."));
    }
    return fixed(FixedList.CLIENT_INFO, rows);
  }

  @Override
  public ResultSet getProcedures(String catalog, String schemaPattern, String namePattern)
      throws SQLException {
    return empty(FixedList.PROCEDURES);
  }

  @Override
  public ResultSet getProcedureColumns(
      String catalog, String schemaPattern, String namePattern, String columnPattern)
      throws SQLException {
    return empty(FixedList.PROCEDURE_COLUMNS);
  }

  @Override
  public ResultSet getFunctions(String catalog, String schemaPattern, String namePattern)
      throws SQLException {
    return empty(FixedList.FUNCTIONS);
  }

  @Override
  public ResultSet getFunctionColumns(
      String catalog, String schemaPattern, String namePattern, String columnPattern)
      throws SQLException {
    return empty(FixedList.FUNCTION_COLUMNS);
  }

  @Override
  public ResultSet getColumnPrivileges(
      String catalog, String schema, String table, String columnPattern) throws SQLException {
    return empty(FixedList.COLUMN_PRIVILEGES);
  }

  @Override
  public ResultSet getTablePrivileges(String catalog, String schemaPattern, String tablePattern)
      throws SQLException {
    return empty(FixedList.TABLE_PRIVILEGES);
  }

  @Override
  public ResultSet getBestRowIdentifier(
      String catalog, String schema, String table, int scope, boolean nullable)
      throws SQLException {
    return empty(FixedList.ROW_COLUMNS);
  }

  @Override
  public ResultSet getVersionColumns(String catalog, String schema, String table)
      throws SQLException {
    return empty(FixedList.ROW_COLUMNS);
  }

  @Override
  public ResultSet getImportedKeys(String catalog, String schema, String table)
      throws SQLException {
    return empty(FixedList.FOREIGN_KEYS);
  }

  @Override
  public ResultSet getExportedKeys(String catalog, String schema, String table)
      throws SQLException {
    return empty(FixedList.FOREIGN_KEYS);
  }

  @Override
  public ResultSet getCrossReference(
      String parentCatalog,
      String parentSchema,
      String parentTable,
      String foreignCatalog,
      String foreignSchema,
      String foreignTable)
      throws SQLException {
    return empty(FixedList.FOREIGN_KEYS);
  }

  @Override
  public ResultSet getIndexInfo(
      String catalog, String schema, String table, boolean unique, boolean approximate)
      throws SQLException {
    return empty(FixedList.INDEXES);
  }

  @Override
  public ResultSet getUDTs(String catalog, String schemaPattern, String typePattern, int[] types)
      throws SQLException {
    return empty(FixedList.USER_TYPES);
  }

  @Override
  public ResultSet getSuperTypes(String catalog, String schemaPattern, String typePattern)
      throws SQLException {
    return empty(FixedList.SUPER_TYPES);
  }

  @Override
  public ResultSet getSuperTables(String catalog, String schemaPattern, String tablePattern)
      throws SQLException {
    return empty(FixedList.SUPER_TABLES);
  }

  @Override
  public ResultSet getAttributes(
      String catalog, String schemaPattern, String typePattern, String attributePattern)
      throws SQLException {
    return empty(FixedList.ATTRIBUTES);
  }

  @Override
  public ResultSet getPseudoColumns(
      String catalog, String schemaPattern, String tablePattern, String columnPattern)
      throws SQLException {
    return empty(FixedList.PSEUDO_COLUMNS);
  }
}
