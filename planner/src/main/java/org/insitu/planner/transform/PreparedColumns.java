/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.statement.ColumnSets;
import org.insitu.parser.statement.ColumnSets.Column;
import org.insitu.parser.statement.ColumnSets.ColumnSet;
import org.insitu.parser.statement.ColumnSets.Step;
import org.insitu.planner.bind.Columns;
import org.insitu.planner.bind.FeatureBinding;
import org.insitu.planner.bind.Hints;
import org.insitu.planner.transform.Prepared.Kind;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.transform.Template;
import org.insitu.udf.transform.Transformation.Output;

/**
 * What Redshift's PREPROCESSORS makes of the columns of a training query, in their order: the
 * transformers of a set are done one after the other to what those before made. Columns in no set
 * are as they are.
 */
final class PreparedColumns {
  private final ColumnSets asked;
  private final Columns columns;
  private final SqlDialect dialect;
  private final Map<String, List<Prepared>> made = new HashMap<>();

  private PreparedColumns(ColumnSets asked, Columns columns, SqlDialect dialect) {
    this.asked = asked;
    this.columns = columns;
    this.dialect = dialect;
  }

  /**
   * The outputs.
   *
   * @throws InsituException COLUMN_NOT_FOUND, COLUMN_TYPE, NOT_AVAILABLE_YET or PREPROCESSORS, at
   *     the column or the transformer in the JSON
   */
  static List<Output> of(ColumnSets asked, Columns columns, SqlDialect dialect) {
    PreparedColumns prepared = new PreparedColumns(asked, columns, dialect);
    asked.sets().forEach(prepared::prepare);
    return prepared.outputs();
  }

  private void prepare(ColumnSet set) {
    List<List<Prepared>> each = new ArrayList<>();
    for (Column column : set.columns()) {
      each.add(List.of(raw(field(column))));
    }
    for (int i = 0; i < set.steps().size(); i++) {
      Step step = set.steps().get(i);
      List<Step> later = set.steps().subList(i + 1, set.steps().size());
      boolean encoded = later.stream().anyMatch(s -> s.transformer().isEncoder());
      each = new PreparingStep(step, encoded, rowName(), dialect).of(each);
    }
    for (int i = 0; i < each.size(); i++) {
      made.put(key(set.columns().get(i).name()), each.get(i));
    }
  }

  /** Of the first set with a Normalizer {@code normalized}. */
  private String rowName() {
    long before =
        made.values().stream().flatMap(List::stream).filter(p -> p.kind() == Kind.ROW).count();
    return "normalized" + (before == 0 ? "" : before + 1);
  }

  private Field field(Column column) {
    return columns
        .find(column.name(), column.position())
        .orElseThrow(
            () ->
                InsituException.of(
                        ErrorCode.COLUMN_NOT_FOUND,
                        "PREPROCESSORS names column '%s'; the training query has %s."
                            .formatted(column.name(), FeatureBinding.listed(columns.names())))
                    .hint(
                        Hints.didYouMean(column.name(), columns.names(), "Select it in the query."))
                    .at(column.position()));
  }

  private Prepared raw(Field field) {
    Template template = Template.column(dialect.quoteIdentifier(field.getName()));
    Kind kind =
        Columns.valueType(field)
            .map(
                type ->
                    switch (type) {
                      case BIGINT, FLOAT, DOUBLE -> Kind.NUMBER;
                      case VARCHAR, BOOLEAN -> Kind.CATEGORY;
                      case DATE -> Kind.DATE;
                      case TIMESTAMP -> Kind.TIMESTAMP;
                      case DOUBLE_LIST, STRUCT_LIST -> Kind.OTHER;
                    })
            .orElse(Kind.OTHER);
    return new Prepared(field.getName(), template, kind, false);
  }

  private List<Output> outputs() {
    List<Output> outputs = new ArrayList<>();
    for (Field field : columns.fields()) {
      for (Prepared each : made.getOrDefault(key(field.getName()), List.of(raw(field)))) {
        if (!each.name().equalsIgnoreCase(field.getName())
            && columns.names().stream().anyMatch(each.name()::equalsIgnoreCase)) {
          throw InsituException.of(
                  ErrorCode.PREPROCESSORS,
                  "PREPROCESSORS makes '%s' of column '%s', and the query has a column of that name."
                      .formatted(each.name(), field.getName()))
              .hint("Rename that column in the training query.")
              .at(asked.position());
        }
        outputs.add(new Output(each.name(), each.template()));
      }
    }
    return outputs;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
