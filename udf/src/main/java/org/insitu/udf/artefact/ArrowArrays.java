/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.artefact;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** The part of an artefact that is Arrow: IPC streams of one batch each, one after the other. */
final class ArrowArrays {
  private ArrowArrays() {}

  /** Where one stream stands. */
  record Slice(int offset, int length) {}

  /** Collects streams. */
  static final class Writer {
    /** Beside its buffers, what a stream says of its columns is no more than this for each. */
    private static final int COLUMN_BYTES = 1 << 10;

    private final Room bytes = new Room();

    /**
     * Adds a stream of one batch.
     *
     * @param fill sets the values; the vectors have room for all rows
     */
    Slice add(List<Field> columns, int rows, Consumer<VectorSchemaRoot> fill) {
      int offset = bytes.size();
      try (BufferAllocator allocator = new RootAllocator();
          VectorSchemaRoot root = VectorSchemaRoot.create(new Schema(columns), allocator)) {
        root.getFieldVectors().forEach(vector -> vector.setInitialCapacity(rows));
        root.allocateNew();
        fill.accept(root);
        root.setRowCount(rows);
        bytes.forMore(
            root.getFieldVectors().stream()
                .mapToLong(vector -> vector.getBufferSize() + COLUMN_BYTES)
                .sum());
        try (ArrowStreamWriter writer =
            new ArrowStreamWriter(root, null, Channels.newChannel(bytes))) {
          writer.start();
          writer.writeBatch();
          writer.end();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("writing to memory", e);
      }
      return new Slice(offset, bytes.size() - offset);
    }

    byte[] toByteArray() {
      return bytes.toByteArray();
    }
  }

  /** Bytes that grow by what is announced: of a large forest, doubling takes as much again. */
  private static final class Room extends ByteArrayOutputStream {
    void forMore(long more) {
      if (more > buf.length - count) {
        buf = Arrays.copyOf(buf, Math.toIntExact(count + more));
      }
    }
  }

  /** Reads streams. */
  static final class Reader {
    private final byte[] bytes;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    /** Reads the batch of a stream; what the function answers must not hold on to it. */
    <T> T read(Slice slice, Function<VectorSchemaRoot, T> function) {
      if (slice.offset() < 0
          || slice.length() < 0
          || slice.offset() > bytes.length - slice.length()) {
        throw new ArtefactException(
            "arrays: " + slice + " (expected: within " + bytes.length + " bytes)");
      }
      try (BufferAllocator allocator = new RootAllocator();
          ArrowStreamReader reader =
              new ArrowStreamReader(
                  new ByteArrayInputStream(bytes, slice.offset(), slice.length()), allocator)) {
        if (!reader.loadNextBatch()) {
          throw new ArtefactException("arrays: " + slice + " has no batch");
        }
        return function.apply(reader.getVectorSchemaRoot());
      } catch (IOException e) {
        throw new ArtefactException("arrays: " + slice + " is not an Arrow stream", e);
      }
    }
  }
}
