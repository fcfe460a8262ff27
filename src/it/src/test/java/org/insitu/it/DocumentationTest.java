/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.option.OptionRegistry;
import org.junit.jupiter.api.Test;

/**
 * The generated parts of the documentation say what the code says. With {@code -Dinsitu.docs=write}
 * they are written first.
 */
class DocumentationTest {
  private static final Path DOCS =
      Path.of(System.getProperty("insitu.root")).resolve("src").resolve("docs");

  @Test
  void everyErrorCodeIsDocumentedAsItIs() throws IOException {
    GeneratedPart part = new GeneratedPart(DOCS.resolve("errors.md"), "errors");
    List<String> rows =
        Arrays.stream(ErrorCode.values())
            .map(
                code ->
                    "| %s | %s | %s | %s |"
                        .formatted(code.label(), code.sqlState(), code.meaning(), code.remedy()))
            .toList();
    assertThat(part.expecting(rows)).isEqualTo(rows);
  }

  @Test
  void everyOptionIsDocumentedAsItIs() throws IOException {
    GeneratedPart part = new GeneratedPart(DOCS.resolve("sql/create-model.md"), "options");
    List<String> rows = OptionRegistry.options().stream().map(OptionRow::of).toList();
    assertThat(part.expecting(rows)).isEqualTo(rows);
  }
}
