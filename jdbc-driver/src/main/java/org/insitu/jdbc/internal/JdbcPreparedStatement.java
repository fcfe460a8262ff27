/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal;

import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.insitu.jdbc.wire.Described;
import org.insitu.jdbc.wire.Parameter;
import org.insitu.jdbc.wire.Wire;

/**
 * A statement with question marks. Values travel typed beside the text and are never written into
 * it. The server plans it once per execution; its plan cache makes the next one cheap.
 */
final class JdbcPreparedStatement extends ParameterSetters {
  private final String sql;
  private final List<List<Parameter>> batch = new ArrayList<>();
  private Parameter[] parameters = new Parameter[4];
  private int count;
  private Described described;

  JdbcPreparedStatement(JdbcConnection connection, String sql) throws SQLException {
    super(connection);
    this.sql = SqlEscapes.translate(sql);
  }

  // Running

  @Override
  public boolean execute() throws SQLException {
    return run(sql, bound());
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    return runQuery(sql, bound());
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    return runUpdate(sql, bound());
  }

  @Override
  public int executeUpdate() throws SQLException {
    return toInt(executeLargeUpdate());
  }

  private List<Parameter> bound() throws SQLException {
    checkOpen();
    for (int i = 0; i < count; i++) {
      if (parameters[i] == null) {
        throw new SQLException("Parameter " + (i + 1) + " is not set", "07001");
      }
    }
    return Collections.unmodifiableList(Arrays.asList(Arrays.copyOf(parameters, count)));
  }

  @Override
  public void addBatch() throws SQLException {
    batch.add(bound());
  }

  @Override
  public void clearBatch() throws SQLException {
    checkOpen();
    batch.clear();
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    List<List<Parameter>> rows = new ArrayList<>(batch);
    batch.clear();
    checkOpen();
    boolean ahead =
        rows.size() > 1
            && !isQuery(sql)
            && connection().line().welcome().minorVersion() >= Wire.MINOR_OF_CHAINS;
    return ahead ? runAhead(sql, rows) : runBatch(rows.size(), i -> runUpdate(sql, rows.get(i)));
  }

  // Describing

  private Described described() throws SQLException {
    checkOpen();
    if (described == null) {
      described = connection().line().describe(sql);
    }
    return described;
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    Described known = described();
    return known.columns().isEmpty() ? null : new JdbcResultSetMetaData(known.columns());
  }

  @Override
  public ParameterMetaData getParameterMetaData() throws SQLException {
    return new JdbcParameterMetaData(described().parameterCount());
  }

  // Setting

  @Override
  void set(int index, Parameter parameter) throws SQLException {
    checkOpen();
    if (index < 1 || index > Wire.PARAMETERS_MAX) {
      throw new SQLException(
          "Parameter index " + index + " (expected: 1 to " + Wire.PARAMETERS_MAX + ")", "07009");
    }
    if (index > parameters.length) {
      parameters = Arrays.copyOf(parameters, Math.max(index, 2 * parameters.length));
    }
    parameters[index - 1] = parameter;
    count = Math.max(count, index);
  }

  @Override
  public void clearParameters() throws SQLException {
    checkOpen();
    Arrays.fill(parameters, null);
    count = 0;
  }
}
