/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The header of a BATCH payload: where each column's buffers lie.
 *
 * <pre>
 *   0      u32 rows, u32 node count N, u32 buffer count B, u32 0
 *  16      N × (u32 length, u32 nulls)
 *  16+8N   B × (u32 offset, u32 bytes)       offsets are multiples of 8 from the payload's start
 * </pre>
 *
 * Nodes and buffers stand depth first, parents before their children; see {@link ColumnType.Layout}
 * for the buffers of a node. To write a batch: {@link Builder} gets lengths, null counts and buffer
 * sizes; then the frame header for {@link #payloadBytes}, {@link #header}, and each buffer followed
 * by {@link #padding} zeros.
 */
public final class BatchLayout {
  private static final int FIXED_BYTES = 16;

  private final int rows;

  /** Length and null count of each node. */
  private final int[] nodes;

  /** Offset and size of each buffer. */
  private final int[] buffers;

  private BatchLayout(int rows, int[] nodes, int[] buffers) {
    this.rows = rows;
    this.nodes = nodes;
    this.buffers = buffers;
  }

  /**
   * Reads and checks a payload's header: all buffers lie inside of the payload. The position stays.
   */
  public static BatchLayout read(ByteBuffer payload) {
    WireReader in = new WireReader(payload);
    int rows = in.u32();
    int nodeCount = in.u32();
    int bufferCount = in.u32();
    in.u32();
    if (8L * nodeCount + 8L * bufferCount > in.remaining()) {
      throw WireException.malformed(
          "A batch of " + nodeCount + " nodes and " + bufferCount + " buffers is cut off");
    }
    int[] nodes = new int[2 * nodeCount];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = in.u32();
    }
    int[] buffers = new int[2 * bufferCount];
    for (int i = 0; i < buffers.length; i += 2) {
      buffers[i] = in.u32();
      buffers[i + 1] = in.u32();
      if (buffers[i] % 8 != 0 || (long) buffers[i] + buffers[i + 1] > payload.remaining()) {
        throw WireException.malformed(
            "A buffer of " + buffers[i + 1] + " bytes at " + buffers[i] + " leaves its batch");
      }
    }
    return new BatchLayout(rows, nodes, buffers);
  }

  /** The header's bytes, padding to the first buffer included. */
  public ByteBuffer header() {
    int size = headerBytes(nodes.length / 2, buffers.length / 2);
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(rows).putInt(nodes.length / 2).putInt(buffers.length / 2).putInt(0);
    for (int node : nodes) {
      out.putInt(node);
    }
    for (int buffer : buffers) {
      out.putInt(buffer);
    }
    return out.position(size).flip();
  }

  /** Bytes of the whole payload. */
  public int payloadBytes() {
    if (buffers.length == 0) {
      return headerBytes(nodes.length / 2, 0);
    }
    int last = buffers.length - 2;
    return buffers[last] + buffers[last + 1] + padding(buffers[last + 1]);
  }

  /** Zero bytes that follow a buffer of this size. */
  public static int padding(int bufferBytes) {
    return -bufferBytes & 7;
  }

  /** Bytes of the header before the first buffer. */
  public static int headerBytes(int nodeCount, int bufferCount) {
    return FIXED_BYTES + 8 * nodeCount + 8 * bufferCount;
  }

  public int rows() {
    return rows;
  }

  public int nodeCount() {
    return nodes.length / 2;
  }

  public int bufferCount() {
    return buffers.length / 2;
  }

  /** Values of a node. */
  public int length(int node) {
    return nodes[2 * node];
  }

  public int nullCount(int node) {
    return nodes[2 * node + 1];
  }

  /** Where a buffer begins, from the payload's start. */
  public int offset(int buffer) {
    return buffers[2 * buffer];
  }

  /** Bytes of a buffer. */
  public int bytes(int buffer) {
    return buffers[2 * buffer + 1];
  }

  /** Collects nodes and buffers in their order. */
  public static final class Builder {
    private final int rows;
    private int[] nodes = new int[32];
    private int nodeFields;
    private int[] sizes = new int[32];
    private int bufferCount;

    public Builder(int rows) {
      this.rows = rows;
    }

    /** The next column or child column. */
    public Builder node(int length, int nullCount) {
      if (nodeFields == nodes.length) {
        nodes = Arrays.copyOf(nodes, 2 * nodeFields);
      }
      nodes[nodeFields++] = length;
      nodes[nodeFields++] = nullCount;
      return this;
    }

    /** The next buffer of the last node; 0 bytes for a validity bitmap that is left out. */
    public Builder buffer(int bytes) {
      if (bufferCount == sizes.length) {
        sizes = Arrays.copyOf(sizes, 2 * bufferCount);
      }
      sizes[bufferCount++] = bytes;
      return this;
    }

    /** Bytes the payload would have now; may exceed any limit. */
    public long payloadBytes() {
      long total = headerBytes(nodeFields / 2, bufferCount);
      for (int i = 0; i < bufferCount; i++) {
        total += (long) sizes[i] + padding(sizes[i]);
      }
      return total;
    }

    /**
     * The layout.
     *
     * @throws WireException FRAME_TOO_LARGE when the payload is longer than that
     */
    public BatchLayout build(int frameBytesMax) {
      long total = payloadBytes();
      if (total > frameBytesMax) {
        throw new WireException(
            Fault.FRAME_TOO_LARGE,
            "frameBytes: " + total + " (expected: <= " + frameBytesMax + ")");
      }
      int[] buffers = new int[2 * bufferCount];
      int offset = headerBytes(nodeFields / 2, bufferCount);
      for (int i = 0; i < bufferCount; i++) {
        buffers[2 * i] = offset;
        buffers[2 * i + 1] = sizes[i];
        offset += sizes[i] + padding(sizes[i]);
      }
      return new BatchLayout(rows, Arrays.copyOf(nodes, nodeFields), buffers);
    }
  }
}
