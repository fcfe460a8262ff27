/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.transform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.ColumnSets;
import org.insitu.parser.statement.TransformClause;
import org.insitu.parser.text.Tokens;
import org.insitu.planner.bind.Columns;
import org.insitu.planner.bind.FeatureBinding;
import org.insitu.planner.bind.Hints;
import org.insitu.planner.rewrite.Expansion;
import org.insitu.planner.rewrite.Templates;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.transform.Template;
import org.insitu.udf.transform.Transformation;
import org.insitu.udf.transform.Transformation.Input;
import org.insitu.udf.transform.Transformation.Output;

/** Binds a TRANSFORM clause to the columns of a training query. */
public final class TransformBinder {
  private final Columns columns;
  private final Set<String> passed;
  private final Expansion expansion;
  private final SqlDialect dialect;
  private final List<Output> outputs = new ArrayList<>();

  /**
   * @param columns of the training query
   * @param passed the label and the column that splits: they pass through as they are, and are no
   *     inputs
   */
  private TransformBinder(Columns columns, List<String> passed, Expansion expansion) {
    this.columns = columns;
    this.passed = new HashSet<>(passed.stream().map(TransformBinder::key).toList());
    this.expansion = expansion;
    this.dialect = expansion.dialect();
  }

  /**
   * The transformation that a clause says; nothing is found of the rows yet.
   *
   * @throws InsituException TRANSFORM, COLUMN_NOT_FOUND or COLUMN_AMBIGUOUS, at the item
   */
  public static Transformation bind(
      TransformClause clause, Columns columns, List<String> passed, Expansion expansion) {
    TransformBinder binder = new TransformBinder(columns, passed, expansion);
    clause.items().forEach(binder::add);
    binder.requirePassed(clause.position());
    return new Transformation(binder.inputs(), binder.outputs, List.of());
  }

  /** Every column as it is: what a query without the clause means. */
  public static Transformation identity(Columns columns, List<String> passed, Expansion expansion) {
    TransformClause.Star all = new TransformClause.Star(List.of(), List.of(), Position.NONE);
    return bind(new TransformClause(List.of(all), Position.NONE), columns, passed, expansion);
  }

  private void add(TransformClause.Item item) {
    switch (item) {
      case TransformClause.Star star -> addAll(star);
      case ColumnSets sets ->
          PreparedColumns.of(sets, columns, dialect)
              .forEach(output -> add(output.name(), output.template(), sets.position()));
      case TransformClause.Named named -> {
        if (named.expression().text().strip().equals("*")) {
          throw wrong("An item is *.", "Write * as the whole item.", named.position());
        }
        add(named.name(), Templates.of(named.expression(), expansion), named.position());
      }
    }
  }

  private void addAll(TransformClause.Star star) {
    star.except().forEach(name -> require(name, star.position()));
    star.replace().forEach(item -> require(item.name(), item.position()));
    for (Field field : columns.fields()) {
      String name = field.getName();
      if (star.except().stream().anyMatch(name::equalsIgnoreCase)) {
        continue;
      }
      Optional<TransformClause.Named> replaced =
          star.replace().stream().filter(item -> item.name().equalsIgnoreCase(name)).findFirst();
      add(
          name,
          replaced
              .map(item -> Templates.of(item.expression(), expansion))
              .orElseGet(() -> Template.column(dialect.quoteIdentifier(name))),
          replaced.map(TransformClause.Named::position).orElse(star.position()));
    }
  }

  private void require(String name, Position position) {
    if (columns.find(name, position).isEmpty()) {
      throw InsituException.of(
              ErrorCode.COLUMN_NOT_FOUND,
              "TRANSFORM names column '%s'; the training query has %s."
                  .formatted(name, FeatureBinding.listed(columns.names())))
          .hint(Hints.didYouMean(name, columns.names(), "Select it in the query."))
          .at(position);
    }
  }

  private void add(String name, Template template, Position position) {
    if (outputs.stream().anyMatch(output -> output.name().equalsIgnoreCase(name))) {
      throw InsituException.of(
              ErrorCode.COLUMN_AMBIGUOUS, "TRANSFORM makes two columns named '%s'.".formatted(name))
          .hint("Rename one of them, or leave it out of *: * EXCEPT (%s).".formatted(name))
          .at(position);
    }
    if (passed.contains(key(name)) && !isColumn(template, name)) {
      throw wrong(
          "TRANSFORM alters '%s', which is the label or the column that splits.".formatted(name),
          "Let it pass as it is: TRANSFORM (..., %s); alter it in the training query."
              .formatted(name),
          position);
    }
    outputs.add(new Output(name, template));
  }

  private boolean isColumn(Template template, String name) {
    Tokens tokens = Tokens.of(template.sql(dialect));
    return tokens.size() == 1 && tokens.isName(0) && tokens.name(0).equalsIgnoreCase(name);
  }

  private void requirePassed(Position position) {
    for (String name : passed) {
      if (columns.find(name, position).isPresent()
          && outputs.stream().noneMatch(output -> output.name().equalsIgnoreCase(name))) {
        throw wrong(
            "TRANSFORM leaves out '%s', which is the label or the column that splits."
                .formatted(name),
            "Add it: TRANSFORM (..., %s).".formatted(name),
            position);
      }
    }
  }

  private static InsituException wrong(String message, String hint, Position position) {
    return InsituException.of(ErrorCode.TRANSFORM, message).hint(hint).at(position);
  }

  /** The raw columns that outputs speak of, but for those that only pass. */
  private List<Input> inputs() {
    Set<String> named = new HashSet<>();
    for (Output output : outputs) {
      if (!passed.contains(key(output.name()))) {
        output.template().texts().forEach(text -> addNames(text, named));
      }
    }
    return columns.fields().stream()
        .filter(field -> named.contains(key(field.getName())))
        .map(field -> new Input(field.getName(), Columns.valueType(field)))
        .toList();
  }

  /** The words of a text that can be columns: neither functions nor fields. */
  private static void addNames(String text, Set<String> names) {
    Tokens tokens = Tokens.of(text);
    for (int i = 0; i < tokens.size(); i++) {
      boolean field = tokens.is(i - 1, '.') && !tokens.isName(i - 2);
      if (tokens.isName(i) && !field && !tokens.is(i + 1, '(')) {
        names.add(key(tokens.name(i)));
      }
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
