/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Bytes that are kept until they are complete: in memory at first, in a temporary file if many. */
final class SpooledLine extends OutputStream {
  private static final int MEMORY_BYTES_MAX = 16 << 20;

  private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable Path file;
  private @Nullable OutputStream fileOut;

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (fileOut == null && memory.size() + length > MEMORY_BYTES_MAX) {
      file = Files.createTempFile("insitu", ".json");
      fileOut = Files.newOutputStream(file);
      memory.writeTo(fileOut);
      memory.reset();
    }
    (fileOut == null ? memory : fileOut).write(bytes, offset, length);
  }

  /** Prints what was kept, and the end of the line. */
  void printTo(OutputStream out) throws IOException {
    if (fileOut != null && file != null) {
      fileOut.flush();
      Files.copy(file, out);
    } else {
      memory.writeTo(out);
    }
    out.write('\n');
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (fileOut != null) {
      fileOut.close();
    }
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }
}
