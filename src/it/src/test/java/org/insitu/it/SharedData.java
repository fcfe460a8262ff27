/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The public tables beside the checkout; tests that need them are skipped, loudly, without them.
 */
final class SharedData {
  private static final Path FOLDER =
      Path.of(System.getProperty("insitu.root")).resolveSibling("shared").resolve("data");

  private SharedData() {}

  /** A file of the folder, for SQL. */
  static String file(String name) {
    Path file = FOLDER.resolve(name);
    if (!Files.exists(file)) {
      System.err.println("SKIPPED: no ../shared/data/" + name + " beside this checkout");
    }
    Assumptions.assumeTrue(Files.exists(file), "../shared/data/" + name + " is absent");
    return "'" + file.toString().replace("'", "''") + "'";
  }
}
