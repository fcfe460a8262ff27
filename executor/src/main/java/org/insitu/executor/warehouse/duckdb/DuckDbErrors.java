/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.udf.expression.RefusedRowException;

/**
 * DuckDB's errors in our words: its text stays, its kind gives the SQLSTATE (the driver has none),
 * and the {@code LINE n:} picture under it gives the position.
 */
final class DuckDbErrors {
  private static final Pattern KIND = Pattern.compile("(?:^|message=)(\\w+(?: \\w+)?) Error: ");
  private static final Pattern PICTURE =
      Pattern.compile("\\n\\s*LINE (\\d+): ([^\\n]*)\\n( *)\\^[^\\n]*");

  /** What DuckDB puts in place of the beginning and the end of a long line. */
  private static final String CUT = "...";

  private static final int REASON_CHARACTERS_MAX = 500;

  private DuckDbErrors() {}

  static InsituException cancelled() {
    return InsituException.of(ErrorCode.CANCELLED, "The statement was cancelled.");
  }

  static boolean hidesReason(Exception e) {
    return text(e).contains("Invalid result set");
  }

  static boolean isAbortedTransaction(Exception e) {
    return text(e).contains("Current transaction is aborted");
  }

  /** Whether a statement could not even be planned. */
  static boolean isOfPlanning(Exception e) {
    return text(e).contains("Catalog Error: ") || text(e).contains("Binder Error: ");
  }

  /** DuckDB's error as ours; of a statement that is not known. */
  static InsituException translate(Exception e) {
    return translate(e, "");
  }

  /**
   * DuckDB's error as ours.
   *
   * @param sql the statement, in which a place that DuckDB shows shortened is found again
   */
  static InsituException translate(Exception e, String sql) {
    if (e instanceof InsituException known) {
      return known;
    }
    String text = text(e);
    if (text.contains("INTERRUPT Error")) {
      return cancelled();
    }
    if (hidesReason(e)) {
      text = "the query failed inside a transaction; DuckDB does not tell why";
    }
    int refused = text.indexOf(RefusedRowException.MARK);
    if (refused >= 0) {
      return refused(text.substring(refused + RefusedRowException.MARK.length())).causedBy(e);
    }
    Matcher kind = KIND.matcher(text);
    String state = DuckDbSqlStates.unknown();
    if (kind.find()) {
      state =
          DuckDbSqlStates.of(kind.group(1).toLowerCase(Locale.ROOT), text.substring(kind.end()));
      text = text.substring(kind.start() + prefix(kind.group()));
    }
    Matcher picture = PICTURE.matcher(text);
    Position position = Position.NONE;
    if (picture.find()) {
      position = position(picture, sql);
      text = text.substring(0, picture.start());
    }
    InsituException translated =
        InsituException.of(ErrorCode.WAREHOUSE, "DuckDB: " + withoutAdvice(text))
            .sqlState(state)
            .at(position)
            .causedBy(e);
    String advice = advice(text);
    return advice.isEmpty() ? translated : translated.hint(advice);
  }

  /** A row that a model's policies refuse; the value that the reason ends with may be long. */
  private static InsituException refused(String reason) {
    String shown = reason.strip();
    if (shown.length() > REASON_CHARACTERS_MAX) {
      shown = shown.substring(0, REASON_CHARACTERS_MAX) + CUT;
    }
    return InsituException.of(
        ErrorCode.INPUT_REFUSED, "A row to predict is refused: " + shown + ".");
  }

  /** DuckDB's own advice, which stands on lines of its own: it is the hint. */
  private static String advice(String text) {
    return text.lines().map(String::strip).filter(DuckDbErrors::isAdvice).collect(joining(" "));
  }

  private static String withoutAdvice(String text) {
    return text.lines().filter(line -> !isAdvice(line.strip())).collect(joining("\n")).strip();
  }

  private static boolean isAdvice(String line) {
    return line.startsWith("Did you mean") || line.startsWith("Candidate bindings");
  }

  private static int prefix(String match) {
    return match.startsWith("message=") ? "message=".length() : 0;
  }

  /** The caret's place; a line that DuckDB shortened is looked up in the statement. */
  private static Position position(Matcher picture, String sql) {
    int line = Integer.parseInt(picture.group(1));
    int column = picture.group(3).length() - ("LINE " + line + ": ").length() + 1;
    String shown = picture.group(2);
    if (shown.startsWith(CUT)) {
      String part = shown.substring(CUT.length());
      part = part.endsWith(CUT) ? part.substring(0, part.length() - CUT.length()) : part;
      int at = sql.lines().skip(line - 1L).findFirst().orElse("").indexOf(part);
      column = at < 0 ? 1 : at + column - CUT.length();
    }
    return new Position(line, Math.max(column, 1));
  }

  private static String text(Throwable e) {
    String message = String.valueOf(e.getMessage());
    return message.endsWith("}") && message.contains("CDataJniException")
        ? message.substring(0, message.length() - 1)
        : message;
  }
}
