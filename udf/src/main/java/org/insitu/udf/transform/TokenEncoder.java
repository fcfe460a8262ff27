/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.sql.SqlDialect;

/**
 * MULTI_HOT_ENCODER, BAG_OF_WORDS and TF_IDF: a list of texts as a list of {@code (index BIGINT,
 * value DOUBLE)}, ascending, over the {@link Vocabulary} of all lists, in which a text counts once
 * a list. An index of 0 stands for all NULLs and texts that are not in the vocabulary.
 *
 * <pre>
 *   MULTI_HOT_ENCODER  value = 1
 *   BAG_OF_WORDS       value = how often the list has it
 *   TF_IDF             value = that / length of the list * ln(1 + lists / (1 + lists that have it))
 * </pre>
 *
 * <b>Source:</b> BigQuery ML, the pages of the three functions. <b>Cost:</b> the lists of all rows
 * are in memory while the vocabulary is found.
 */
record TokenEncoder(Weighing weighing, Vocabulary vocabulary) implements Preprocessor {
  enum Weighing {
    PRESENCE,
    COUNT,
    TF_IDF
  }

  static TokenEncoder of(Weighing weighing, Constants constants) {
    return new TokenEncoder(weighing, Vocabulary.of(constants, 0));
  }

  @Override
  public boolean isAnalytic() {
    return true;
  }

  @Override
  public List<String> aggregates(
      List<Argument> arguments, UnaryOperator<String> over, SqlDialect dialect) {
    String distinct = "list_distinct(%s)".formatted(texts(arguments, dialect));
    String lists = over.apply("list(%s)".formatted(distinct));
    String histogram = "list_histogram(flatten(%s))".formatted(lists);
    String values = vocabulary.of(histogram);
    List<String> aggregates = new ArrayList<>(List.of(values));
    if (weighing == Weighing.TF_IDF) {
      String count = over.apply("count(%s)".formatted(arguments.getFirst().sql()));
      // A list's own NULLs are counted beside its distinct texts, which leave them out.
      String whole = over.apply("list(%s)".formatted(texts(arguments, dialect)));
      String unknown =
          ("len(list_filter(%s, lambda __d: len(list_filter(__d, lambda __t: __t IS NULL OR NOT"
                  + " coalesce(list_contains(%s, __t), FALSE))) > 0))")
              .formatted(whole, values);
      String seen =
          "list_transform(%s, lambda __t: map_extract(%s, __t)[1])".formatted(values, histogram);
      aggregates.add(
          "list_transform(list_concat([%s], %s), lambda __n: ln(1 + %s / (1 + __n)))"
              .formatted(unknown, seen, count));
    }
    return aggregates;
  }

  private static String texts(List<Argument> arguments, SqlDialect dialect) {
    return "CAST(%s AS %s[])"
        .formatted(arguments.getFirst().sql(), dialect.type(ValueType.VARCHAR));
  }

  @Override
  public String sql(List<Argument> arguments, List<Known> known, SqlDialect dialect) {
    String texts = texts(arguments, dialect);
    String codes =
        "list_transform(%s, lambda __t: coalesce(list_position(%s, __t), 0))"
            .formatted(texts, known.getFirst().sql(dialect));
    String often = "len(list_filter(%s, lambda __o: __o = __c))".formatted(codes);
    String value =
        switch (weighing) {
          case PRESENCE -> dialect.number(1.0);
          case COUNT -> "CAST(%s AS %s)".formatted(often, dialect.type(ValueType.DOUBLE));
          case TF_IDF ->
              "%s / len(%s) * %s[__c + 1]".formatted(often, texts, known.get(1).sql(dialect));
        };
    return "list_transform(list_sort(list_distinct(%s)), lambda __c: {'index': CAST(__c AS %s), 'value': %s})"
        .formatted(codes, dialect.type(ValueType.BIGINT), value);
  }

  @Override
  public int width(List<Known> known) {
    return known.getFirst().texts().map(texts -> texts.size() + 1).orElse(-1);
  }
}
