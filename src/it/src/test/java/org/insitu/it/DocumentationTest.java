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
import java.util.Locale;
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

  @Test
  void everyPreprocessingFunctionIsListedAsItIs() throws IOException {
    GeneratedPart part = new GeneratedPart(DOCS.resolve("sql/preprocessing.md"), "functions");
    List<String> rows =
        Arrays.stream(Preprocessors.values())
            .map(
                function ->
                    "| [%s](functions/%s) | %s |"
                        .formatted(
                            cell(function.signature()), page(function), function.documentation()))
            .toList();
    assertThat(part.expecting(rows)).isEqualTo(rows);
    assertThat(Preprocessing.NAMES)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Preprocessors.values()).map(Enum::name).toList());
  }

  @Test
  void everyPreprocessingFunctionIsDocumentedAsItIs() throws IOException {
    for (Preprocessors function : Preprocessors.values()) {
      Path page = DOCS.resolve("sql/functions/" + page(function));
      List<String> rows =
          List.of(
              "| %s | %s | %s |"
                  .formatted(
                      function.frozen().isEmpty() ? "one row" : "all rows",
                      function.result(),
                      function.frozen().isEmpty()
                          ? "nothing"
                          : String.join(", ", function.frozen())));
      assertThat(new GeneratedPart(page, "call").expecting(rows))
          .as(page.toString())
          .isEqualTo(rows);
    }
  }

  private static String page(Preprocessors function) {
    return "ml-" + function.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".md";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("[", "\\[").replace("]", "\\]");
  }
}
