/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.catalog;

import java.util.ArrayList;
import java.util.List;
import org.insitu.jdbc.wire.Column;
import org.insitu.jdbc.wire.ColumnType;

/**
 * Lists that the driver answers by itself, most without rows, with the columns that JDBC 4.3
 * prescribes: type letter and name, V for VARCHAR, I INTEGER, S SMALLINT, L BIGINT, B BOOLEAN.
 */
enum FixedList {
  PROCEDURES(
      "V PROCEDURE_CAT, V PROCEDURE_SCHEM, V PROCEDURE_NAME, V RESERVED1, V RESERVED2,"
          + " V RESERVED3, V REMARKS, S PROCEDURE_TYPE, V SPECIFIC_NAME"),
  PROCEDURE_COLUMNS(
      "V PROCEDURE_CAT, V PROCEDURE_SCHEM, V PROCEDURE_NAME, V COLUMN_NAME, S COLUMN_TYPE,"
          + " I DATA_TYPE, V TYPE_NAME, I PRECISION, I LENGTH, S SCALE, S RADIX, S NULLABLE,"
          + " V REMARKS, V COLUMN_DEF, I SQL_DATA_TYPE, I SQL_DATETIME_SUB, I CHAR_OCTET_LENGTH,"
          + " I ORDINAL_POSITION, V IS_NULLABLE, V SPECIFIC_NAME"),
  FUNCTIONS(
      "V FUNCTION_CAT, V FUNCTION_SCHEM, V FUNCTION_NAME, V REMARKS, S FUNCTION_TYPE,"
          + " V SPECIFIC_NAME"),
  FUNCTION_COLUMNS(
      "V FUNCTION_CAT, V FUNCTION_SCHEM, V FUNCTION_NAME, V COLUMN_NAME, S COLUMN_TYPE,"
          + " I DATA_TYPE, V TYPE_NAME, I PRECISION, I LENGTH, S SCALE, S RADIX, S NULLABLE,"
          + " V REMARKS, I CHAR_OCTET_LENGTH, I ORDINAL_POSITION, V IS_NULLABLE,"
          + " V SPECIFIC_NAME"),
  COLUMN_PRIVILEGES(
      "V TABLE_CAT, V TABLE_SCHEM, V TABLE_NAME, V COLUMN_NAME, V GRANTOR, V GRANTEE,"
          + " V PRIVILEGE, V IS_GRANTABLE"),
  TABLE_PRIVILEGES(
      "V TABLE_CAT, V TABLE_SCHEM, V TABLE_NAME, V GRANTOR, V GRANTEE, V PRIVILEGE,"
          + " V IS_GRANTABLE"),
  ROW_COLUMNS(
      "S SCOPE, V COLUMN_NAME, I DATA_TYPE, V TYPE_NAME, I COLUMN_SIZE, I BUFFER_LENGTH,"
          + " S DECIMAL_DIGITS, S PSEUDO_COLUMN"),
  FOREIGN_KEYS(
      "V PKTABLE_CAT, V PKTABLE_SCHEM, V PKTABLE_NAME, V PKCOLUMN_NAME, V FKTABLE_CAT,"
          + " V FKTABLE_SCHEM, V FKTABLE_NAME, V FKCOLUMN_NAME, S KEY_SEQ, S UPDATE_RULE,"
          + " S DELETE_RULE, V FK_NAME, V PK_NAME, S DEFERRABILITY"),
  INDEXES(
      "V TABLE_CAT, V TABLE_SCHEM, V TABLE_NAME, B NON_UNIQUE, V INDEX_QUALIFIER, V INDEX_NAME,"
          + " S TYPE, S ORDINAL_POSITION, V COLUMN_NAME, V ASC_OR_DESC, L CARDINALITY, L PAGES,"
          + " V FILTER_CONDITION"),
  USER_TYPES(
      "V TYPE_CAT, V TYPE_SCHEM, V TYPE_NAME, V CLASS_NAME, I DATA_TYPE, V REMARKS, S BASE_TYPE"),
  SUPER_TYPES(
      "V TYPE_CAT, V TYPE_SCHEM, V TYPE_NAME, V SUPERTYPE_CAT, V SUPERTYPE_SCHEM,"
          + " V SUPERTYPE_NAME"),
  SUPER_TABLES("V TABLE_CAT, V TABLE_SCHEM, V TABLE_NAME, V SUPERTABLE_NAME"),
  ATTRIBUTES(
      "V TYPE_CAT, V TYPE_SCHEM, V TYPE_NAME, V ATTR_NAME, I DATA_TYPE, V ATTR_TYPE_NAME,"
          + " I ATTR_SIZE, I DECIMAL_DIGITS, I NUM_PREC_RADIX, I NULLABLE, V REMARKS, V ATTR_DEF,"
          + " I SQL_DATA_TYPE, I SQL_DATETIME_SUB, I CHAR_OCTET_LENGTH, I ORDINAL_POSITION,"
          + " V IS_NULLABLE, V SCOPE_CATALOG, V SCOPE_SCHEMA, V SCOPE_TABLE, S SOURCE_DATA_TYPE"),
  PSEUDO_COLUMNS(
      "V TABLE_CAT, V TABLE_SCHEM, V TABLE_NAME, V COLUMN_NAME, I DATA_TYPE, I COLUMN_SIZE,"
          + " I DECIMAL_DIGITS, I NUM_PREC_RADIX, V COLUMN_USAGE, V REMARKS, I CHAR_OCTET_LENGTH,"
          + " V IS_NULLABLE"),
  CLIENT_INFO("V NAME, I MAX_LEN, V DEFAULT_VALUE, V DESCRIPTION");

  private final String columns;

  FixedList(String columns) {
    this.columns = columns;
  }

  List<Column> columns() {
    List<Column> list = new ArrayList<>();
    for (String column : columns.split(", *")) {
      list.add(Column.of(column.substring(2), type(column.charAt(0))));
    }
    return list;
  }

  private static ColumnType type(char letter) {
    switch (letter) {
      case 'V':
        return ColumnType.VARCHAR;
      case 'I':
        return ColumnType.INTEGER;
      case 'S':
        return ColumnType.SMALLINT;
      case 'L':
        return ColumnType.BIGINT;
      case 'B':
        return ColumnType.BOOLEAN;
      default:
        throw new IllegalArgumentException("No type " + letter);
    }
  }
}
