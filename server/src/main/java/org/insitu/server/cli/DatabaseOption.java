/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.insitu.server.session.EngineConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --database FILE}. */
final class DatabaseOption {
  @Option(
      names = "--database",
      paramLabel = "FILE",
      description = "File of the warehouse and its models; made when absent. Default: in memory.")
  private @Nullable Path database;

  boolean isGiven() {
    return database != null;
  }

  /** How the engine is to be opened. */
  EngineConfig config() {
    if (database == null) {
      return EngineConfig.inMemory();
    }
    Path file = database.toAbsolutePath();
    Path folder = file.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new CommandFailure("--database: the folder " + folder + " does not exist.");
    }
    return EngineConfig.of(file);
  }

  @Override
  public String toString() {
    return database == null ? "in memory" : database.toString();
  }
}
