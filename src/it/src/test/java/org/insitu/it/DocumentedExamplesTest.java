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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.insitu.parser.Scripts;
import org.insitu.parser.option.MlFunction;
import org.insitu.parser.option.ModelType;
import org.insitu.udf.transform.Preprocessors;
import org.junit.jupiter.api.Test;

/**
 * What the pages show runs: each SQL block is of a script in {@code sql-examples}, each answer that
 * stands below one is the script's, and nothing of the language is without a page and an example.
 */
class DocumentedExamplesTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("insitu.root")).resolve("sql-examples");

  @Test
  void everyBlockIsOfAScript() throws IOException {
    Map<String, List<String>> answers = answers();
    List<String> unknown = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (DocPage page : DocPage.all()) {
      for (DocPage.Example example : page.examples()) {
        example.statements().stream()
            .filter(statement -> !answers.containsKey(statement))
            .forEach(statement -> unknown.add(page.path() + ": " + statement));
        Optional<String> shown = example.answer();
        String last = example.statements().getLast();
        if (shown.isPresent()
            && !answers.getOrDefault(last, List.of()).contains(shown.orElseThrow())) {
          others.add(page.path() + ": " + last);
        }
      }
    }
    assertThat(unknown).as("in no script of sql-examples").isEmpty();
    assertThat(others).as("answer otherwise in their script").isEmpty();
  }

  /** Every statement of the scripts, with what it answers where. */
  private static Map<String, List<String>> answers() throws IOException {
    List<Path> scripts;
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      scripts = files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
    Map<String, List<String>> answers = new TreeMap<>();
    for (Path script : scripts) {
      List<String> statements =
          Scripts.split(Files.readString(script)).stream()
              .map(statement -> DocPage.spaced(statement.text()))
              .toList();
      Path expected = Path.of(script.toString().replaceAll("\\.sql$", ".expected"));
      List<String> parts = List.of(Files.readString(expected).split("(?m)^-- \\d+\n"));
      assertThat(parts).as(expected.toString()).hasSize(statements.size() + 1);
      for (int i = 0; i < statements.size(); i++) {
        answers
            .computeIfAbsent(statements.get(i), s -> new ArrayList<>())
            .add(parts.get(i + 1).stripTrailing());
      }
    }
    return answers;
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    for (DocPage page : DocPage.all()) {
      assertThat(page.links()).as(page.path().toString()).allSatisfy(l -> assertThat(l).exists());
    }
  }

  @Test
  void everyTableFunctionHasAPageAndAnExample() throws IOException {
    DocPage contents = DocPage.of("README.md");
    TreeSet<String> wrong = new TreeSet<>();
    for (MlFunction function : MlFunction.values()) {
      DocPage page = DocPage.of("sql/ml-" + dashed(function.name()));
      if (function.isAvailable()
          && !(page.shows("ML." + function.name() + "(")
              && contents.links().contains(page.path()))) {
        wrong.add(function.name());
      }
    }
    assertThat(wrong).as("without page, example or a link from README.md").isEmpty();
  }

  @Test
  void everyModelTypeHasAPageAndAnExample() throws IOException {
    List<DocPage> linked = new ArrayList<>();
    DocPage contents = DocPage.of("README.md");
    for (DocPage page : DocPage.all()) {
      if (contents.links().contains(page.path())) {
        linked.add(page);
      }
    }
    assertThat(ModelType.available())
        .allSatisfy(
            type ->
                assertThat(linked)
                    .as(type + ": a page that README.md leads to, about it, with an example")
                    .anyMatch(
                        page ->
                            !page.path().endsWith("create-model.md")
                                && page.shows("MODEL_TYPE = '" + type + "'")));
  }

  @Test
  void everyPreprocessingFunctionHasAPageAndAnExample() throws IOException {
    DocPage contents = DocPage.of("sql/preprocessing.md");
    for (Preprocessors function : Preprocessors.values()) {
      DocPage page = DocPage.of("sql/functions/ml-" + dashed(function.name()));
      assertThat(page.text())
          .startsWith("# ML.%s\n\n%s\n".formatted(function.name(), function.documentation()))
          .contains("## Synopsis\n```\n" + function.signature() + "\n```\n");
      assertThat(contents.links()).contains(page.path());
      assertThat(page.examples())
          .as(page.path().toString())
          .allSatisfy(example -> assertThat(example.answer()).isPresent())
          .anyMatch(
              example ->
                  example.statements().stream()
                      .anyMatch(s -> s.contains("ML." + function.name() + "(")));
    }
  }

  private static String dashed(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-') + ".md";
  }
}
