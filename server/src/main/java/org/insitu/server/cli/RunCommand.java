/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.insitu.parser.option.Choice;
import org.insitu.server.cli.format.AnswerFormat;
import org.insitu.server.net.ServerConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code insitu run FILE.sql}. */
@Command(
    name = "run",
    description =
        "Runs a script and prints the answers. Stops at the first error, with the file and line.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class RunCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  @Mixin private DatabaseOption database = new DatabaseOption();

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Parameters(paramLabel = "FILE.sql", description = "The script; - for standard input.")
  private String file;

  @Option(names = "--format", description = "table, csv or json. Default: table.")
  private AnswerFormat format = AnswerFormat.TABLE;

  @Option(
      names = "--lex",
      description =
          "ansi, or bigquery for a script of GoogleSQL, as SET insitu.lex has it. Default: the"
              + " URL's, ansi.")
  private Choice.@Nullable Lex lex;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "A server, such as jdbc:insitu://localhost:7878/. Default: an engine of its own.")
  private @Nullable String url;

  @Override
  public Integer call() throws IOException {
    if (url != null && database.isGiven()) {
      throw new CommandFailure("--url and --database exclude each other: the server has its own.");
    }
    String script = script();
    if (url != null) {
      return run(url, script);
    }
    try (RunningServer server = RunningServer.start(database.config(), ServerConfig.embedded())) {
      return run(server.url(), script);
    }
  }

  private int run(String target, String script) throws IOException {
    String name = file.equals("-") ? "standard input" : file;
    return ScriptRunner.print(target, lex, name, script, format, spec.commandLine().getErr());
  }

  private String script() throws IOException {
    if (file.equals("-")) {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Path path = Path.of(file);
    if (!Files.isReadable(path)) {
      throw new CommandFailure("There is no file " + file + " that can be read.");
    }
    return Files.readString(path);
  }
}
