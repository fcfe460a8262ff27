/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.insitu.it.testing.TestingInsitu;
import org.insitu.parser.ScriptStatement;
import org.insitu.parser.Scripts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every script of {@code sql-examples} answers what stands in its {@code .expected} file, through
 * the real server and the real driver. {@code -Dinsitu.examples=write} writes the files anew.
 */
class ExamplesTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("insitu.root")).resolve("sql-examples");
  private static final boolean WRITE = "write".equals(System.getProperty("insitu.examples"));

  /** Columns whose values differ from run to run. */
  private static final Set<String> VOLATILE = Set.of("duration_ms", "created_at");

  @TestFactory
  Stream<DynamicTest> everyExampleAnswersWhatItsFileSays() throws IOException {
    List<Path> scripts;
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      scripts = files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
    assertThat(scripts).isNotEmpty();
    return scripts.stream()
        .map(
            script ->
                DynamicTest.dynamicTest(script.getFileName().toString(), () -> check(script)));
  }

  private static void check(Path script) throws IOException, SQLException {
    Path expected = Path.of(script.toString().replaceAll("\\.sql$", ".expected"));
    String actual = answers(Files.readString(script));
    if (WRITE) {
      Files.writeString(expected, actual);
    }
    assertThat(expected).isRegularFile();
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  private static String answers(String script) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (TestingInsitu insitu = TestingInsitu.inMemory();
        Connection connection = insitu.connect();
        Statement statement = connection.createStatement()) {
      int number = 1;
      for (ScriptStatement sql : Scripts.split(script)) {
        text.append("-- ").append(number++).append('\n');
        append(text, statement, sql.text());
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Statement statement, String sql) {
    try {
      if (statement.execute(sql)) {
        appendRows(text, statement.getResultSet());
      } else {
        text.append("changed: ").append(statement.getUpdateCount()).append('\n');
      }
    } catch (SQLException e) {
      text.append("error: ")
          .append(e.getSQLState())
          .append(' ')
          .append(e.getMessage())
          .append('\n');
    }
  }

  private static void appendRows(StringBuilder text, ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    StringJoiner names = new StringJoiner(" | ");
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnName(i));
    }
    text.append(names).append('\n');
    while (rows.next()) {
      StringJoiner values = new StringJoiner(" | ");
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        values.add(VOLATILE.contains(columns.getColumnName(i)) ? "*" : text(rows.getObject(i)));
      }
      text.append(values).append('\n');
    }
  }

  /** Six digits of a DOUBLE: what parallel sums leave unsaid is not part of an example. */
  private static String text(Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.6g", number)
        : String.valueOf(value);
  }
}
