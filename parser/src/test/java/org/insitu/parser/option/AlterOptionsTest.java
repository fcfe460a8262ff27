/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlterOptionsTest {

  @Test
  void describesAModel() {
    assertThat(bind("description", new OptionValue.Text("d")).description()).contains("d");
    assertThat(bind("description", new OptionValue.Null()).description()).contains("");
    assertThat(AlterOptions.bind(List.of()).description()).isEmpty();
  }

  @Test
  void labelsAModel() {
    OptionValue team = struct("team", "sales");
    assertThat(bind("labels", new OptionValue.Array(List.of(team))).labels())
        .contains(Map.of("team", "sales"));
    assertThat(bind("labels", new OptionValue.Null()).labels()).contains(Map.of());
    assertThat(AlterOptions.bind(List.of()).labels()).isEmpty();
    assertThat(errorOf("labels", new OptionValue.Array(List.of(team, team))).code())
        .isEqualTo(ErrorCode.OPTION_RANGE);
    assertThat(errorOf("labels", new OptionValue.Text("team")).code())
        .isEqualTo(ErrorCode.OPTION_TYPE);
  }

  @ParameterizedTest
  @CsvSource({
    "deploy_model, endpoint",
    "endpoint_idle_ttl, endpoint",
    "expiration_timestamp, DROP MODEL",
    "kms_key_name, encrypt",
    "vertex_ai_model_id, RENAME TO"
  })
  void saysWhyItCannotKeepAnOptionOfBigQuery(String option, String reason) {
    InsituException error = errorOf(option, new OptionValue.Text("x"));
    assertThat(error.code()).isEqualTo(ErrorCode.NOT_AVAILABLE_YET);
    assertThat(error).hasMessageContaining(option.toUpperCase(Locale.ROOT));
    assertThat(error.hint()).contains(reason);
    assertThat(bind(option, new OptionValue.Null()))
        .isEqualTo(new AlterOptions(Optional.empty(), Optional.empty()));
  }

  @Test
  void doesNotTakeOptionsOfAFit() {
    InsituException error = errorOf("l2_reg", new OptionValue.Bool(true));
    assertThat(error.code()).isEqualTo(ErrorCode.UNKNOWN_OPTION);
    assertThat(error.hint()).contains("TRAIN MODEL");
  }

  private static OptionValue struct(String key, String value) {
    Position at = new Position(1, 1);
    return new OptionValue.Struct(
        List.of(
            new Option("", new OptionValue.Text(key), at),
            new Option("", new OptionValue.Text(value), at)));
  }

  private static InsituException errorOf(String name, OptionValue value) {
    return catchThrowableOfType(InsituException.class, () -> bind(name, value));
  }

  private static AlterOptions bind(String name, OptionValue value) {
    return AlterOptions.bind(List.of(new Option(name, value, new Position(1, 1))));
  }
}
