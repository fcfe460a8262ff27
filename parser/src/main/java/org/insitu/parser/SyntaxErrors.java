/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.SourceStringReader;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.grammar.InsituGrammar;
import org.insitu.parser.grammar.InsituGrammarConstants;
import org.insitu.parser.grammar.ParseException;
import org.insitu.parser.text.Kind;
import org.insitu.parser.text.Nearest;
import org.insitu.parser.text.Skeleton;
import org.insitu.parser.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Says what the generated parser found and what it had expected, in few words. */
final class SyntaxErrors {
  /** A longer list would not be read; it is cut. */
  private static final int EXPECTED_MAX = 8;

  /** Shorter words are near to everything. */
  private static final int MISSPELT_CHARS_MIN = 4;

  /** The words of the grammar. */
  private static final SqlAbstractParserImpl.Metadata RESERVED =
      InsituGrammar.FACTORY.getParser(new SourceStringReader("")).getMetadata();

  private SyntaxErrors() {}

  static InsituException translate(SqlParseException e, Skeleton skeleton) {
    SqlParserPos pos = e.getPos();
    if (pos == null || pos.getLineNum() == 0) {
      return InsituException.of(ErrorCode.SYNTAX, firstLine(e.getMessage())).causedBy(e);
    }
    Tokens tokens = skeleton.source().tokens();
    int found =
        isAtEnd(e) ? -1 : token(tokens, skeleton.offset(pos.getLineNum(), pos.getColumnNum()));
    int offset = found < 0 ? skeleton.end() : tokens.start(found);
    if (found >= 0 && (tokens.is(found, '?') || tokens.is(found, '$'))) {
      return InsituException.of(
              ErrorCode.PARAMETER_NOT_ALLOWED, "A parameter stands where only a literal may.")
          .at(skeleton.source().position(offset))
          .causedBy(e);
    }
    Set<String> expected = expected(e);
    if (found >= 0 && expected.contains("a name") && isReserved(tokens, found)) {
      return InsituException.of(
              ErrorCode.SYNTAX,
              "\"%s\" is a reserved word here; write it in backticks."
                  .formatted(tokens.image(found)))
          .at(skeleton.source().position(offset))
          .hint("Or a name is missing before it.")
          .causedBy(e);
    }
    String image = found < 0 ? "end of statement" : "'" + tokens.image(found) + "'";
    String message =
        expected.isEmpty()
            ? firstLine(e.getMessage())
            : "Unexpected " + image + "; expected " + list(expected) + ".";
    InsituException error =
        InsituException.of(ErrorCode.SYNTAX, message)
            .at(skeleton.source().position(offset))
            .causedBy(e);
    return found < 0 || tokens.kind(found) != Kind.WORD
        ? error
        : hint(tokens.image(found), expected).map(error::hint).orElse(error);
  }

  private static boolean isReserved(Tokens tokens, int i) {
    return RESERVED.isReservedWord(tokens.word(i));
  }

  private static Optional<String> hint(String word, Set<String> expected) {
    Optional<String> meant =
        word.length() < MISSPELT_CHARS_MIN ? Optional.empty() : Nearest.to(word, expected);
    if (meant.isPresent()) {
      return meant.map(right -> "Did you mean " + right + "?");
    }
    return expected.contains("a string")
        ? Optional.of("A string stands in quotes: '" + word + "'.")
        : Optional.empty();
  }

  private static boolean isAtEnd(SqlParseException e) {
    return e.getCause() instanceof ParseException parse
        && parse.currentToken.next.kind == InsituGrammarConstants.EOF;
  }

  /** The token at or after the offset, or -1. */
  private static int token(Tokens tokens, int offset) {
    int found = tokens.after(offset);
    return found < tokens.size() ? found : -1;
  }

  /** The first tokens that were expected; where any name may stand, keywords are not listed. */
  private static Set<String> expected(SqlParseException e) {
    String[] images = e.getTokenImages();
    int[][] sequences = e.getExpectedTokenSequences();
    Set<String> words = new TreeSet<>();
    if (images == null || sequences == null) {
      return words;
    }
    for (int[] sequence : sequences) {
      words.add(spoken(images[sequence[0]]));
    }
    words.remove("");
    if (words.contains("a name")) {
      words.removeIf(word -> Character.isUpperCase(word.charAt(0)));
    }
    if (words.size() > EXPECTED_MAX) {
      words.removeIf(word -> word.startsWith("'") && !Set.of("'('", "')'", "','").contains(word));
    }
    return words;
  }

  /** A token as a person says it; the empty string for one not worth saying. */
  private static String spoken(String image) {
    return switch (image) {
      case "<EOF>" -> "end of statement";
      case "<IDENTIFIER>" -> "a name";
      case "<QUOTED_STRING>" -> "a string";
      case "<UNSIGNED_INTEGER_LITERAL>", "<DECIMAL_NUMERIC_LITERAL>" -> "a number";
      case "<ISLAND>" -> "a query";
      default -> {
        String bare = image.startsWith("\"") ? image.substring(1, image.length() - 1) : "";
        boolean word = !bare.isEmpty() && Character.isLetter(bare.charAt(0));
        yield word || bare.isEmpty() ? bare : "'" + bare + "'";
      }
    };
  }

  private static String list(Set<String> expected) {
    List<String> words = List.copyOf(expected);
    if (words.size() > EXPECTED_MAX) {
      return String.join(", ", words.stream().sorted().limit(EXPECTED_MAX).toList()) + ", ...";
    }
    if (words.size() == 1) {
      return words.getFirst();
    }
    List<String> sorted = words.stream().sorted().toList();
    return String.join(", ", sorted.subList(0, sorted.size() - 1)) + " or " + sorted.getLast();
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? ErrorCode.SYNTAX.meaning() : message.lines().findFirst().orElse("");
  }
}
