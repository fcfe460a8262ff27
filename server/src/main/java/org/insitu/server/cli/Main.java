/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli;

import ch.qos.logback.classic.Level;
import org.insitu.parser.error.InsituException;
import org.insitu.server.BuildVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** The command line's entry. */
@Command(
    name = "insitu",
    description = "A SQL-first machine-learning engine that works where the data lies.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ServerCommand.class,
      SqlCommand.class,
      RunCommand.class,
      QuickstartCommand.class,
      VersionCommand.class,
      HelpCommand.class
    })
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    boolean server = arguments.length > 0 && arguments[0].equals("server");
    ConsoleLog.install(server ? Level.INFO : Level.WARN);
    System.exit(execute(arguments));
  }

  /** Runs a command and answers with its exit code: 0 good, 1 failed, 2 wrongly called. */
  static int execute(String... arguments) {
    CommandLine line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          command.getErr().println(command.getColorScheme().errorText(text(failure)));
          return 1;
        });
    return line.execute(arguments);
  }

  private static String text(Exception failure) {
    return switch (failure) {
      case CommandFailure known -> known.getMessage();
      case InsituException e ->
          e.code().label()
              + " "
              + e.getMessage()
              + (e.hint().isEmpty() ? "" : "\nHint: " + e.hint());
      default -> failure.toString();
    };
  }

  /** For {@code --version}. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"insitu " + BuildVersion.get()};
    }
  }
}
