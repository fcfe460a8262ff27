/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.insitu.parser.error.InsituException;
import org.insitu.parser.statement.Statement;

/** What the tests of this package share: parsing, with one model function called {@code fn}. */
final class Parsing {
  private Parsing() {}

  static Statement parse(String sql) {
    return InsituParser.parse(sql, name -> name.equalsIgnoreCase("fn"));
  }

  static <S extends Statement> S parseAs(Class<S> type, String sql) {
    Statement statement = parse(sql);
    assertThat(statement).isInstanceOf(type);
    return type.cast(statement);
  }

  static InsituException errorOf(String sql) {
    InsituException error = catchThrowableOfType(InsituException.class, () -> parse(sql));
    assertThat(error).as("the error of: " + sql).isNotNull();
    return error;
  }
}
