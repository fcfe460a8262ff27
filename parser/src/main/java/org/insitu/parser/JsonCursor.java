/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiFunction;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON inside of a string literal, token by token, and knows where in the statement each one
 * stands. Quotes that SQL doubles are one.
 */
final class JsonCursor {
  private static final JsonFactory JSON = new JsonFactory();

  private final String literal;
  private final Position start;
  private final BiFunction<String, Position, InsituException> error;
  private final JsonParser parser;
  private @Nullable JsonToken next;

  /**
   * @param literal as written, its single quotes included
   * @param start where it stands
   * @param error makes one of what is wrong and where
   */
  JsonCursor(String literal, Position start, BiFunction<String, Position, InsituException> error) {
    this.literal = literal;
    this.start = start;
    this.error = error;
    try {
      this.parser =
          JSON.createParser(literal.substring(1, literal.length() - 1).replace("''", "'"));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // of a text in memory
    }
    advance();
  }

  /** Where the next token stands. */
  Position position() {
    return at(next == null ? Long.MAX_VALUE : parser.currentTokenLocation().getCharOffset());
  }

  boolean isNext(JsonToken token) {
    return next == token;
  }

  /**
   * Takes a token that must come next.
   *
   * @param what to say of it
   */
  void expect(JsonToken wanted, String what) {
    if (next != wanted) {
      throw wrong(what);
    }
    advance();
  }

  /** Nothing may follow. */
  void expectEnd() {
    if (next != null) {
      throw wrong("its end");
    }
  }

  /**
   * A text, or the name of a member.
   *
   * @param what to say of it
   */
  String text(String what) {
    if (next != JsonToken.VALUE_STRING && next != JsonToken.FIELD_NAME) {
      throw wrong(what);
    }
    try {
      String text = parser.getText();
      advance();
      return text;
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  private void advance() {
    try {
      next = parser.nextToken();
      if (next == JsonToken.VALUE_STRING) {
        parser.finishToken(); // says now, not later, what is wrong in it
      }
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  private InsituException malformed(IOException e) {
    if (!(e instanceof JsonParseException wrong)) {
      throw new UncheckedIOException(e);
    }
    String why = wrong.getOriginalMessage().replaceFirst(" \\(start marker at .*", "");
    return error.apply(
        "cannot be read: " + why, at(Math.max(0, wrong.getLocation().getCharOffset())));
  }

  private InsituException wrong(String expected) {
    String found = next == null ? "its end" : found();
    return error.apply("has %s, where %s was expected".formatted(found, expected), position());
  }

  private String found() {
    try {
      return "'" + parser.getText() + "'";
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** The place in the statement of a character of the JSON; its end for those behind it. */
  private Position at(long offset) {
    int line = start.line();
    int column = start.column();
    int place = 0;
    for (long read = -1; read < offset && place < literal.length() - 1; read++) {
      int length = read >= 0 && literal.startsWith("''", place) ? 2 : 1;
      if (literal.charAt(place) == '\n') {
        line++;
        column = 1;
      } else {
        column += length;
      }
      place += length;
    }
    return new Position(line, column);
  }
}
