/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.insitu.parser.error.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  @Test
  void cutsTextIntoTokens() {
    assertThat(images("SELECT a.\"b\"\"c\", `d``e`, 'f''g', 1.5e-3,.5,x+1e,$1 -- c\n/* d */ ;"))
        .containsExactly(
            "SELECT",
            "a",
            ".",
            "\"b\"\"c\"",
            ",",
            "`d``e`",
            ",",
            "'f''g'",
            ",",
            "1.5e-3",
            ",",
            ".5",
            ",",
            "x",
            "+",
            "1",
            "e",
            ",",
            "$",
            "1",
            ";");
  }

  @Test
  void prefixesBelongToStrings() {
    assertThat(images("E'a\\'b' x'0F' N'c' f'd'"))
        .containsExactly("E'a\\'b'", "x'0F'", "N'c'", "f", "'d'");
  }

  @Test
  void dollarsQuote() {
    assertThat(images("$$a;b$$ $t$ c $$ d $t$ e$f"))
        .containsExactly("$$a;b$$", "$t$ c $$ d $t$", "e$f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a", "\"a", "`a", "/* a", "$$ a", "E'a\\'"})
  void whatNeverEndsReachesToTheEnd(String text) {
    Tokens tokens = Tokens.of("x " + text + " ; y");
    assertThat(tokens.size()).isEqualTo(2);
    assertThat(tokens.kind(1)).isEqualTo(Kind.UNENDED);
    assertThat(tokens.image(1)).isEqualTo(text + " ; y");
  }

  @Test
  void namesLoseTheirQuotes() {
    Tokens tokens = Tokens.of("a \"b\"\"c\" `d``e`");
    assertThat(tokens.name(0)).isEqualTo("a");
    assertThat(tokens.name(1)).isEqualTo("b\"c");
    assertThat(tokens.name(2)).isEqualTo("d`e");
  }

  @Test
  void everyPrefixOfATextHasTokens() {
    String text = "SELECT E'\\'', $t$x$t$, 1.e+, \"a\"\"b\" /* c */ -- d\r\nFROM 日本😀";
    for (int i = 0; i <= text.length(); i++) {
      Tokens tokens = Tokens.of(text.substring(0, i));
      for (int k = 0; k < tokens.size(); k++) {
        assertThat(tokens.start(k)).isLessThan(tokens.end(k));
        assertThat(k == 0 || tokens.start(k) >= tokens.end(k - 1)).isTrue();
        assertThat(tokens.end(k)).isLessThanOrEqualTo(i);
      }
    }
  }

  @Test
  void linesEndWithAnyLineEnd() {
    Lines lines = new Lines("a\nbc\r\nd\re");
    assertThat(lines.position(0)).isEqualTo(new Position(1, 1));
    assertThat(lines.position(3)).isEqualTo(new Position(2, 2));
    assertThat(lines.position(6)).isEqualTo(new Position(3, 1));
    assertThat(lines.position(8)).isEqualTo(new Position(4, 1));
    assertThat(lines.offset(2, 2)).isEqualTo(3);
  }

  @Test
  void theNearestWordIsFound() {
    List<String> words = List.of("MODEL", "OPTIONS", "TRANSFORM", "K");
    assertThat(Nearest.to("modle", words)).contains("MODEL");
    assertThat(Nearest.to("option", words)).contains("OPTIONS");
    assertThat(Nearest.to("transfrom", words)).contains("TRANSFORM");
    assertThat(Nearest.to("table", words)).isEmpty();
  }

  private static List<String> images(String text) {
    Tokens tokens = Tokens.of(text);
    List<String> images = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      images.add(tokens.image(i));
    }
    return images;
  }
}
