/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.insitu.jdbc.wire.Column;
import org.insitu.jdbc.wire.ColumnType;
import org.insitu.jdbc.wire.Metadata;
import org.insitu.jdbc.wire.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DatabaseMetaDataTest {
  private TestingServer server;
  private Connection connection;
  private DatabaseMetaData metaData;

  @BeforeEach
  void start() throws Exception {
    server =
        TestingServer.ofRows(
            List.of(
                Column.of("TABLE_NAME", ColumnType.VARCHAR),
                Column.of("TABLE_TYPE", ColumnType.VARCHAR)),
            List.of(List.of("orders", "TABLE"), List.of("churn", "MODEL")));
    connection = DriverManager.getConnection(server.url());
    metaData = connection.getMetaData();
  }

  @AfterEach
  void stop() throws Exception {
    connection.close();
    server.close();
  }

  private Metadata last() {
    TestingServer.Frame frame = server.received().getLast();
    assertThat(frame.tag()).isEqualTo(Tag.METADATA);
    return Metadata.read(frame.reader());
  }

  @Test
  void listsTablesAndModels() throws Exception {
    ResultSet tables = metaData.getTables(null, "ma%", null, new String[] {"TABLE", "MODEL"});
    List<String> read = new ArrayList<>();
    while (tables.next()) {
      read.add(tables.getString("TABLE_NAME") + " " + tables.getString("TABLE_TYPE"));
    }
    assertThat(read).containsExactly("orders TABLE", "churn MODEL");
    assertThat(last().kind()).isEqualTo(Metadata.Kind.TABLES);
    assertThat(last().arguments()).containsExactly(null, "ma%", null, "TABLE", "MODEL");
    metaData.getTables(null, null, null, null);
    assertThat(last().arguments()).containsExactly(null, null, null);
  }

  @Test
  void asksTheServerForItsLists() throws Exception {
    metaData.getColumns("c", "s", "t", "%");
    assertThat(last().kind()).isEqualTo(Metadata.Kind.COLUMNS);
    assertThat(last().arguments()).containsExactly("c", "s", "t", "%");
    metaData.getSchemas();
    assertThat(last().kind()).isEqualTo(Metadata.Kind.SCHEMAS);
    assertThat(last().arguments()).containsExactly(null, null);
    metaData.getCatalogs();
    assertThat(last().kind()).isEqualTo(Metadata.Kind.CATALOGS);
    metaData.getTableTypes();
    assertThat(last().kind()).isEqualTo(Metadata.Kind.TABLE_TYPES);
    metaData.getPrimaryKeys(null, null, "t");
    assertThat(last().kind()).isEqualTo(Metadata.Kind.PRIMARY_KEYS);
    metaData.getTypeInfo();
    assertThat(last().kind()).isEqualTo(Metadata.Kind.TYPE_INFO);
  }

  @Test
  void answersEmptyListsWithTheirColumns() throws Exception {
    ResultSet keys = metaData.getImportedKeys(null, null, "t");
    assertThat(keys.getMetaData().getColumnCount()).isEqualTo(14);
    assertThat(keys.getMetaData().getColumnName(4)).isEqualTo("PKCOLUMN_NAME");
    assertThat(keys.next()).isFalse();
    assertThat(metaData.getIndexInfo(null, null, "t", false, true).getMetaData().getColumnCount())
        .isEqualTo(13);
    assertThat(metaData.getProcedures(null, null, null).getMetaData().getColumnCount())
        .isEqualTo(9);
  }

  @Test
  void listsClientInfo() throws Exception {
    ResultSet names = metaData.getClientInfoProperties();
    assertThat(names.next()).isTrue();
    assertThat(names.getString("NAME")).isEqualTo("ApplicationName");
    assertThat(names.getInt("MAX_LEN")).isEqualTo(255);
  }

  @Test
  void namesProductAndVersions() throws Exception {
    assertThat(metaData.getDatabaseProductName()).isEqualTo("Insitu");
    assertThat(metaData.getDatabaseProductVersion()).isEqualTo("1.2.3-test");
    assertThat(metaData.getDatabaseMajorVersion()).isEqualTo(1);
    assertThat(metaData.getDatabaseMinorVersion()).isEqualTo(2);
    assertThat(metaData.getJDBCMajorVersion()).isEqualTo(4);
    assertThat(metaData.getJDBCMinorVersion()).isEqualTo(3);
    assertThat(metaData.getURL()).isEqualTo(server.url());
    assertThat(metaData.getConnection()).isSameAs(connection);
  }

  /** Tools call them all; none may throw. */
  @Test
  void answersEveryMethod() throws Exception {
    for (Method method : DatabaseMetaData.class.getMethods()) {
      if (method.getDeclaringClass() != DatabaseMetaData.class) {
        continue;
      }
      Object[] arguments = new Object[method.getParameterCount()];
      for (int i = 0; i < arguments.length; i++) {
        Class<?> type = method.getParameterTypes()[i];
        arguments[i] = type == int.class ? (Object) 0 : type == boolean.class ? false : null;
      }
      try {
        Object answer = method.invoke(metaData, arguments);
        assertThat(answer).as(method.getName()).isNotNull();
      } catch (InvocationTargetException e) {
        fail(method + " failed", e.getCause());
      }
    }
  }
}
