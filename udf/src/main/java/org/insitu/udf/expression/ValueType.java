/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.expression;

/** The types a value may have inside an expression; a warehouse's own types are mapped to these. */
public enum ValueType {
  BOOLEAN,
  BIGINT,
  /** IEEE binary32: what XGBoost compares with. */
  FLOAT,
  DOUBLE,
  VARCHAR,
  DATE,
  /** Microseconds without zone. */
  TIMESTAMP,
  /** A list of numbers inside a program, of a length known when it is written. */
  DOUBLE_LIST,
  /** A list of structs; see {@link Expression.StructList}. */
  STRUCT_LIST
}
