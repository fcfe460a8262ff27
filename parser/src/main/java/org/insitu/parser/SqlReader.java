/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.option.MlFunction;
import org.insitu.parser.statement.MlCall;
import org.insitu.parser.statement.ModelName;
import org.insitu.parser.statement.SqlText;
import org.insitu.parser.statement.TransformClause;
import org.insitu.parser.text.CallFinder;
import org.insitu.parser.text.CallSite;
import org.insitu.parser.text.Commas;
import org.insitu.parser.text.Nearest;
import org.insitu.parser.text.Source;
import org.insitu.parser.text.Span;
import org.insitu.parser.text.Tokens;

/** Reads text in the warehouse's language: the text itself, and our calls in it. */
final class SqlReader {
  private final Source source;
  private final Predicate<String> modelFunctions;
  private final NameQuotes quotes;

  SqlReader(Source source, Predicate<String> modelFunctions, NameQuotes quotes) {
    this.source = source;
    this.modelFunctions = modelFunctions;
    this.quotes = quotes;
  }

  /** A query or an expression as text, with the calls in it. */
  SqlText read(Span span) {
    return read(span, CallFinder.find(source.tokens(), span, modelFunctions));
  }

  /** A whole statement, with the calls in it. */
  SqlText readStatement(Span span) {
    return read(span, CallFinder.findInStatement(source.tokens(), span, modelFunctions));
  }

  private SqlText read(Span span, List<CallSite> sites) {
    List<MlCall> calls = new ArrayList<>();
    int base = source.tokens().start(span.from());
    for (CallSite site : sites) {
      calls.add(call(site, base));
    }
    return new SqlText(text(span), source.positionOf(span.from()), calls);
  }

  /** A source in a tree: the text that an island hides, or a query over a table. */
  SqlText read(Tree tree, SqlNode node) {
    if (node.getKind() == SqlKind.EXPLICIT_TABLE) {
      SqlNode table = ((org.apache.calcite.sql.SqlCall) node).operand(0);
      return SqlText.ofTable(name(tree, table), tree.position(table));
    }
    return read(tokens(tree, node));
  }

  /** The select list of TRANSFORM. */
  TransformClause transform(Tree tree, SqlNode list) {
    return new TransformReader(source, this).read(tokens(tree, list));
  }

  /** A name of the warehouse's, as the warehouse reads it. */
  String name(Tree tree, SqlNode node) {
    return text(tokens(tree, node));
  }

  private String text(Span span) {
    return switch (quotes) {
      case AS_WRITTEN -> source.text(span.from(), span.to());
      case DOUBLE -> Backticks.replaced(source, span);
    };
  }

  /** The tokens of a node; an island takes the line ends behind it along, which are none. */
  Span tokens(Tree tree, SqlNode node) {
    Tokens tokens = source.tokens();
    int from = tokens.after(tree.start(node));
    int last = tokens.after(tree.end(node) - 1);
    return new Span(from, tokens.start(last) < tree.end(node) ? last + 1 : last);
  }

  private MlCall call(CallSite site, int base) {
    int start = source.tokens().start(site.span().from()) - base;
    int end = source.tokens().end(site.span().to() - 1) - base;
    Position position = source.positionOf(site.span().from());
    return switch (site.kind()) {
      case TABLE_FUNCTION -> {
        checkKnown(site, position);
        yield new CallReader(source, this, site).tableFunction(start, end, position);
      }
      case SCALAR -> new CallReader(source, this, site).scalar(start, end, position);
      case NAMED -> named(site, start, end, position);
      case PREPROCESSING -> preprocess(site, start, end, position);
      case TRANSACT_SQL ->
          throw InsituException.of(
                  ErrorCode.NOT_AVAILABLE_YET,
                  "PREDICT(MODEL = ..., DATA = ...) is not available yet in this version.")
              .at(position)
              .hint("Write ML.PREDICT(MODEL m, TABLE t).");
    };
  }

  private MlCall named(CallSite site, int start, int end, Position position) {
    Grammar.check(source, site.span());
    List<SqlText> arguments =
        Commas.split(source.tokens(), site.arguments()).stream().map(this::read).toList();
    return new MlCall.Named(start, end, position, source.tokens().name(site.name()), arguments);
  }

  private MlCall preprocess(CallSite site, int start, int end, Position position) {
    Tokens tokens = source.tokens();
    int closed = site.arguments().to() + 1;
    boolean over = tokens.is(closed, "OVER") && closed < site.span().to();
    if (over && !(tokens.is(closed + 1, '(') && site.span().to() == closed + 3)) {
      throw InsituException.of(
              ErrorCode.SYNTAX, "The window of a preprocessing function is all rows: OVER ().")
          .at(source.positionOf(closed));
    }
    List<SqlText> arguments =
        Commas.split(tokens, site.arguments()).stream().map(this::read).toList();
    return new MlCall.Preprocess(start, end, position, tokens.word(site.name()), arguments, over);
  }

  private void checkKnown(CallSite site, Position position) {
    String name = source.tokens().word(site.name());
    if (MlFunction.of(name).isEmpty()) {
      InsituException error =
          InsituException.of(ErrorCode.UNKNOWN_FUNCTION, "Unknown function ML." + name + ".")
              .at(position);
      throw Nearest.to(name, MlFunction.names())
          .map(meant -> error.hint("Did you mean ML." + meant + "?"))
          .orElse(error);
    }
  }

  static ModelName modelName(Tree tree, org.insitu.parser.tree.SqlModelName node) {
    SqlIdentifier version = node.version();
    List<String> path = node.path().names;
    if (path.size() > 3) {
      throw tree.syntax(
          node, "A model's name has at most three parts; this one has " + path.size() + ".");
    }
    return new ModelName(
        path, Optional.ofNullable(version).map(SqlIdentifier::getSimple), tree.position(node));
  }
}
