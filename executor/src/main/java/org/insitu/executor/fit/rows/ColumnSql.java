/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;
import org.insitu.udf.sql.SqlDialect;

/** The columns of a design as SQL over the training rows. */
public final class ColumnSql {
  private final Source source;
  private final SqlDialect dialect;
  private final Schema columns;

  /** The columns of this query. */
  public ColumnSql(Source source) {
    this.source = source;
    this.dialect = source.dialect();
    this.columns = source.describe();
  }

  /** A number as DOUBLE, its mean where it is missing. */
  public String present(Feature.Numeric numeric) {
    String name = source.column(numeric.name());
    boolean floating =
        columns.findField(numeric.name()).getType() instanceof ArrowType.FloatingPoint;
    String missing = name + " IS NULL" + (floating ? " OR " + dialect.isNaN(name) : "");
    return "CASE WHEN %s THEN %s ELSE %s END"
        .formatted(missing, dialect.number(numeric.mean()), asDouble(name));
  }

  /** A column by its quoted name, as DOUBLE. */
  public String asDouble(String name) {
    return "CAST(" + name + " AS " + dialect.type(ValueType.DOUBLE) + ")";
  }

  /** A column as the text that categories and classes are known by. */
  public String text(String column) {
    return "CAST(%s AS %s)".formatted(source.column(column), dialect.type(ValueType.VARCHAR));
  }

  /** A number scaled; the scale is a power of two, so that its inverse is exact. */
  public String scaled(String value, double center, double scale) {
    return "(%s - %s) * %s".formatted(value, dialect.number(center), dialect.number(1 / scale));
  }

  /** One 0/1 column per level, NULL's last when one was seen. */
  public List<String> indicators(Feature.Category category) {
    String text = text(category.name());
    List<String> result = new ArrayList<>();
    for (String level : category.levels()) {
      result.add(indicator(text + " = " + dialect.string(level)));
    }
    if (category.missingSeen()) {
      result.add(indicator(source.column(category.name()) + " IS NULL"));
    }
    return result;
  }

  private String indicator(String condition) {
    return "CASE WHEN %s THEN %s ELSE %s END"
        .formatted(condition, dialect.number(1.0), dialect.number(0.0));
  }
}
