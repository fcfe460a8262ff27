/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli;

import org.insitu.jdbc.wire.Wire;
import org.insitu.server.BuildVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code insitu version}. */
@Command(name = "version", description = "Shows the versions of Insitu, its protocol and Java.")
final class VersionCommand implements Runnable {
  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine()
        .getOut()
        .println(
            "insitu %s, protocol %d.%d, Java %s"
                .formatted(BuildVersion.get(), Wire.MAJOR, Wire.MINOR, Runtime.version()));
  }
}
