/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SourceRulesTest {
  private static final String HEADER =
      """
      /*
       * Copyright 2026 The Insitu Authors
       * SPDX-License-Identifier: Apache-2.0
       */
      """;

  /** Machine paths and registry hosts, written so that this file does not contain them itself. */
  private static final Pattern FOREIGN =
      Pattern.compile("/(work|root|farm)/[a-z.]|repo[0-9]?\\.maven|registry\\.np" + "mjs");

  @Test
  void javaSourcesAreFormatted() throws FormatterException {
    Formatter formatter = new Formatter();
    List<Path> wrong = new ArrayList<>();
    for (Path file : SourceTree.files(".java")) {
      String text = SourceTree.text(file);
      if (!formatter.formatSourceAndFixImports(text).equals(text)) {
        wrong.add(SourceTree.ROOT.relativize(file));
      }
    }
    assertThat(wrong).as("run src/config/format").isEmpty();
  }

  @Test
  void javaSourcesBeginWithTheLicence() {
    List<Path> files = SourceTree.files(".java");
    assertThat(files).hasSizeGreaterThan(50);
    assertThat(files).allSatisfy(file -> assertThat(SourceTree.text(file)).startsWith(HEADER));
  }

  @Test
  void nothingNamesAMachineOrARegistry() {
    for (String ending : List.of(".java", ".xml", ".md", ".sh", ".sql", ".properties", ".conf")) {
      assertThat(SourceTree.files(ending))
          .allSatisfy(
              file ->
                  assertThat(FOREIGN.matcher(SourceTree.text(file)).results().map(m -> m.group()))
                      .as(file.toString())
                      .isEmpty());
    }
  }

  @Test
  void everyModuleSaysWhatItIs() {
    for (String module :
        List.of("parser", "udf", "planner", "executor", "jdbc-driver", "server", "sql-examples")) {
      assertThat(SourceTree.ROOT.resolve(module).resolve("README.md")).isRegularFile();
    }
  }
}
