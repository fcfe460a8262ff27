/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.OptionValue;
import org.junit.jupiter.api.Test;

class SettingTest {
  private static final Position HERE = new Position(1, 5);

  @Test
  void valuesAreRead() {
    assertThat(Setting.of("insitu.execution", HERE)).isSameAs(Setting.EXECUTION);
    assertThat(Setting.EXECUTION.read(new OptionValue.Text("local"), HERE))
        .isEqualTo(Choice.Execution.LOCAL);
    assertThat(Setting.LEX.read(new OptionValue.Text("bigquery"), HERE))
        .isEqualTo(Choice.Lex.BIGQUERY);
    assertThat(Setting.EXECUTION.defaultValue()).isEqualTo(Choice.Execution.AUTO);
  }

  @Test
  void unknownNamesAreRefused() {
    InsituException error =
        catchThrowableOfType(InsituException.class, () -> Setting.of("insitu.exekution", HERE));
    assertThat(error.code()).isEqualTo(ErrorCode.UNKNOWN_SETTING);
    assertThat(error.position()).isEqualTo(HERE);
    assertThat(error.hint()).isEqualTo("Did you mean 'insitu.execution'?");
  }

  @Test
  void wrongValuesAreRefused() {
    assertThat(codeOf(Setting.EXECUTION, new OptionValue.Text("moon")))
        .isEqualTo(ErrorCode.OPTION_RANGE);
    assertThat(codeOf(Setting.EXECUTION, new OptionValue.Bool(true)))
        .isEqualTo(ErrorCode.OPTION_TYPE);
  }

  @Test
  void everySettingIsDocumented() {
    assertThat(Setting.all())
        .allSatisfy(
            setting -> {
              assertThat(setting.name()).startsWith("insitu.");
              assertThat(setting.documentation()).endsWith(".");
            });
  }

  private static ErrorCode codeOf(Setting<?> setting, OptionValue value) {
    return catchThrowableOfType(InsituException.class, () -> setting.read(value, HERE)).code();
  }
}
