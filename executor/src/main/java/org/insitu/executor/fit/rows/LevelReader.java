/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VariableWidthFieldVector;

/**
 * Finds the index of each value of a text or boolean column among the known levels: an open hash
 * table over their UTF-8 bytes.
 */
final class LevelReader {
  private final byte[][] levels;
  private final int[] table;
  private final int missing;
  private byte[] buffer = new byte[0];

  /**
   * A reader.
   *
   * @param levels the texts known
   * @param missing the index that NULL gets
   */
  LevelReader(List<String> levels, int missing) {
    this.levels =
        levels.stream().map(level -> level.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    this.missing = missing;
    this.table = new int[Math.max(8, Integer.highestOneBit(levels.size() * 2) * 2)];
    Arrays.fill(table, -1);
    for (int i = 0; i < this.levels.length; i++) {
      int slot = hash(this.levels[i], 0, this.levels[i].length) & (table.length - 1);
      while (table[slot] >= 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = i;
    }
  }

  /** Reads {@code count} values; one that is no level is -1. */
  void read(FieldVector vector, int from, int count, int[] to, int at) {
    switch (vector) {
      case BitVector bits -> {
        int no = index(bytes("false"), 0, 5);
        int yes = index(bytes("true"), 0, 4);
        for (int i = 0; i < count; i++) {
          to[at + i] = bits.isNull(from + i) ? missing : bits.get(from + i) == 0 ? no : yes;
        }
      }
      case VarCharVector texts -> read(texts, from, count, to, at);
      case VariableWidthFieldVector texts -> {
        for (int i = 0; i < count; i++) {
          if (texts.isNull(from + i)) {
            to[at + i] = missing;
          } else {
            byte[] text = bytes(String.valueOf(texts.getObject(from + i)));
            to[at + i] = index(text, 0, text.length);
          }
        }
      }
      default ->
          throw new IllegalArgumentException(
              "column " + vector.getName() + " has Arrow type " + vector.getField().getType());
    }
  }

  private void read(VarCharVector texts, int from, int count, int[] to, int at) {
    if (count == 0) {
      return;
    }
    boolean nulls = texts.getNullCount() > 0;
    int start = texts.getStartOffset(from);
    int length = texts.getEndOffset(from + count - 1) - start;
    if (buffer.length < length) {
      buffer = new byte[Math.max(length, 2 * buffer.length)];
    }
    texts.getDataBuffer().getBytes(start, buffer, 0, length);
    for (int i = 0; i < count; i++) {
      int begin = texts.getStartOffset(from + i) - start;
      int end = texts.getEndOffset(from + i) - start;
      to[at + i] = nulls && texts.isNull(from + i) ? missing : index(buffer, begin, end - begin);
    }
  }

  private int index(byte[] text, int offset, int length) {
    int slot = hash(text, offset, length) & (table.length - 1);
    while (true) {
      int candidate = table[slot];
      if (candidate < 0) {
        return -1;
      }
      byte[] level = levels[candidate];
      if (Arrays.equals(level, 0, level.length, text, offset, offset + length)) {
        return candidate;
      }
      slot = (slot + 1) & (table.length - 1);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int hash(byte[] text, int offset, int length) {
    int h = length;
    for (int i = offset; i < offset + length; i++) {
      h = 31 * h + text[i];
    }
    h *= 0x9E3779B1;
    return h ^ (h >>> 15);
  }
}
