/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code bin/insitu server} in a process of its own, its database in memory. */
final class ServerProcess implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("jdbc:insitu:\\S+");

  private final Process process;
  private final String url;

  private ServerProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Starts one and waits until it says where it listens. */
  static ServerProcess start() throws IOException {
    Process process = Distribution.insitu("server", "--port", "0").start();
    var output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher url = URL.matcher(line);
      if (url.find()) {
        return new ServerProcess(process, url.group());
      }
    }
    throw new IOException("the server ended without saying where it listens");
  }

  String url() {
    return url;
  }

  double mebibytes(String line) throws IOException {
    return Distribution.mebibytes(process.pid(), line);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
