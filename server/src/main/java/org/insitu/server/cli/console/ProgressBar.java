/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.console;

import java.util.Locale;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/**
 * One line that shows how far a statement is, and goes when the answer comes:
 *
 * <pre>fit       [##########··········]  50 %  iteration 5, loss 0.412  1.3 s</pre>
 */
final class ProgressBar {
  private static final int CELLS = 20;
  private static final long QUIET_NANOS = 200_000_000;

  private final Terminal terminal;
  private final boolean able;
  private long began;
  private boolean shown;

  ProgressBar(Terminal terminal) {
    this.terminal = terminal;
    this.able = terminal.getStringCapability(Capability.clr_eol) != null;
  }

  synchronized void start() {
    began = System.nanoTime();
    shown = false;
  }

  /** Draws the line anew, if there has been time to wonder. */
  synchronized void show(String phase, double fraction, String message) {
    long elapsed = System.nanoTime() - began;
    if (!able || elapsed < QUIET_NANOS) {
      return;
    }
    String line = line(phase, fraction, message, elapsed / 1e9);
    int width = Math.max(20, terminal.getWidth() - 1);
    terminal.writer().print("\r" + (line.length() > width ? line.substring(0, width) : line));
    terminal.puts(Capability.clr_eol);
    terminal.flush();
    shown = true;
  }

  /** Takes the line away. */
  synchronized void clear() {
    if (shown) {
      terminal.writer().print("\r");
      terminal.puts(Capability.clr_eol);
      terminal.flush();
      shown = false;
    }
  }

  static String line(String phase, double fraction, String message, double seconds) {
    StringBuilder line = new StringBuilder("%-9s ".formatted(phase));
    if (fraction >= 0) {
      int full = (int) Math.round(Math.min(1, fraction) * CELLS);
      line.append('[').repeat("#", full).repeat("·", CELLS - full);
      line.append("] %3.0f %%  ".formatted(100 * Math.min(1, fraction)));
    }
    line.append(message.isEmpty() ? "" : message + "  ");
    return line.append(String.format(Locale.ROOT, "%.1f s", seconds)).toString();
  }
}
