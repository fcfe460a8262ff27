/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.tree;

import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** A statement of ours; each is read into one of the records of {@code statement}. */
public abstract sealed class SqlMlStatement extends SqlMlNode
    permits SqlAlterModel,
        SqlCreateModel,
        SqlCreateModelFrom,
        SqlCreateWarehouse,
        SqlDropModel,
        SqlDropWarehouse,
        SqlExplainStatement,
        SqlExportModel,
        SqlModelOnSource,
        SqlPredictModel,
        SqlResetSetting,
        SqlSetSetting,
        SqlShowModel,
        SqlShowModels,
        SqlShowSetting,
        SqlShowVersions,
        SqlShowWarehouses,
        SqlUseWarehouse {

  SqlMlStatement(SqlOperator operator, SqlParserPos pos, @Nullable SqlNode... operands) {
    super(operator, pos, operands);
  }
}
