/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Link;
import org.insitu.udf.model.ModelPrograms;
import org.insitu.udf.sql.InputColumn;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.sql.SqlWriter;
import org.insitu.udf.sql.TreeForm;

/**
 * {@link ClassLoss} in layers of SQL: the probabilities as predictions compute them, then what they
 * say of a row.
 *
 * @param rowWeight the weight of a row, over {@code y}
 */
record ClassLossSql(Link link, boolean observed, String rowWeight, SqlDialect dialect) {

  List<List<String>> layers() {
    String one = dialect.number(1.0);
    List<List<String>> layers = probabilities();
    layers.add(
        List.of(
            "*",
            rowWeight + " AS u",
            "CASE WHEN y = 1 THEN %s ELSE -%s END AS t".formatted(one, one),
            "CASE WHEN y = 1 THEN p ELSE q END AS own",
            "CASE WHEN y = 1 THEN q ELSE p END AS other",
            derivative() + " AS d"));
    layers.add(List.of("*", "d / own AS ratio", one + " - other AS near"));
    layers.add(judged());
    return layers;
  }

  /** The layers of the prediction's own expressions, then {@code p} and {@code q}. */
  private List<List<String>> probabilities() {
    SqlWriter writer = new SqlWriter(dialect, TreeForm.CALL);
    Map<String, InputColumn> columns = new HashMap<>();
    columns.put("__s0", InputColumn.of("s0", ValueType.DOUBLE));
    List<List<String>> layers = new ArrayList<>();
    for (List<Named> layer : ModelPrograms.probabilities(link)) {
      List<String> items = new ArrayList<>(List.of("*"));
      for (Named column : layer) {
        String name = dialect.quoteIdentifier(column.name());
        items.add(writer.expression(column.expression(), columns).sql() + " AS " + name);
      }
      for (Named column : layer) {
        String name = dialect.quoteIdentifier(column.name());
        columns.put(column.name(), InputColumn.of(name, ValueType.DOUBLE));
      }
      layers.add(items);
    }
    String p = dialect.quoteIdentifier("__p1");
    String q = dialect.quoteIdentifier("__p0");
    layers.add(List.of("*", p + " AS p", q + " AS q"));
    return layers;
  }

  private String derivative() {
    return switch (link) {
      case LOGIT -> "p * q";
      case PROBIT ->
          "exp(-s0 * s0 / %s) / %s"
              .formatted(dialect.number(2.0), dialect.number(Math.sqrt(2 * Math.PI)));
      case CLOGLOG -> "exp(s0) * q";
      case IDENTITY, LOG, INVERSE -> throw new IllegalArgumentException("link: " + link);
    };
  }

  /** The logarithm of 1 - other keeps its digits, for its rounding is in both parts (Kahan). */
  private List<String> judged() {
    String zero = dialect.number(0.0);
    String one = dialect.number(1.0);
    String loss =
        """
        CASE WHEN own > %1$s THEN u * CASE WHEN near = %2$s THEN other WHEN own > %3$s \
        THEN -ln(near) * other / (%2$s - near) ELSE -ln(own) END ELSE %4$s END AS loss\
        """
            .formatted(zero, one, dialect.number(0.5), dialect.number(Double.POSITIVE_INFINITY));
    String curvature = observed ? observedCurvature() : "d / p * (d / q)";
    String moves = "CASE WHEN own > %s AND other > %s THEN u * %s ELSE %s END AS %s";
    return List.of(
        "*",
        loss,
        moves.formatted(zero, zero, "t * ratio", zero, "r0"),
        moves.formatted(zero, zero, curvature, zero, "w0_0"));
  }

  private String observedCurvature() {
    String zero = dialect.number(0.0);
    return switch (link) {
      case LOGIT -> "p * q";
      case PROBIT -> "greatest(%s, ratio * (ratio + t * s0))".formatted(zero);
      case CLOGLOG ->
          "CASE WHEN y = 1 THEN greatest(%s, ratio * (exp(s0) / p - %s)) ELSE exp(s0) END"
              .formatted(zero, dialect.number(1.0));
      case IDENTITY, LOG, INVERSE -> throw new IllegalArgumentException("link: " + link);
    };
  }
}
