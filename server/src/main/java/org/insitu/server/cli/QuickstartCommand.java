/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.insitu.parser.option.Setting;
import org.insitu.server.cli.format.Stopwatch;
import org.insitu.server.cli.format.TableAnswers;
import org.insitu.server.cli.format.TableStyle;
import org.insitu.server.net.ServerConfig;
import org.insitu.server.session.EngineConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code insitu quickstart}: the whole way from tables to predictions, in a folder that goes. */
@Command(
    name = "quickstart",
    description = "Runs sql-examples/quickstart.sql and shows each statement with its answer.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class QuickstartCommand implements Callable<Integer> {
  private static final String SCRIPT = "sql-examples/quickstart.sql";
  private static final String FAINT = "\u001b[2m";
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Path script = script();
    Stopwatch watch = Stopwatch.start();
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      EngineConfig database = EngineConfig.of(folder.path().resolve("quickstart.db"));
      boolean good;
      try (RunningServer server = RunningServer.start(database, ServerConfig.embedded())) {
        good = run(server.url(), Files.readString(script));
      }
      if (good) {
        spec.commandLine()
            .getOut()
            .println("\nThat was " + SCRIPT + " in " + watch.text() + ". Your turn: insitu sql");
      }
      return good ? 0 : 1;
    }
  }

  private boolean run(String url, String script) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Connection connection = DriverManager.getConnection(url)) {
      return new ScriptRunner(
              connection,
              new TableAnswers(out, new TableStyle(true, 0)),
              spec.commandLine().getErr(),
              (comment, text) -> echo(out, comment, text),
              Setting.LEX.defaultValue())
          .run(SCRIPT, script);
    } catch (SQLException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()));
    }
  }

  private static void echo(PrintWriter out, String comment, String text) {
    out.println();
    comment
        .lines()
        .map(line -> line.replaceFirst("^\\s*;", "").strip())
        .filter(line -> !line.isEmpty())
        .forEach(line -> out.println(styled(FAINT, line)));
    out.println(styled(BOLD, text + ";"));
    out.flush();
  }

  private static String styled(String style, String text) {
    return Ansi.AUTO.enabled() ? style + text + PLAIN : text;
  }

  /** In the distribution, or in the checkout that it was built from. */
  private static Path script() {
    String home = System.getProperty("insitu.home", ".");
    Path script = Path.of(home).resolve(SCRIPT);
    if (!Files.isReadable(script)) {
      throw new CommandFailure("There is no " + script + "; start with bin/insitu.");
    }
    return script;
  }
}
