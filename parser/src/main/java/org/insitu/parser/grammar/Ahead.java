/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.grammar;

/**
 * Looks ahead by which our words stay identifiers: MODEL and PREDICT mean something only where the
 * tokens around them can mean nothing else.
 */
final class Ahead implements InsituGrammarConstants {
  private Ahead() {}

  /**
   * Whether {@code MODEL m} stands here as the first argument of a call. After {@code (}, two names
   * and a comma or bracket are nothing else in an expression.
   */
  static boolean isModelArgument(InsituGrammar parser) {
    if (parser.getToken(0).kind != LPAREN || parser.getToken(1).kind != MODEL) {
      return false;
    }
    int next = afterModelName(parser, 2);
    int kind = parser.getToken(next).kind;
    return next > 2 && (kind == COMMA || kind == RPAREN);
  }

  /** Whether PREDICT or PROBABILITY of a model stands here; other calls are ordinary functions. */
  static boolean isScalarModelCall(InsituGrammar parser) {
    int function = parser.getToken(1).kind;
    if ((function != PREDICT && function != PROBABILITY) || parser.getToken(2).kind != LPAREN) {
      return false;
    }
    int next = afterModelName(parser, 3);
    int kind = parser.getToken(next).kind;
    return next > 3
        && (kind == RPAREN || kind == USING || (kind == FOR && function == PROBABILITY));
  }

  /**
   * Whether a whole field of a STRUCT is a constant. (A syntactic look ahead would do, but it would
   * reach into sub-queries, and JavaCC counts tokens wrongly for all others that do.)
   */
  static boolean isConstantField(InsituGrammar parser) {
    int first = parser.getToken(1).kind;
    if (first == LBRACKET) {
      return true;
    }
    boolean signed = first == PLUS || first == MINUS;
    boolean constant = signed ? isNumber(parser.getToken(2)) : isScalar(parser.getToken(1));
    return switch (parser.getToken(signed ? 3 : 2).kind) {
      case AS, COMMA, RPAREN -> constant;
      default -> false;
    };
  }

  /** Whether a constant stands here and not a bare word. */
  static boolean isOptionValue(InsituGrammar parser) {
    Token next = parser.getToken(1);
    return switch (next.kind) {
      case STRUCT, HPARAM_RANGE, HPARAM_CANDIDATES, LBRACKET, PLUS, MINUS -> true;
      default -> isScalar(next);
    };
  }

  private static boolean isScalar(Token token) {
    return switch (token.kind) {
      case TRUE, FALSE, NULL -> true;
      case QUOTED_STRING, PREFIXED_STRING_LITERAL, UNICODE_STRING_LITERAL -> true;
      case C_STYLE_ESCAPED_STRING_LITERAL, QUOTED_IDENTIFIER -> true;
      default -> isNumber(token);
    };
  }

  private static boolean isNumber(Token token) {
    return switch (token.kind) {
      case UNSIGNED_INTEGER_LITERAL, DECIMAL_NUMERIC_LITERAL, APPROX_NUMERIC_LITERAL -> true;
      default -> false;
    };
  }

  /** The index after a model's name that begins here; the same index when none does. */
  private static int afterModelName(InsituGrammar parser, int index) {
    if (!isName(parser.getToken(index))) {
      return index;
    }
    int next = index + 1;
    while (parser.getToken(next).kind == DOT && isName(parser.getToken(next + 1))) {
      next += 2;
    }
    return parser.getToken(next).kind == AT_SIGN ? next + 2 : next;
  }

  private static boolean isName(Token token) {
    return switch (token.kind) {
      case QUOTED_IDENTIFIER, BACK_QUOTED_IDENTIFIER, IDENTIFIER -> true;
      case NULL, TRUE, FALSE, EOF -> false;
      default -> Character.isLetter(token.image.charAt(0)) && !token.image.endsWith("'");
    };
  }
}
