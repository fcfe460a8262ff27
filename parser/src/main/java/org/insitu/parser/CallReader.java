/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.MlCall;
import org.insitu.parser.statement.ModelName;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;
import org.insitu.parser.statement.SqlText;
import org.insitu.parser.text.CallSite;
import org.insitu.parser.text.Islands;
import org.insitu.parser.text.Skeleton;
import org.insitu.parser.text.Source;
import org.insitu.parser.text.Tokens;
import org.insitu.parser.tree.SqlModelArgument;
import org.insitu.parser.tree.SqlOption;
import org.insitu.parser.tree.SqlScalarCall;
import org.insitu.parser.tree.SqlStruct;
import org.insitu.parser.tree.SqlTableFunction;
import org.jspecify.annotations.Nullable;

/** Reads one call: by the grammar what is ours, as text what is the warehouse's. */
final class CallReader {
  private final SqlReader sql;
  private final Tree tree;
  private final OptionReader options;

  CallReader(Source source, SqlReader sql, CallSite site) {
    this.sql = sql;
    Tokens tokens = source.tokens();
    Grammar.check(source, site.span());
    List<org.insitu.parser.text.Span> islands =
        site.kind() == CallSite.Kind.SCALAR
            ? Islands.ofScalar(tokens, site)
            : Islands.ofTableFunction(tokens, site);
    tree = new Tree(new Skeleton(source, site.span(), islands));
    options = new OptionReader(tree);
  }

  MlCall tableFunction(int start, int end, Position position) {
    SqlTableFunction node = (SqlTableFunction) Grammar.call(tree.skeleton());
    Optional<ModelName> model = Optional.empty();
    List<SqlText> sources = new ArrayList<>();
    Optional<SqlStruct> given = Optional.empty();
    for (SqlNode argument : node.arguments()) {
      switch (argument) {
        case SqlModelArgument name -> {
          if (model.isPresent()) {
            throw tree.syntax(name, "A function takes one model.");
          }
          model = Optional.of(SqlReader.modelName(tree, name.model()));
        }
        case SqlStruct struct -> {
          if (given.isPresent()) {
            throw tree.syntax(struct, "A function takes one STRUCT(...).");
          }
          given = Optional.of(struct);
        }
        default -> sources.add(sql.read(tree, argument));
      }
    }
    String function = node.name().getSimple().toUpperCase(Locale.ROOT);
    List<Option> fields = given.map(this::fields).orElse(List.of());
    return new MlCall.TableFunction(start, end, position, function, model, sources, fields);
  }

  private List<Option> fields(SqlStruct struct) {
    for (SqlNode field : struct.fields()) {
      if (((SqlOption) field).name() == null) {
        throw tree.syntax(field, "A value in STRUCT(...) needs a name: value AS name.");
      }
    }
    return options.options(struct.fields());
  }

  MlCall scalar(int start, int end, Position position) {
    SqlScalarCall node = (SqlScalarCall) Grammar.call(tree.skeleton());
    List<MlCall.Argument> using = new ArrayList<>();
    for (SqlNode argument : node.using()) {
      using.add(argument(argument));
    }
    SqlNode forClass = node.forClass();
    Optional<OptionValue> forValue =
        forClass == null ? Optional.empty() : Optional.of(options.value(forClass));
    return new MlCall.Scalar(
        start,
        end,
        position,
        node.probability(),
        SqlReader.modelName(tree, node.model()),
        forValue,
        using);
  }

  private MlCall.Argument argument(SqlNode node) {
    if (node.getKind() == SqlKind.AS) {
      SqlBasicCall as = (SqlBasicCall) node;
      SqlIdentifier alias = as.operand(1);
      return new MlCall.Argument(sql.read(tree, as.operand(0)), alias.getSimple());
    }
    String name = columnName(tree.text(node));
    if (name == null) {
      throw tree.syntax(node, "An expression after USING needs a name: expression AS name.");
    }
    return new MlCall.Argument(sql.read(tree, node), name);
  }

  /** The last part of a column's path; null when the text is no path. */
  private static @Nullable String columnName(String expression) {
    Tokens tokens = Tokens.of(expression);
    boolean path = tokens.size() > 0 && tokens.afterPath(0) == tokens.size();
    return path ? tokens.name(tokens.size() - 1) : null;
  }
}
