/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import java.util.Optional;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.statement.MlCall;
import org.insitu.parser.statement.ModelName;
import org.insitu.parser.statement.SqlText;
import org.insitu.udf.sql.SqlTooLargeException;

/** Replaces our calls in a text, innermost first. */
public final class CallRewriter {
  private CallRewriter() {}

  /** The text with every call replaced. */
  public static MappedText rewrite(SqlText sql, Expansion expansion) {
    MappedText result = MappedText.from(sql);
    SelectItems items = SelectItems.of(sql.calls().isEmpty() ? "" : sql.text());
    int done = 0;
    Optional<SelectItems.Item> unnamed = Optional.empty();
    for (MlCall call : sql.calls()) {
      if (unnamed.isPresent() && unnamed.get().end() <= call.start()) {
        done = name(unnamed.get(), done, result, sql, expansion);
        unnamed = Optional.empty();
      }
      boolean bare = items.isBare(call.start(), call.end());
      if (!bare && unnamed.isEmpty() && !(call instanceof MlCall.TableFunction)) {
        unnamed = items.unnamed(call.start(), call.end());
      }
      result.copy(done, call.start());
      result.add(replacement(call, bare, sql, expansion), call.position());
      done = call.end();
    }
    if (unnamed.isPresent()) {
      done = name(unnamed.get(), done, result, sql, expansion);
    }
    return result.copy(done, sql.text().length());
  }

  /** Ends an item with its own text as its name. */
  private static int name(
      SelectItems.Item item, int done, MappedText result, SqlText sql, Expansion expansion) {
    String text = sql.text().substring(item.start(), item.end()).replaceAll("\\s+", " ");
    result.copy(done, item.end());
    result.add(" AS " + expansion.dialect().quoteIdentifier(text));
    return item.end();
  }

  /** The query that a table function stands for. */
  public static String tableQuery(MlCall.TableFunction call, Expansion expansion) {
    return TableFunctions.sql(call, expansion);
  }

  /** A call replaced among the common tables that its data may name. */
  private static String replacement(MlCall call, boolean bare, SqlText sql, Expansion expansion) {
    Surroundings outer = expansion.surroundings();
    expansion.enter(outer.around(call, sql, expansion));
    try {
      return replacement(call, bare, expansion);
    } finally {
      expansion.enter(outer);
    }
  }

  private static String replacement(MlCall call, boolean bare, Expansion expansion) {
    try {
      return switch (call) {
        case MlCall.TableFunction table -> "(" + TableFunctions.sql(table, expansion) + "\n)";
        case MlCall.Scalar scalar -> ScalarCalls.sql(scalar, bare, expansion);
        case MlCall.Named named ->
            ScalarCalls.sql(named, modelOf(named, expansion), bare, expansion);
        case MlCall.Preprocess preprocess -> Templates.query(preprocess, bare, expansion);
      };
    } catch (InsituException e) {
      throw e.position().isKnown() ? e : e.at(call.position());
    } catch (SqlTooLargeException e) {
      throw InsituException.of(ErrorCode.MODEL_TOO_LARGE, String.valueOf(e.getMessage()))
          .at(call.position())
          .causedBy(e);
    }
  }

  private static ModelName modelOf(MlCall.Named call, Expansion expansion) {
    return expansion
        .catalog()
        .functionModel(call.function())
        .orElseThrow(
            () ->
                InsituException.of(
                    ErrorCode.UNKNOWN_FUNCTION,
                    "No model has a function named '%s'.".formatted(call.function())));
  }
}
