/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/** One output of an applied model as a scalar function of its inputs. */
public final class ModelOutput extends SqlFunction {
  private final transient AppliedModel model;
  private final int output;

  ModelOutput(AppliedModel model, int output, RelDataType type) {
    super(
        model.function(output),
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.explicit(type),
        null,
        OperandTypes.VARIADIC,
        SqlFunctionCategory.USER_DEFINED_FUNCTION);
    this.model = model;
    this.output = output;
  }

  AppliedModel model() {
    return model;
  }

  int output() {
    return output;
  }
}
