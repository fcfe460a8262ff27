/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.insitu.parser.statement.MlCall;
import org.insitu.parser.statement.SqlText;
import org.insitu.parser.text.Tokens;
import org.insitu.planner.catalog.Catalog;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.udf.model.Feature;

/**
 * Whether a rule could spare anything, from the words of a statement alone: a look-up of a row by
 * its key, or a table scored whole, is not worth the milliseconds of reading and validating it.
 *
 * <p>It can when there are two calls (a model to share), a join, or a condition that names a
 * feature or a prediction. A word too many costs time, never an answer.
 */
final class Prospects {
  private static final Set<String> CONDITIONS = Set.of("WHERE", "HAVING", "QUALIFY", "ON");
  private static final Set<String> AFTER_FROM =
      Set.of("WHERE", "GROUP", "ORDER", "LIMIT", "HAVING", "QUALIFY", "WINDOW");

  private final Catalog catalog;
  private final Set<String> words = new HashSet<>();
  private int calls;

  private Prospects(Catalog catalog) {
    this.catalog = catalog;
  }

  static boolean of(SqlText sql, Catalog catalog) {
    Prospects prospects = new Prospects(catalog);
    prospects.collect(sql);
    return prospects.calls > 1 || prospects.inWords(Tokens.of(sql.text()));
  }

  private void collect(SqlText sql) {
    for (MlCall call : sql.calls()) {
      calls++;
      switch (call) {
        case MlCall.TableFunction table -> {
          table.model().ifPresent(model -> add(catalog.resolve(model)));
          table.sources().forEach(this::collect);
        }
        case MlCall.Scalar scalar -> {
          add(catalog.resolve(scalar.model()));
          scalar.using().forEach(argument -> collect(argument.expression()));
        }
        case MlCall.Named named -> {
          words.add(named.function().toLowerCase(Locale.ROOT));
          catalog.functionModel(named.function()).map(catalog::resolve).ifPresent(this::add);
          named.arguments().forEach(this::collect);
        }
        case MlCall.Preprocess preprocess -> preprocess.arguments().forEach(this::collect);
      }
    }
  }

  private void add(ModelVersion version) {
    for (Feature feature : version.function().features()) {
      words.add(feature.name().toLowerCase(Locale.ROOT));
    }
  }

  private boolean inWords(Tokens tokens) {
    boolean inCondition = false;
    int depth = 0;
    int from = -1;
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.word(i);
      depth += tokens.opens(i) ? 1 : tokens.closes(i) ? -1 : 0;
      if (word.equals("FROM")) {
        from = depth;
      } else if (depth < from || (depth == from && AFTER_FROM.contains(word))) {
        from = -1;
      }
      inCondition |= CONDITIONS.contains(word);
      if (word.equals("JOIN")
          || (depth == from && tokens.is(i, ','))
          || (inCondition && isOfModel(tokens.image(i)))) {
        return true;
      }
    }
    return false;
  }

  private boolean isOfModel(String image) {
    String name = image.replace("\"", "").toLowerCase(Locale.ROOT);
    return words.contains(name)
        || name.startsWith("predicted_")
        || name.equals("centroid_id")
        || name.equals("predict")
        || name.equals("probability");
  }
}
