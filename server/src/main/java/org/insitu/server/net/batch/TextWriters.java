/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net.batch;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.ExtensionTypeVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.jspecify.annotations.Nullable;

/** Columns that become VARCHAR: dictionaries (ENUM) and types that the wire has no layout for. */
final class TextWriters {
  private static final byte[] NONE = {};

  private TextWriters() {}

  /** Each value's own text: unions, UUIDs, types of extensions. */
  static final ColumnWriter OBJECTS =
      (vector, from, count, plan) ->
          texts(
              i -> {
                Object value = vector.getObject(i);
                return value == null ? null : value.toString().getBytes(StandardCharsets.UTF_8);
              },
              from,
              count,
              plan);

  /** The storage of an extension's type. */
  static ColumnWriter storage(ColumnWriter writer) {
    return (vector, from, count, plan) -> {
      FieldVector storage =
          vector instanceof ExtensionTypeVector<?> extension
              ? (FieldVector) extension.getUnderlyingVector()
              : vector;
      writer.plan(storage, from, count, plan);
    };
  }

  /**
   * A dictionary's strings.
   *
   * @param dictionaries read anew for every batch, since a stream may replace its dictionary
   */
  static ColumnWriter dictionary(
      DictionaryEncoding encoding, LongFunction<@Nullable Dictionary> dictionaries) {
    return (vector, from, count, plan) -> {
      VarCharVector words = words(encoding, dictionaries, vector);
      BaseIntVector indices = (BaseIntVector) vector;
      byte[][] decoded = new byte[words.getValueCount()][];
      texts(
          i -> {
            if (vector.isNull(i)) {
              return null;
            }
            int word = Math.toIntExact(indices.getValueAsLong(i));
            if (decoded[word] == null) {
              decoded[word] = words.get(word);
            }
            return decoded[word];
          },
          from,
          count,
          plan);
    };
  }

  private static VarCharVector words(
      DictionaryEncoding encoding,
      LongFunction<@Nullable Dictionary> dictionaries,
      FieldVector vector) {
    @Nullable Dictionary dictionary = dictionaries.apply(encoding.getId());
    if (dictionary != null && dictionary.getVector() instanceof VarCharVector words) {
      return words;
    }
    throw InsituException.of(
        ErrorCode.NOT_AVAILABLE_YET,
        "Column '"
            + vector.getName()
            + "' has a dictionary "
            + (dictionary == null ? "that is missing" : "of " + dictionary.getVectorType())
            + "; this version sends dictionaries of strings.");
  }

  private static void texts(
      IntFunction<byte @Nullable []> text, int from, int count, BatchPlan plan) {
    byte[][] values = new byte[count][];
    long[] ends = new long[count];
    byte[] validity = new byte[(count + 7) >>> 3];
    int nulls = 0;
    long bytes = 0;
    for (int i = 0; i < count; i++) {
      byte @Nullable [] value = text.apply(from + i);
      if (value == null) {
        nulls++;
      } else {
        validity[i >>> 3] |= (byte) (1 << (i & 7));
      }
      values[i] = value == null ? NONE : value;
      ends[i] = bytes += values[i].length;
    }
    plan.node(count, nulls);
    if (nulls == 0) {
      plan.emptyBuffer();
    } else {
      plan.buffer(validity.length, out -> out.put(validity));
    }
    Offsets.planEnds(ends, plan);
    plan.buffer(
        bytes,
        out -> {
          for (byte[] value : values) {
            out.put(value);
          }
        });
  }
}
