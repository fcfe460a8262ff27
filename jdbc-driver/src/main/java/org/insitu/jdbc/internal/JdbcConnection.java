/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal;

import java.sql.Array;
import java.sql.ClientInfoStatus;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.insitu.jdbc.ConnectionProperty;
import org.insitu.jdbc.internal.catalog.JdbcDatabaseMetaData;
import org.insitu.jdbc.internal.column.ListValue;
import org.insitu.jdbc.internal.net.Line;
import org.insitu.jdbc.internal.net.Query;
import org.insitu.jdbc.internal.net.Request;
import org.insitu.jdbc.internal.net.SqlErrors;
import org.insitu.jdbc.wire.Column;
import org.insitu.jdbc.wire.ColumnType;
import org.insitu.jdbc.wire.Hello;
import org.insitu.jdbc.wire.Wire;

/**
 * A session. Transactions are SQL: with auto-commit off, the first statement after the last COMMIT
 * or ROLLBACK is preceded by BEGIN.
 *
 * <p><b>Threads:</b> safe as far as one statement after another goes.
 */
public final class JdbcConnection extends ConnectionRefusals {
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_ -]+");

  private static final String LEX = "lex";

  private final ConnectionUrl url;
  private final Line line;
  private final int readAhead;
  private final Warnings warnings = new Warnings();
  private final Properties clientInfo = new Properties();

  private volatile boolean closed;
  private boolean autoCommit = true;
  private boolean inTransaction;
  private boolean readOnly;
  private String schema;
  private String catalog;

  private JdbcConnection(ConnectionUrl url, Line line) throws SQLException {
    this.url = url;
    this.line = line;
    this.readAhead = Math.max(1, url.number(ConnectionProperty.READ_AHEAD_BATCHES));
    Map<String, String> session = line.welcome().properties();
    this.schema = session.getOrDefault("schema", url.text(ConnectionProperty.SCHEMA));
    this.catalog = session.getOrDefault("catalog", "");
    this.clientInfo.setProperty(
        ClientInfo.APPLICATION_NAME, url.text(ConnectionProperty.APPLICATION_NAME));
  }

  public static JdbcConnection open(ConnectionUrl url) throws SQLException {
    Map<String, String> properties = new LinkedHashMap<>();
    put(properties, "schema", url.text(ConnectionProperty.SCHEMA));
    put(properties, LEX, url.text(ConnectionProperty.LEX));
    put(properties, "application_name", url.text(ConnectionProperty.APPLICATION_NAME));
    put(properties, "user", url.text(ConnectionProperty.USER));
    put(properties, "password", url.text(ConnectionProperty.PASSWORD));
    Hello hello =
        new Hello(
            Wire.MINOR,
            DriverVersion.NAME,
            DriverVersion.text(),
            Wire.FRAME_BYTES_DEFAULT,
            properties);
    int connectMillis = url.number(ConnectionProperty.CONNECT_TIMEOUT) * 1000;
    Line line = Line.connect(url.host(), url.port(), connectMillis, hello);
    try {
      checkLex(url, line);
      line.setSocketTimeout(url.number(ConnectionProperty.SOCKET_TIMEOUT) * 1000);
      return new JdbcConnection(url, line);
    } catch (SQLException e) {
      line.close();
      throw e;
    }
  }

  /** A server that is older than the property ignores it, and would read statements otherwise. */
  private static void checkLex(ConnectionUrl url, Line line) throws SQLException {
    String lex = url.text(ConnectionProperty.LEX);
    if (!lex.isEmpty() && !line.welcome().properties().containsKey(LEX)) {
      throw new SQLException(
          "The server does not know the property lex (" + lex + "); use SET insitu.lex.", "08004");
    }
  }

  private static void put(Map<String, String> properties, String name, String value) {
    if (!value.isEmpty()) {
      properties.put(name, value);
    }
  }

  public Line line() {
    return line;
  }

  public ConnectionUrl url() {
    return url;
  }

  /** Batches that a result may be ahead of its reader. */
  public int readAhead() {
    return readAhead;
  }

  public void checkOpen() throws SQLException {
    if (closed) {
      throw SqlErrors.closed("connection");
    }
  }

  // Statements

  @Override
  public Statement createStatement() throws SQLException {
    checkOpen();
    return new JdbcStatement(this);
  }

  @Override
  public Statement createStatement(int type, int concurrency) throws SQLException {
    checkResultSet(type, concurrency);
    return createStatement();
  }

  /** The holdability is a wish: results end with their transaction. */
  @Override
  public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
    return createStatement(type, concurrency);
  }

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    checkOpen();
    return new JdbcPreparedStatement(this, sql);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency)
      throws SQLException {
    checkResultSet(type, concurrency);
    return prepareStatement(sql);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    return prepareStatement(sql, type, concurrency);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int keys) throws SQLException {
    JdbcStatement.checkNoKeys(keys);
    return prepareStatement(sql);
  }

  private static void checkResultSet(int type, int concurrency) throws SQLException {
    if (type != ResultSet.TYPE_FORWARD_ONLY || concurrency != ResultSet.CONCUR_READ_ONLY) {
      throw new SQLFeatureNotSupportedException("Results are forward-only and read-only", "0A000");
    }
  }

  @Override
  public String nativeSQL(String sql) throws SQLException {
    checkOpen();
    return SqlEscapes.translate(sql);
  }

  /** Runs a statement whose answer is of no interest. */
  private void run(String sql) throws SQLException {
    Query query = line.execute(Request.of(sql), 1);
    try {
      query.awaitStart();
      warnings.add(query.takeNotices());
    } finally {
      query.close();
    }
  }

  // Transactions

  synchronized void beginIfNeeded() throws SQLException {
    if (!autoCommit && !inTransaction) {
      run("BEGIN");
      inTransaction = true;
    }
  }

  /** Commits the open transaction when the mode changes, as JDBC prescribes. */
  @Override
  public synchronized void setAutoCommit(boolean newAutoCommit) throws SQLException {
    checkOpen();
    if (autoCommit != newAutoCommit) {
      end("COMMIT");
      autoCommit = newAutoCommit;
    }
  }

  @Override
  public synchronized boolean getAutoCommit() throws SQLException {
    checkOpen();
    return autoCommit;
  }

  @Override
  public synchronized void commit() throws SQLException {
    checkManualCommit();
    end("COMMIT");
  }

  @Override
  public synchronized void rollback() throws SQLException {
    checkManualCommit();
    end("ROLLBACK");
  }

  private void checkManualCommit() throws SQLException {
    checkOpen();
    if (autoCommit) {
      throw new SQLException("There is no transaction in auto-commit mode", "25000");
    }
  }

  private void end(String statement) throws SQLException {
    if (inTransaction) {
      inTransaction = false;
      run(statement);
    }
  }

  @Override
  public int getTransactionIsolation() throws SQLException {
    checkOpen();
    return TRANSACTION_REPEATABLE_READ;
  }

  /** Weaker levels get the one there is; a stronger one is refused. */
  @Override
  public void setTransactionIsolation(int level) throws SQLException {
    checkOpen();
    if (level < TRANSACTION_READ_UNCOMMITTED || level > TRANSACTION_REPEATABLE_READ) {
      throw unsupported("transactions of level " + level);
    }
  }

  // Session

  @Override
  public DatabaseMetaData getMetaData() throws SQLException {
    checkOpen();
    return new JdbcDatabaseMetaData(this);
  }

  @Override
  public synchronized String getSchema() throws SQLException {
    checkOpen();
    return schema.isEmpty() ? null : schema;
  }

  @Override
  public synchronized void setSchema(String newSchema) throws SQLException {
    checkOpen();
    if (newSchema != null && !newSchema.equals(schema)) {
      run("SET schema = '" + newSchema.replace("'", "''") + "'");
      schema = newSchema;
    }
  }

  @Override
  public synchronized String getCatalog() throws SQLException {
    checkOpen();
    return catalog.isEmpty() ? null : catalog;
  }

  @Override
  public synchronized void setCatalog(String newCatalog) throws SQLException {
    checkOpen();
    if (newCatalog != null && !newCatalog.isEmpty() && !newCatalog.equals(catalog)) {
      run("USE " + quoted(newCatalog));
      catalog = newCatalog;
    }
  }

  /**
   * A name in quotes that every lex reads so: double quotes are a string's in GoogleSQL, and a name
   * in backticks may hold no dot.
   */
  private static String quoted(String name) {
    return PLAIN_NAME.matcher(name).matches()
        ? "`" + name + "`"
        : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A hint: kept, not enforced. */
  @Override
  public synchronized void setReadOnly(boolean newReadOnly) throws SQLException {
    checkOpen();
    readOnly = newReadOnly;
  }

  @Override
  public synchronized boolean isReadOnly() throws SQLException {
    checkOpen();
    return readOnly;
  }

  @Override
  public SQLWarning getWarnings() throws SQLException {
    checkOpen();
    warnings.add(line.takeNotices());
    return warnings.first();
  }

  @Override
  public void clearWarnings() throws SQLException {
    checkOpen();
    line.takeNotices();
    warnings.clear();
  }

  @Override
  public void setHoldability(int holdability) throws SQLException {
    checkOpen();
    if (holdability != ResultSet.CLOSE_CURSORS_AT_COMMIT) {
      throw unsupported("results that outlive their transaction");
    }
  }

  @Override
  public int getHoldability() throws SQLException {
    checkOpen();
    return ResultSet.CLOSE_CURSORS_AT_COMMIT;
  }

  @Override
  public synchronized void setClientInfo(String name, String value) throws SQLClientInfoException {
    if (closed) {
      throw new SQLClientInfoException("The connection is closed", "08003", Collections.emptyMap());
    }
    if (!ClientInfo.NAMES.contains(name)) {
      throw new SQLClientInfoException(
          "Unknown client info '" + name + "' (known: " + ClientInfo.NAMES + ")",
          Collections.singletonMap(name, ClientInfoStatus.REASON_UNKNOWN_PROPERTY));
    }
    clientInfo.setProperty(name, value == null ? "" : value);
  }

  @Override
  public synchronized void setClientInfo(Properties properties) throws SQLClientInfoException {
    for (String name : properties.stringPropertyNames()) {
      setClientInfo(name, properties.getProperty(name));
    }
  }

  @Override
  public synchronized String getClientInfo(String name) throws SQLException {
    checkOpen();
    return clientInfo.getProperty(name);
  }

  @Override
  public synchronized Properties getClientInfo() throws SQLException {
    checkOpen();
    Properties copy = new Properties();
    copy.putAll(clientInfo);
    return copy;
  }

  // Values

  /** The element type is taken from the elements; the name is for the reader. */
  @Override
  public Array createArrayOf(String typeName, Object[] elements) throws SQLException {
    checkOpen();
    Column element = Column.of("item", ColumnType.NULL).warehouseType(typeName);
    return new ListValue(element, elements.clone());
  }

  // Life

  @Override
  public boolean isValid(int timeoutSeconds) throws SQLException {
    if (timeoutSeconds < 0) {
      throw new SQLException("timeout: " + timeoutSeconds + " (expected: >= 0)", "HY024");
    }
    return !closed && line.ping(timeoutSeconds * 1000L);
  }

  @Override
  public void close() {
    closed = true;
    line.close();
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void abort(Executor executor) throws SQLException {
    if (executor == null) {
      throw new SQLException("No executor given", "HY000");
    }
    closed = true;
    executor.execute(line::abort);
  }

  @Override
  public void setNetworkTimeout(Executor executor, int millis) throws SQLException {
    checkOpen();
    if (millis < 0) {
      throw new SQLException("networkTimeout: " + millis + " (expected: >= 0)", "HY024");
    }
    line.setSocketTimeout(millis);
  }

  @Override
  public int getNetworkTimeout() throws SQLException {
    checkOpen();
    return line.socketTimeoutMillis();
  }

  @Override
  public String toString() {
    return "Connection to " + url;
  }
}
