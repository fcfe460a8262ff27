/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc;

import java.sql.SQLException;
import java.sql.Struct;
import java.util.List;

/** A STRUCT value with its fields' names. */
public interface NamedStruct extends Struct {

  /** The fields' names, in order. */
  List<String> getAttributeNames();

  /**
   * The value of a field.
   *
   * @throws SQLException when there is no field of this name
   */
  Object getAttribute(String name) throws SQLException;
}
