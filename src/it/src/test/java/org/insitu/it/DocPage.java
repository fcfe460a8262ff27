/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.insitu.parser.Scripts;

/**
 * A page of the documentation.
 *
 * @param text all of it
 */
record DocPage(Path path, String text) {
  private static final Path DOCS =
      Path.of(System.getProperty("insitu.root")).resolve("src").resolve("docs");
  private static final Pattern EXAMPLE =
      Pattern.compile("```sql\n(.*?)```\n(?:```text\n(.*?)\n```\n)?", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

  /**
   * An SQL block.
   *
   * @param answer of its last statement, where the page shows it
   */
  record Example(List<String> statements, Optional<String> answer) {}

  static DocPage of(String name) throws IOException {
    Path path = DOCS.resolve(name);
    return new DocPage(path, Files.exists(path) ? Files.readString(path) : "");
  }

  static List<DocPage> all() throws IOException {
    List<DocPage> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(DOCS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
        pages.add(new DocPage(file, Files.readString(file)));
      }
    }
    return pages;
  }

  List<Example> examples() {
    return EXAMPLE.matcher(text).results().map(DocPage::example).toList();
  }

  private static Example example(MatchResult block) {
    return new Example(
        Scripts.split(block.group(1)).stream().map(s -> spaced(s.text())).toList(),
        Optional.ofNullable(block.group(2)));
  }

  /** A statement with every run of blanks as one: pages and scripts may break lines elsewhere. */
  static String spaced(String statement) {
    return statement.replaceAll("--[^\n]*\n", "").replaceAll("\\s+", " ").strip();
  }

  /** Whether an SQL block has this text. */
  boolean shows(String sql) {
    return examples().stream()
        .flatMap(example -> example.statements().stream())
        .anyMatch(statement -> statement.contains(sql));
  }

  /** The files that it points at. */
  List<Path> links() {
    return LINK.matcher(text)
        .results()
        .map(link -> path.resolveSibling(link.group(1)).normalize())
        .toList();
  }
}
