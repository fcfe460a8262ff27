/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.insitu.it.testing.TestingInsitu;
import org.insitu.parser.ScriptStatement;
import org.insitu.parser.Scripts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scripts of our own with the constructs of public BigQuery ML tutorials run as they are written.
 * The last statement of each answers with one row of checks; {@code ${name}} is a file of {@link
 * SharedData}.
 */
class TutorialScriptsTest {
  private static final Pattern FILE = Pattern.compile("\\$\\{([^}]+)}");

  @ParameterizedTest
  @ValueSource(strings = {"penguins", "census", "stations", "births", "fares", "trips"})
  void runsAsItIs(String name) throws IOException, SQLException {
    List<ScriptStatement> statements = Scripts.split(script(name));
    try (TestingInsitu insitu = TestingInsitu.inMemory();
        Connection session = insitu.connect()) {
      for (ScriptStatement statement : statements.subList(0, statements.size() - 1)) {
        TestingInsitu.run(session, statement.text());
      }
      List<List<Object>> checks = TestingInsitu.rows(session, statements.getLast().text());
      assertThat(checks).hasSize(1);
      assertThat(checks.getFirst()).hasSizeGreaterThan(2).containsOnly(true);
    }
  }

  private static String script(String name) throws IOException {
    try (InputStream file =
        requireNonNull(
            TutorialScriptsTest.class.getResourceAsStream("/tutorials/" + name + ".sql"))) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return FILE.matcher(text)
          .replaceAll(found -> Matcher.quoteReplacement(SharedData.file(found.group(1))));
    }
  }
}
