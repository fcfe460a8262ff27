/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.option.OptionRegistry;
import org.insitu.parser.option.Preprocessing;
import org.insitu.udf.transform.Preprocessors;
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

  /** The first column of the functions' table is how each is called. */
  @Test
  void everyPreprocessingFunctionIsDocumentedAsItIsCalled() throws IOException {
    List<String> calls =
        Files.readAllLines(DOCS.resolve("sql/preprocessing.md")).stream()
            .filter(line -> line.matches("\\| ML\\.[A-Z].*"))
            .map(line -> line.replace("\\|", "\u0000").split(" \\| ", -1)[0].substring(2))
            .map(call -> call.replace("\u0000", "|"))
            .toList();
    assertThat(calls)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Preprocessors.values()).map(Preprocessors::signature).toList());
    assertThat(Preprocessing.NAMES)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Preprocessors.values()).map(Enum::name).toList());
  }
}
