/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.insitu.parser.error.ErrorCode;
import org.junit.jupiter.api.Test;

/** The generated parts of the documentation say what the code says. */
class DocumentationTest {
  private static final Path DOCS =
      Path.of(System.getProperty("insitu.root")).resolve("src").resolve("docs");

  @Test
  void everyErrorCodeIsDocumentedAsItIs() throws IOException {
    String page = Files.readString(DOCS.resolve("errors.md"));
    List<String> rows = new ArrayList<>();
    for (ErrorCode code : ErrorCode.values()) {
      rows.add(
          "| %s | %s | %s | %s |"
              .formatted(code.label(), code.sqlState(), code.meaning(), code.remedy()));
    }
    List<String> found =
        page.substring(page.indexOf("<!-- errors:begin -->"), page.indexOf("<!-- errors:end -->"))
            .lines()
            .filter(line -> line.startsWith("| INS-"))
            .toList();
    assertThat(found).isEqualTo(rows);
  }
}
