/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.insitu.parser.error.Position;
import org.junit.jupiter.api.Test;

class MappedTextTest {
  private static final String ORIGINAL = "SELECT a,\n b FROM X(1) WHERE c";

  private final MappedText mapped =
      new MappedText(ORIGINAL, new Position(3, 5))
          .copy(0, ORIGINAL.indexOf("X(1)"))
          .add("(SELECT 1\nUNION SELECT 2)")
          .copy(ORIGINAL.indexOf(" WHERE"), ORIGINAL.length());

  @Test
  void rewritesTheText() {
    assertThat(mapped.text()).isEqualTo("SELECT a,\n b FROM (SELECT 1\nUNION SELECT 2) WHERE c");
  }

  @Test
  void placesOnTheFirstLineCountFromTheOrigin() {
    assertThat(mapped.original(new Position(1, 8))).isEqualTo(new Position(3, 12));
  }

  @Test
  void placesOnLaterLinesCountFromTheirOwnStart() {
    assertThat(mapped.original(new Position(2, 2))).isEqualTo(new Position(4, 2));
  }

  @Test
  void placesBehindARewrittenCallAreTheUsers() {
    // " WHERE c" stands on line 3 of the new text, on line 2 of the old one.
    assertThat(mapped.original(new Position(3, 17))).isEqualTo(new Position(4, 14));
  }

  @Test
  void placesInsideWrittenTextAreNobodys() {
    assertThat(mapped.original(new Position(2, 12))).isEqualTo(Position.NONE);
    assertThat(mapped.original(Position.NONE)).isEqualTo(Position.NONE);
  }

  @Test
  void placesInsideTheTextOfACallAreTheCalls() {
    MappedText call =
        new MappedText(ORIGINAL, new Position(3, 5))
            .copy(0, ORIGINAL.indexOf("X(1)"))
            .add("(SELECT 1\nUNION SELECT 2)", new Position(4, 9));
    assertThat(call.original(new Position(3, 12))).isEqualTo(new Position(4, 9));
    assertThat(call.call(new Position(3, 12))).contains(new Position(4, 9));
    assertThat(call.call(new Position(1, 8))).isEmpty();
  }
}
