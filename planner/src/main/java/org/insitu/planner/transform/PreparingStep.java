/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.transform;

import java.util.ArrayList;
import java.util.List;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.statement.ColumnSets.Step;
import org.insitu.parser.statement.Transformer;
import org.insitu.planner.transform.Prepared.Kind;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.transform.Constant;
import org.insitu.udf.transform.Template;

/**
 * One transformer, done to the columns of a set.
 *
 * <pre>
 *   OneHotEncoder         ML.ONE_HOT_ENCODER of every value of training
 *   OrdinalEncoder        ML.LABEL_ENCODER of every value of training
 *   NumericPassthrough    the column; it must be numbers
 *   Imputer               ML.IMPUTER: a number's mean, a category's most frequent value
 *   ImputerWithIndicator  the same, and x_missing: 1 where it was missing, else 0
 *   Normalizer            each row of the set's columns divided by its length: ML.NORMALIZER, a STRUCT
 *   DateTimeVectorizer    x_epoch, x_year, x_month, x_day, x_dayofweek, and of a TIMESTAMP x_hour, x_minute
 *   StandardScaler        ML.STANDARD_SCALER
 *   MinMax                ML.MIN_MAX_SCALER
 * </pre>
 *
 * <b>Source:</b> the meanings are those of scikit-learn's classes of these names, where Amazon's
 * page (r_create_model_use_cases) says no more than a sentence.
 *
 * @param encoded whether an encoder follows, to which numbers are categories
 * @param rowName what Normalizer's STRUCT is called
 */
record PreparingStep(Step step, boolean encoded, String rowName, SqlDialect dialect) {
  private static final List<String> DATE_PARTS =
      List.of("epoch", "year", "month", "day", "dayofweek");
  private static final List<String> TIME_PARTS = List.of("hour", "minute");

  /** Every value of training has a code: no limit but the function's own. */
  private static final Constant EVERY = new Constant.Num(999_999);

  private static final Constant ONE_ROW = new Constant.Num(1);

  /**
   * What becomes of the columns.
   *
   * @param columns what was made of each before
   */
  List<List<Prepared>> of(List<List<Prepared>> columns) {
    List<Prepared> row = new ArrayList<>();
    List<List<Prepared>> made = new ArrayList<>();
    for (List<Prepared> column : columns) {
      List<Prepared> next = new ArrayList<>();
      for (Prepared each : column) {
        next.addAll(each.kind() == Kind.INDICATOR ? List.of(each) : of(each));
      }
      next.stream().filter(each -> each.kind() != Kind.INDICATOR).forEach(row::add);
      made.add(next);
    }
    return step.transformer() == Transformer.NORMALIZER ? normalized(made, row) : made;
  }

  private List<Prepared> of(Prepared each) {
    return switch (step.transformer()) {
      case ONE_HOT_ENCODER ->
          List.of(
              value(each)
                  .filled(
                      each.call("ONE_HOT_ENCODER", new Constant.Text("none"), EVERY, ONE_ROW),
                      Kind.CODES));
      case ORDINAL_ENCODER ->
          List.of(value(each).filled(each.call("LABEL_ENCODER", EVERY, ONE_ROW), Kind.NUMBER));
      case NUMERIC_PASSTHROUGH ->
          List.of(each.kind() == Kind.CODES || each.kind() == Kind.ROW ? each : number(each));
      case IMPUTER -> List.of(imputed(each));
      case IMPUTER_WITH_INDICATOR ->
          each.complete() ? List.of(each) : List.of(imputed(each), indicator(each));
      case NORMALIZER -> List.of(number(each));
      case DATE_TIME_VECTORIZER -> parts(each);
      case STANDARD_SCALER ->
          List.of(number(each).become(each.call("STANDARD_SCALER"), Kind.NUMBER));
      case MIN_MAX -> List.of(number(each).become(each.call("MIN_MAX_SCALER"), Kind.NUMBER));
      case PCA -> throw new IllegalStateException(step.toString()); // the parser refuses it
    };
  }

  private Prepared imputed(Prepared each) {
    if (each.complete()) {
      return each;
    }
    return switch (each.kind()) {
      case NUMBER -> imputed(each, encoded ? "most_frequent" : "mean");
      case CATEGORY, DATE -> imputed(each, "most_frequent");
      case TIMESTAMP, CODES, ROW, INDICATOR, OTHER ->
          throw wrongType(
              each, "numbers, categories and dates", "Put DateTimeVectorizer before it.");
    };
  }

  private static Prepared imputed(Prepared each, String strategy) {
    return each.filled(each.call("IMPUTER", new Constant.Text(strategy)), each.kind());
  }

  /** NaN is missing too. */
  private static Prepared indicator(Prepared each) {
    Template missing =
        each.kind() == Kind.NUMBER
            ? each.between("if(coalesce(isnan(CAST(", " AS DOUBLE)), TRUE), 1.0e0, 0.0e0)")
            : each.between("if((", ") IS NULL, 1.0e0, 0.0e0)");
    return new Prepared(each.name() + "_missing", missing, Kind.INDICATOR, true);
  }

  private List<Prepared> parts(Prepared each) {
    List<String> parts = new ArrayList<>();
    switch (each.kind()) {
      case DATE -> parts.addAll(DATE_PARTS);
      case TIMESTAMP -> {
        parts.addAll(DATE_PARTS);
        parts.addAll(TIME_PARTS);
      }
      default ->
          throw wrongType(
              each, "dates and timestamps", "Cast it in the training query: CAST(x AS TIMESTAMP).");
    }
    return parts.stream()
        .map(
            part ->
                new Prepared(
                    each.name() + "_" + part,
                    each.between("date_part('" + part + "', CAST(", " AS " + each.kind() + "))"),
                    Kind.NUMBER,
                    each.complete()))
        .toList();
  }

  /**
   * The row of numbers divided by its length, as one STRUCT, so that the length is computed once.
   * It stands for the first column.
   */
  private List<List<Prepared>> normalized(List<List<Prepared>> columns, List<Prepared> row) {
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      fields.append(
          "%s%s: list_extract(__n, %d)"
              .formatted(i == 0 ? "" : ", ", dialect.string(row.get(i).name()), i + 1));
    }
    Prepared list = new Prepared(rowName, Prepared.list(row), Kind.ROW, false);
    Template struct =
        list.become(list.call("NORMALIZER"), Kind.ROW)
            .between("list_extract(list_transform([", "], lambda __n: {" + fields + "}), 1)");
    List<List<Prepared>> made = new ArrayList<>();
    for (List<Prepared> column : columns) {
      List<Prepared> next = new ArrayList<>();
      if (made.isEmpty()) {
        next.add(list.become(struct, Kind.ROW));
      }
      column.stream().filter(each -> each.kind() == Kind.INDICATOR).forEach(next::add);
      made.add(next);
    }
    return made;
  }

  /** It must be one value, not made by OneHotEncoder. */
  private Prepared value(Prepared each) {
    if (each.kind() == Kind.OTHER || each.kind() == Kind.CODES || each.kind() == Kind.ROW) {
      throw wrongType(each, "single values", "Leave it out.");
    }
    return each;
  }

  private Prepared number(Prepared each) {
    if (each.kind() != Kind.NUMBER) {
      throw wrongType(each, "numbers", "OneHotEncoder and OrdinalEncoder take categories.");
    }
    return each;
  }

  private InsituException wrongType(Prepared each, String takes, String hint) {
    return switch (each.kind()) {
      case CODES ->
          after("OneHotEncoder (of '%s')".formatted(each.name()), "0 and 1 are scaled already.");
      case ROW -> after("Normalizer", "put it before Normalizer.");
      default ->
          InsituException.of(
                  ErrorCode.COLUMN_TYPE,
                  "%s takes %s; '%s' is none.".formatted(step.transformer(), takes, each.name()))
              .hint(hint)
              .at(step.position());
    };
  }

  private InsituException after(String before, String why) {
    return InsituException.of(
            ErrorCode.NOT_AVAILABLE_YET,
            "%s after %s is not available yet in this version."
                .formatted(step.transformer(), before))
        .hint("Leave it out: " + why)
        .at(step.position());
  }
}
