/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The distribution's NOTICE names every jar that the distribution holds. */
class NoticeTest {
  private static final Pattern JAR = Pattern.compile("(.+?)-(\\d+\\..*)\\.jar");

  /** On the tests' class path, not in the distribution. */
  private static final Pattern OF_TESTS =
      Pattern.compile(
          "junit-.*|assertj-.*|byte-buddy.*|opentest4j|hamcrest.*|surefire-.*|common-.*");

  @Test
  void namesEveryJar() throws IOException {
    Path notice = Path.of(System.getProperty("insitu.root")).resolve("src/dist/NOTICE");
    Set<String> named = new TreeSet<>(List.of(Files.readString(notice).split("[\\s,:;()]+")));
    Set<String> missing = new TreeSet<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Matcher jar = JAR.matcher(Path.of(entry).getFileName().toString());
      if (jar.matches()
          && !jar.group(1).startsWith("insitu-")
          && !OF_TESTS.matcher(jar.group(1)).matches()
          && !named.contains(jar.group(1))) {
        missing.add(jar.group(1));
      }
    }
    assertThat(missing).isEmpty();
  }
}
