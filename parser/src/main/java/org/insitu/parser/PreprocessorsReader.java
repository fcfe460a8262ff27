/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.ColumnSets;
import org.insitu.parser.statement.ColumnSets.Column;
import org.insitu.parser.statement.ColumnSets.ColumnSet;
import org.insitu.parser.statement.ColumnSets.Step;
import org.insitu.parser.statement.Transformer;
import org.insitu.parser.text.Nearest;

/**
 * Reads the JSON of Redshift's PREPROCESSORS.
 *
 * <pre>
 *   [{"ColumnSet": ["t1", "t2"], "Transformers": ["OneHotEncoder", "Imputer"]}, ...]
 * </pre>
 *
 * <b>Source:</b> Amazon Redshift Developer Guide, page r_CREATE_MODEL, PREPROCESSORS.
 */
final class PreprocessorsReader {
  private static final String COLUMNS = "ColumnSet";
  private static final String TRANSFORMERS = "Transformers";
  private static final String SHAPE =
      "Write PREPROCESSORS '[{\"ColumnSet\": [\"a\", \"b\"], \"Transformers\": [\"Imputer\"]}]'.";

  private final JsonCursor json;
  private final Position start;
  private final Optional<String> target;
  private final List<String> notices;
  private final Set<String> columns = new HashSet<>();

  /**
   * @param literal as written, its quotes included
   * @param target the column that is predicted
   * @param notices gets what has no effect
   */
  PreprocessorsReader(
      String literal, Position start, Optional<String> target, List<String> notices) {
    if (!literal.startsWith("'")) {
      throw wrong("PREPROCESSORS takes a string of JSON or 'none'.", start).hint(SHAPE);
    }
    this.json = new JsonCursor(literal, start, PreprocessorsReader::malformed);
    this.start = start;
    this.target = target;
    this.notices = notices;
  }

  ColumnSets read() {
    List<ColumnSet> sets = list("a list of column sets", this::set);
    json.expectEnd();
    return new ColumnSets(sets, start);
  }

  private ColumnSet set() {
    Position here = json.position();
    json.expect(JsonToken.START_OBJECT, "a column set, {");
    List<Column> of = List.of();
    List<Step> steps = List.of();
    while (!json.isNext(JsonToken.END_OBJECT)) {
      Position at = json.position();
      String key = json.text("\"ColumnSet\" or \"Transformers\"");
      if (key.equalsIgnoreCase(COLUMNS) && of.isEmpty()) {
        of = list("a list of columns", this::column);
      } else if (key.equalsIgnoreCase(TRANSFORMERS) && steps.isEmpty()) {
        steps = list("a list of transformers", this::step);
      } else {
        throw wrong("A column set of PREPROCESSORS has '%s'.".formatted(key), at)
            .hint("It has ColumnSet and Transformers, each once. " + SHAPE);
      }
    }
    json.expect(JsonToken.END_OBJECT, "}");
    if (of.isEmpty() || steps.isEmpty()) {
      throw wrong(
              "A column set of PREPROCESSORS lacks %s."
                  .formatted(of.isEmpty() ? COLUMNS : TRANSFORMERS),
              here)
          .hint(SHAPE);
    }
    noteImputersOfNothing(of, steps);
    return new ColumnSet(of, steps);
  }

  private Column column() {
    Position here = json.position();
    String name = json.text("a column's name in double quotes");
    if (target.filter(name::equalsIgnoreCase).isPresent()) {
      throw wrong("PREPROCESSORS names '%s', which is the target.".formatted(name), here)
          .hint("Leave it out; change it in the training query.");
    }
    if (!columns.add(name.toLowerCase(Locale.ROOT))) {
      throw wrong("PREPROCESSORS names column '%s' twice.".formatted(name), here)
          .hint("Give it once, with all its transformers in one list.");
    }
    return new Column(name, here);
  }

  private Step step() {
    Position here = json.position();
    String name = json.text("a transformer's name in double quotes");
    Transformer transformer =
        Transformer.named(name)
            .orElseThrow(
                () -> {
                  String near =
                      Nearest.to(name, Transformer.names())
                          .map("Did you mean '%s'? "::formatted)
                          .orElse("");
                  return wrong("Unknown transformer '%s'.".formatted(name), here)
                      .hint(near + "There are " + String.join(", ", Transformer.names()) + ".");
                });
    if (transformer == Transformer.PCA) {
      throw RedshiftClauses.notYet("Transformer PCA", here)
          .hint("Fit a model of MODEL_TYPE = 'PCA', and train on ML.PREDICT of it.");
    }
    return new Step(transformer, here);
  }

  /** Nothing is missing after an encoder, which gives NULL a number of its own. */
  private void noteImputersOfNothing(List<Column> of, List<Step> steps) {
    Optional<Transformer> encoder = Optional.empty();
    for (Step step : steps) {
      if (step.transformer().isEncoder()) {
        encoder = encoder.or(() -> Optional.of(step.transformer()));
      } else if (step.transformer().isImputer() && encoder.isPresent()) {
        notices.add(
            "%s of column '%s' has no effect after %s, which gives NULL a number of its own."
                .formatted(step.transformer(), of.getFirst().name(), encoder.get()));
      }
    }
  }

  private <T> List<T> list(String what, Supplier<T> item) {
    Position here = json.position();
    json.expect(JsonToken.START_ARRAY, what + ", [");
    List<T> items = new ArrayList<>();
    while (!json.isNext(JsonToken.END_ARRAY)) {
      items.add(item.get());
    }
    json.expect(JsonToken.END_ARRAY, "]");
    if (items.isEmpty()) {
      throw wrong("PREPROCESSORS has %s that is empty.".formatted(what), here).hint(SHAPE);
    }
    return items;
  }

  private static InsituException malformed(String what, Position here) {
    return wrong("The JSON of PREPROCESSORS " + what + ".", here).hint(SHAPE);
  }

  private static InsituException wrong(String message, Position here) {
    return InsituException.of(ErrorCode.PREPROCESSORS, message).at(here);
  }
}
