/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** What the figures were measured on. */
final class Machine {
  private Machine() {}

  /** Prints processor, memory, JDK and the versions of the peers. */
  static void print() throws IOException {
    System.out.printf(
        "Machine: %s, %d processors%s, %s; %s; JDK %s, %s; %s; load average %s.%n",
        of("/proc/cpuinfo", "model name"),
        Runtime.getRuntime().availableProcessors(),
        of("/proc/cpuinfo", "flags").contains("avx512f") ? " with AVX-512" : "",
        of("/proc/meminfo", "MemTotal"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.runtime.version"),
        System.getProperty("java.vendor"),
        LocalDate.now(java.time.ZoneOffset.UTC),
        load());
    System.out.println("Jars: " + String.join(", ", jars()));
  }

  static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
  }

  private static List<String> jars() throws IOException {
    try (var entries = Files.walk(Distribution.home().resolve("lib"), 1)) {
      return entries
          .map(path -> path.getFileName().toString())
          .filter(
              name -> name.matches("(duckdb_jdbc|xgboost4j|arrow-vector|calcite-core|netty-b).*"))
          .sorted()
          .toList();
    }
  }

  /** The value of a line such as {@code MemTotal: 24 kB} of a file of the kernel's. */
  static String of(String file, String key) throws IOException {
    try (var lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    }
  }
}
