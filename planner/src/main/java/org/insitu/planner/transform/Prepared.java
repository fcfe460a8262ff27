/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.transform;

import java.util.ArrayList;
import java.util.List;
import org.insitu.udf.transform.Constant;
import org.insitu.udf.transform.Template;

/**
 * What transformers have made of a column so far.
 *
 * @param name of the output
 * @param complete whether it is never missing
 */
record Prepared(String name, Template template, Kind kind, boolean complete) {
  enum Kind {
    NUMBER,
    CATEGORY,
    DATE,
    TIMESTAMP,
    /** What OneHotEncoder makes; it is a category to the model. */
    CODES,
    /** What Normalizer makes of a set: a STRUCT of its numbers. */
    ROW,
    /** 1 where a value was filled in; no transformer touches it. */
    INDICATOR,
    OTHER
  }

  Prepared become(Template made, Kind newKind) {
    return new Prepared(name, made, newKind, complete);
  }

  /** The same, never missing. */
  Prepared filled(Template made, Kind newKind) {
    return new Prepared(name, made, newKind, true);
  }

  /** {@code ML.NAME(this, constants) [OVER ()]}. */
  Template call(String function, Constant... constants) {
    Template.Given given = new Template.Given("", template);
    return new Template(
        List.of(new Template.Call(function, List.of(given), List.of(constants), List.of())));
  }

  /** This between two texts. */
  Template between(String before, String after) {
    return joined(new Template(List.of(new Template.Text(before))), template, text(after));
  }

  /** {@code [a, b, ...]}. */
  static Template list(List<Prepared> elements) {
    Template list = text("[");
    for (int i = 0; i < elements.size(); i++) {
      list = joined(list, text(i == 0 ? "" : ", "), elements.get(i).template());
    }
    return joined(list, text("]"));
  }

  static Template text(String sql) {
    return new Template(List.of(new Template.Text(sql)));
  }

  static Template joined(Template... templates) {
    List<Template.Part> parts = new ArrayList<>();
    for (Template template : templates) {
      parts.addAll(template.parts());
    }
    return new Template(parts);
  }
}
