/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.insitu.parser.error.Position;
import org.insitu.parser.text.Tokens;
import org.junit.jupiter.api.Test;

class ScriptsTest {

  @Test
  void splitsAtSemicolons() {
    assertThat(texts("SELECT 1; SELECT 2;\nSELECT 3"))
        .containsExactly("SELECT 1", "SELECT 2", "SELECT 3");
  }

  @Test
  void doesNotSplitInsideQuotesAndComments() {
    assertThat(
            texts(
                "SELECT ';', \"a;b\", `c;d`, $$e;f$$, $t$g;$$h$t$, E'\\';' -- i;j\n, 1 /* k;l */"))
        .hasSize(1);
  }

  @Test
  void dropsEmptyStatements() {
    assertThat(texts(";; -- nothing\n ; /* nor here */ SELECT 1;;")).containsExactly("SELECT 1");
    assertThat(texts("")).isEmpty();
  }

  @Test
  void positionsCountFromTheScript() {
    List<ScriptStatement> statements = Scripts.split("SELECT 1;\r\n\n  SELECT\n    oops");
    ScriptStatement second = statements.get(1);
    assertThat(second.offset()).isEqualTo(14);
    assertThat(new Position(second.line(), second.column())).isEqualTo(new Position(3, 3));
    assertThat(second.inScript(new Position(1, 2))).isEqualTo(new Position(3, 4));
    assertThat(second.inScript(new Position(2, 5))).isEqualTo(new Position(4, 5));
    assertThat(second.inScript(Position.NONE)).isEqualTo(new Position(3, 3));
  }

  @Test
  void anUnendedQuoteTakesTheRest() {
    assertThat(texts("SELECT 1; SELECT 'a; SELECT 2"))
        .containsExactly("SELECT 1", "SELECT 'a; SELECT 2");
  }

  @Test
  void aScriptSetsItsLex() {
    String script =
        """
        SELECT "a", 'b\\';
        SET insitu.lex = 'bigquery'; # don't; stop
        SELECT "a;" /* ; */, 'it\\'s;', r"\\;";
        set INSITU . `lex` = "ansi" ;
        SELECT "a""b;", 'b\\';
        SET insitu.lex = BIGQUERI; SELECT '\\';
        SET insitu.lex = 'bigquery'; SET insitu.planner = 'text'; SELECT 1 # ;
        ; RESET insitu.lex; SELECT 1 -- ;
        """
            .replace("\\\\", "\\");
    assertThat(texts(script))
        .containsExactly(
            "SELECT \"a\", 'b\\'",
            "SET insitu.lex = 'bigquery'",
            "SELECT \"a;\" /* ; */, 'it\\'s;', r\"\\;\"",
            "set INSITU . `lex` = \"ansi\"",
            "SELECT \"a\"\"b;\", 'b\\'",
            "SET insitu.lex = BIGQUERI",
            "SELECT '\\'",
            "SET insitu.lex = 'bigquery'",
            "SET insitu.planner = 'text'",
            "SELECT 1",
            "RESET insitu.lex",
            "SELECT 1");
  }

  @Test
  void theStandardsLexCutsAtEverySemicolonToken() {
    Random random = new Random(5);
    List<String> pieces =
        List.of(
            "'", "\"", "`", "$$", "$a$", ";", ";", "--", "/*", "*/", "\n", " ", "e'", "\\", "#",
            "x");
    for (int run = 0; run < 20_000; run++) {
      StringBuilder script = new StringBuilder();
      for (int i = random.nextInt(20); i >= 0; i--) {
        script.append(pieces.get(random.nextInt(pieces.size())));
      }
      Tokens tokens = Tokens.of(script.toString());
      List<String> expected = new ArrayList<>();
      int from = 0;
      for (int i = 0; i <= tokens.size(); i++) {
        if (i == tokens.size() || tokens.is(i, ';')) {
          if (i > from) {
            expected.add(script.substring(tokens.start(from), tokens.end(i - 1)));
          }
          from = i + 1;
        }
      }
      assertThat(texts(script.toString())).as(script.toString()).isEqualTo(expected);
    }
  }

  private static List<String> texts(String script) {
    return Scripts.split(script).stream().map(ScriptStatement::text).toList();
  }
}
