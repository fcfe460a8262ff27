/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;
import org.junit.jupiter.api.Test;

class AlterOptionsTest {

  @Test
  void describesAModel() {
    assertThat(bind("description", new OptionValue.Text("d")).description()).contains("d");
    assertThat(bind("description", new OptionValue.Null()).description()).contains("");
    assertThat(AlterOptions.bind(List.of()).description()).isEmpty();
    assertThat(bind("labels", new OptionValue.Array(List.of())).notices())
        .containsExactly("Option LABELS has no effect here.");
  }

  @Test
  void doesNotTakeOptionsOfAFit() {
    InsituException error =
        catchThrowableOfType(
            InsituException.class, () -> bind("l2_reg", new OptionValue.Bool(true)));
    assertThat(error.code()).isEqualTo(ErrorCode.UNKNOWN_OPTION);
    assertThat(error.hint()).contains("TRAIN MODEL");
  }

  private static AlterOptions bind(String name, OptionValue value) {
    return AlterOptions.bind(List.of(new Option(name, value, new Position(1, 1))));
  }
}
