/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.dist;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of {@code bin/insitu}. */
final class Started implements AutoCloseable {
  private static final long SECONDS_MAX = 120;
  private static final Pattern LISTENS = Pattern.compile("listens on \\S+:(\\d+)");

  private final Process process;
  private final BufferedReader out;

  private Started(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  static Started of(Path insitu, String... arguments) throws IOException {
    return new Started(builder(insitu, arguments).start());
  }

  /** Without the cache of classes, which a folder that is used once is not worth. */
  static Started uncached(Path insitu, String... arguments) throws IOException {
    ProcessBuilder builder = builder(insitu, arguments);
    builder.environment().put("INSITU_CACHE", "off");
    return new Started(builder.start());
  }

  private static ProcessBuilder builder(Path insitu, String... arguments) {
    List<String> command = new ArrayList<>(List.of(insitu.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  /** Everything it printed, after its end. */
  String output() throws IOException {
    return String.join("\n", out.readAllLines());
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end");
    }
    return process.exitValue();
  }

  /** Where a server listens, once it says so. */
  int port() throws IOException {
    StringBuilder before = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher listens = LISTENS.matcher(line);
      if (listens.find()) {
        return Integer.parseInt(listens.group(1));
      }
      before.append(line).append('\n');
    }
    throw new AssertionError("it did not listen:\n" + before);
  }

  long pid() {
    return process.pid();
  }

  void terminate() {
    process.destroy();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
