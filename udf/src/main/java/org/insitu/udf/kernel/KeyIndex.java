/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.insitu.udf.expression.Expression.Lookup;
import org.insitu.udf.kernel.Values.Doubles;
import org.insitu.udf.kernel.Values.Texts;

/**
 * Numbers the keys of all look-ups that read one text column: each row is hashed once, and every
 * look-up is then an access to an array.
 */
final class KeyIndex implements Operation {
  private static final int UNSEEN = 0;
  private static final int MISSING = 1;

  private final Texts key;
  private final int[] numbers = new int[Values.BLOCK];
  private final Map<String, Integer> numberOf = new HashMap<>();
  private final List<Table> tables = new ArrayList<>();

  /** Open addressing: the number of the key in a place, {@link #UNSEEN} where the place is free. */
  private int[] places = {UNSEEN};

  private byte[][] keys = {};

  KeyIndex(Texts key) {
    this.key = key;
  }

  /** Adds a look-up. */
  Table table(Lookup lookup) {
    lookup.keys().forEach(text -> numberOf.putIfAbsent(text, numberOf.size() + MISSING + 1));
    Table table = new Table(lookup);
    tables.add(table);
    return table;
  }

  /** Builds the hash table when all look-ups are known. */
  void freeze() {
    keys = new byte[numberOf.size() + MISSING + 1][];
    places = new int[Integer.highestOneBit(numberOf.size() + 1) * 4];
    numberOf.forEach(
        (text, number) -> {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          keys[number] = bytes;
          int place = hash(bytes, 0, bytes.length) & (places.length - 1);
          while (places[place] != UNSEEN) {
            place = (place + 1) & (places.length - 1);
          }
          places[place] = number;
        });
    tables.forEach(Table::freeze);
  }

  @Override
  public void run(int count) {
    for (int i = 0; i < count; i++) {
      numbers[i] = key.isNull(i) ? MISSING : find(key.bytes[i], key.starts[i], key.lengths[i]);
    }
  }

  private int find(byte[] bytes, int start, int length) {
    int place = hash(bytes, start, length) & (places.length - 1);
    while (true) {
      int number = places[place];
      if (number == UNSEEN || equal(keys[number], bytes, start, length)) {
        return number;
      }
      place = (place + 1) & (places.length - 1);
    }
  }

  private static boolean equal(byte[] text, byte[] bytes, int start, int length) {
    return text.length == length && Arrays.equals(text, 0, length, bytes, start, start + length);
  }

  private static int hash(byte[] bytes, int start, int length) {
    int hash = length;
    for (int i = start; i < start + length; i++) {
      hash = hash * 31 + bytes[i];
    }
    hash *= 0x9e3779b9;
    return hash ^ (hash >>> 15);
  }

  /** One look-up: a value per key number. */
  final class Table implements Operation {
    private final Lookup lookup;
    private final Doubles values = new Doubles();
    private double[] byNumber = {};

    private Table(Lookup lookup) {
      this.lookup = lookup;
    }

    Doubles values() {
      return values;
    }

    private void freeze() {
      byNumber = new double[keys.length];
      Arrays.fill(byNumber, lookup.unseen());
      byNumber[MISSING] = lookup.missing();
      for (int i = lookup.keys().size() - 1; i >= 0; i--) {
        byNumber[numberOf.getOrDefault(lookup.keys().get(i), UNSEEN)] = lookup.values().get(i);
      }
    }

    @Override
    public void run(int count) {
      double[] out = values.writable();
      for (int i = 0; i < count; i++) {
        out[i] = byNumber[numbers[i]];
      }
    }
  }
}
