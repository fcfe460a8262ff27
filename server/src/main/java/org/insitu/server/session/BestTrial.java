/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.insitu.parser.option.MlFunction;
import org.insitu.parser.statement.OptionValue;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.planner.table.ColumnType;
import org.insitu.planner.table.Table;
import org.jspecify.annotations.Nullable;

/** The hyperparameters of the trial that a tuned model is, read from its ML.TRIAL_INFO. */
final class BestTrial {
  private BestTrial() {}

  static Map<String, OptionValue> of(ModelVersion version) {
    Table info =
        Objects.requireNonNull(version.facts().get(MlFunction.TRIAL_INFO.name()), "trials");
    Table.Column column =
        info.columns().stream()
            .filter(c -> c.name().equals("hyperparameters"))
            .findFirst()
            .orElseThrow();
    List<ColumnType.Field> fields = ((ColumnType.Struct) column.type()).fields();
    Map<String, OptionValue> values = new LinkedHashMap<>();
    for (int row = 0; row < info.rows().size(); row++) {
      if (Boolean.TRUE.equals(info.value(row, "is_optimal"))) {
        List<?> struct = (List<?>) Objects.requireNonNull(info.value(row, column.name()));
        for (int i = 0; i < fields.size(); i++) {
          values.put(fields.get(i).name(), value(struct.get(i)));
        }
      }
    }
    return values;
  }

  private static OptionValue value(@Nullable Object constant) {
    return switch (constant) {
      case Long number -> new OptionValue.Numeric(BigDecimal.valueOf(number));
      case Double number -> new OptionValue.Numeric(BigDecimal.valueOf(number));
      case Boolean bool -> new OptionValue.Bool(bool);
      case null, default -> new OptionValue.Text(String.valueOf(constant));
    };
  }
}
