/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.ArrayList;
import java.util.List;
import org.insitu.parser.option.Choice.InputPolicy;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;

/** A policy for all columns, or some columns' own: {@code STRUCT('error' AS age, ...)}. */
final class ColumnPoliciesType implements ValueType<ColumnPolicies> {
  private static final ValueType<InputPolicy> POLICY = ValueTypes.choice(InputPolicy.class);

  @Override
  public String name() {
    return "STRING or STRUCT<STRING, ...>";
  }

  @Override
  public String range() {
    return POLICY.range();
  }

  /** One of the words is 'null'. */
  @Override
  public boolean readsNull() {
    return true;
  }

  @Override
  public ColumnPolicies read(OptionValue value) throws Refusal {
    if (value instanceof OptionValue.Text) {
      return new ColumnPolicies(POLICY.read(value), List.of());
    }
    if (!(value instanceof OptionValue.Struct struct)) {
      throw new WrongType(value);
    }
    List<ColumnPolicies.Named> named = new ArrayList<>();
    for (Option column : OptionErrors.unique(struct.fields()).values()) {
      InputPolicy policy = OptionErrors.read(column, POLICY);
      named.add(new ColumnPolicies.Named(column.name(), policy, column.position()));
    }
    return new ColumnPolicies(InputPolicy.DEFAULT, named);
  }
}
