/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.kernel.Values.Texts;

/** Reads dictionary-encoded texts, such as DuckDB's ENUM. */
final class DictionaryReader extends ColumnReader {
  /** Stands for a NULL among the entries; told by identity. */
  private static final byte[] NONE = {};

  private final Texts values;
  private byte[][] texts = {};

  DictionaryReader(int index) {
    this(index, new Texts());
  }

  private DictionaryReader(int index, Texts values) {
    super(index, ValueType.VARCHAR, values);
    this.values = values;
  }

  @Override
  void open(FieldVector vector, DictionaryProvider dictionaries) {
    super.open(vector, dictionaries);
    DictionaryEncoding encoding = vector.getField().getDictionary();
    Dictionary dictionary = dictionaries.lookup(encoding.getId());
    if (dictionary == null) {
      throw new IllegalArgumentException(
          "column '" + vector.getName() + "': dictionary " + encoding.getId() + " is not there");
    }
    ValueVector entries = dictionary.getVector();
    texts = new byte[entries.getValueCount()][];
    for (int i = 0; i < texts.length; i++) {
      Object entry = entries.getObject(i);
      texts[i] = entry == null ? NONE : entry.toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  @Override
  protected void load(int from, int count) {
    BaseIntVector codes = (BaseIntVector) vector();
    for (int i = 0; i < count; i++) {
      byte[] text = values.isNull(i) ? NONE : texts[(int) codes.getValueAsLong(from + i)];
      if (text == NONE && !values.anyNull) {
        Arrays.fill(values.nulls, false);
        values.anyNull = true;
      }
      values.nulls[i] |= values.anyNull && text == NONE;
      values.set(i, text);
    }
  }
}
