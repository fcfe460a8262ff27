/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The bytes are written here by hand; BoostedTreeTrainerTest reads those of XGBoost itself. */
final class BinaryJsonTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  @Test
  void readsNumbersOfEveryWidth() throws IOException {
    out.writeBytes("[#L");
    out.writeLong(6);
    out.writeByte('i');
    out.writeByte(-3);
    out.writeByte('U');
    out.writeByte(200);
    out.writeByte('I');
    out.writeShort(-300);
    out.writeByte('l');
    out.writeInt(1 << 30);
    out.writeByte('L');
    out.writeLong(7);
    out.writeByte('U');
    out.writeByte(0);
    out.writeBytes("[$d#L");
    out.writeLong(2);
    out.writeFloat(0.1f);
    out.writeFloat(-Float.MIN_VALUE);
    BinaryJson json = new BinaryJson(bytes.toByteArray());
    assertThat(json.ints()).containsExactly(-3, 200, -300, 1 << 30, 7, 0);
    assertThat(json.floats()).containsExactly(0.1f, -Float.MIN_VALUE);
  }

  @Test
  void passesWhatIsNotWanted() throws IOException {
    out.writeByte('{');
    name("deep");
    out.writeByte('{');
    name("text");
    out.writeBytes("S");
    name("a}]");
    name("none");
    out.writeBytes("Z");
    name("yes");
    out.writeBytes("T}");
    name("mixed");
    out.writeBytes("[#L");
    out.writeLong(2);
    out.writeByte('D');
    out.writeDouble(1);
    out.writeBytes("{}");
    name("typed");
    out.writeBytes("[$L#L");
    out.writeLong(1);
    out.writeLong(9);
    name("wanted");
    out.writeBytes("S");
    name("found");
    out.writeByte('}');
    BinaryJson json = new BinaryJson(bytes.toByteArray());
    json.beginObject();
    String found = "";
    while (json.hasMember()) {
      if (json.name().equals("wanted")) {
        found = json.text();
      } else {
        json.skip();
      }
    }
    assertThat(found).isEqualTo("found");
  }

  @Test
  void saysWhereTheBytesAreOfAnotherKind() throws IOException {
    out.writeBytes("{[");
    BinaryJson json = new BinaryJson(bytes.toByteArray());
    json.beginObject();
    assertThatThrownBy(json::name)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("XGBoost's model has '[' at byte 1");
  }

  private void name(String text) throws IOException {
    out.writeByte('L');
    out.writeLong(text.length());
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
