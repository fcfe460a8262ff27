/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes into the jar: our own classes, for Java 11, and the service file. */
class JarContentTest {

  private static Path classes() throws URISyntaxException {
    return Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @Test
  void holdsOnlyOurOwnClassesAndTheServiceFile() throws Exception {
    try (Stream<Path> files = Files.walk(classes())) {
      List<String> others =
          files
              .filter(Files::isRegularFile)
              .map(file -> relative(file))
              .filter(name -> !name.matches("org/insitu/jdbc/.*[.]class"))
              .toList();
      assertThat(others).containsExactly("META-INF/services/java.sql.Driver");
    }
  }

  private static String relative(Path file) {
    try {
      return classes().relativize(file).toString().replace('\\', '/');
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void runsOnJava11() throws IOException, URISyntaxException {
    byte[] bytes = Files.readAllBytes(classes().resolve("org/insitu/jdbc/Driver.class"));
    assertThat(bytes[7]).as("class file version").isEqualTo((byte) 55);
  }

  @Test
  void registersItselfAsAService() {
    assertThat(DriverManager.drivers()).hasAtLeastOneElementOfType(Driver.class);
  }
}
