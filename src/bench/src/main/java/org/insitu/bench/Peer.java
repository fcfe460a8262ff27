/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A peer in a process of its own that has read the rows into its memory and waits: a request is one
 * line, its answer one line {@code = SECONDS QUALITY}, with the time that the peer took by its own
 * clock. Lines without {@code = } are its chatter.
 */
final class Peer implements AutoCloseable {
  private static final String MARK = "= ";
  private static final double NANOS = 1e9;
  private static final String SPARK = "Spark MLlib";

  private final String name;
  private final Process process;
  private final BufferedReader answers;

  private Peer(String name, Process process) {
    this.name = name;
    this.process = process;
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Whether {@code -Dpeers} has this one, sklearn or spark; both by default. */
  static boolean isWanted(String name) {
    return Arrays.asList(System.getProperty("peers", "sklearn,spark").split(",", -1))
        .contains(name);
  }

  /** A script of {@code src/bench/peers}, by the Python that BENCH_PYTHON names. */
  static Peer python(String script, Path rows) throws IOException {
    String python = System.getenv().getOrDefault("BENCH_PYTHON", "/usr/bin/python3");
    return start(
        "scikit-learn",
        List.of(python, sources().resolve("peers/" + script).toString(), rows.toString()));
  }

  /** Spark's MLlib in a JVM that it runs on, which BENCH_SPARK_JAVA names. */
  static Peer spark(Path rows) throws IOException {
    Path spark = sources().resolve("spark");
    Path jars = spark.resolve("target/lib");
    if (!Files.isDirectory(jars)) {
      throw new IOException(
          "Spark is not there; get it with mvn -f %s dependency:copy-dependencies -DoutputDirectory=target/lib, or measure without it: -Dpeers=sklearn"
              .formatted(spark.resolve("pom.xml")));
    }
    List<String> command = new ArrayList<>();
    command.add(
        System.getenv()
            .getOrDefault("BENCH_SPARK_JAVA", "/usr/lib/jvm/java-17-openjdk-amd64/bin/java"));
    command.add("@" + spark.resolve("jvm.options"));
    command.addAll(List.of("-cp", jars + "/*", spark.resolve("SparkFits.java").toString()));
    command.add(rows.toString());
    return start(SPARK, command);
  }

  private static Path sources() {
    return Path.of(System.getProperty("insitu.bench.sources"));
  }

  private static Peer start(String name, List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    Peer peer = new Peer(name, builder.start());
    System.out.println("Peer: " + peer.answer());
    return peer;
  }

  String name() {
    return name;
  }

  boolean spark() {
    return name.equals(SPARK);
  }

  /** Asks for work; the result's text is the quality that the peer reached. */
  Timed ask(String request) throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).append(request).append('\n').flush();
    String[] answer = answer().split(" ", 2);
    if (answer[0].equals("error")) {
      throw new IOException(name + " failed at " + request + ": " + answer[1]);
    }
    return new Timed(Double.parseDouble(answer[0]) * NANOS, answer[1]);
  }

  private String answer() throws IOException {
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith(MARK)) {
        return line.substring(MARK.length());
      }
    }
    throw new IOException(name + " ended without an answer");
  }

  /** The end of its input ends a peer. */
  @Override
  public void close() throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).close();
    process.onExit().join();
  }
}
