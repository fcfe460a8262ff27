/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The built distribution that is measured; {@code run} names its folder. */
final class Distribution {
  private Distribution() {}

  static Path home() {
    String home = System.getProperty("insitu.bench.home");
    if (home == null) {
      throw new IllegalStateException(
          "insitu.bench.home is not set; start cases with src/bench/run");
    }
    return Path.of(home);
  }

  /** {@code bin/insitu} with arguments, its standard error to ours. */
  static ProcessBuilder insitu(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(home().resolve("bin/insitu").toString());
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /** A JVM of its own for a main class of ours. */
  static Process java(Class<?> main, List<String> options, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + home().resolve("conf/jvm.options"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Mebibytes of a line of a process's status, such as VmRSS or VmHWM. */
  static double mebibytes(long pid, String line) throws IOException {
    String value = Machine.of("/proc/" + pid + "/status", line);
    return Double.parseDouble(value.split(" ", 2)[0]) / 1_024;
  }
}
