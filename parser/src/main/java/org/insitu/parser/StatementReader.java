/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.statement.ModelName;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;
import org.insitu.parser.statement.SqlText;
import org.insitu.parser.statement.Statement;
import org.insitu.parser.text.Span;
import org.insitu.parser.tree.SqlAlterModel;
import org.insitu.parser.tree.SqlCreateModel;
import org.insitu.parser.tree.SqlCreateModelFrom;
import org.insitu.parser.tree.SqlCreateWarehouse;
import org.insitu.parser.tree.SqlDropModel;
import org.insitu.parser.tree.SqlDropWarehouse;
import org.insitu.parser.tree.SqlEvaluateModel;
import org.insitu.parser.tree.SqlExplainStatement;
import org.insitu.parser.tree.SqlExportModel;
import org.insitu.parser.tree.SqlMlStatement;
import org.insitu.parser.tree.SqlModelChange;
import org.insitu.parser.tree.SqlModelName;
import org.insitu.parser.tree.SqlPredictModel;
import org.insitu.parser.tree.SqlResetSetting;
import org.insitu.parser.tree.SqlSetSetting;
import org.insitu.parser.tree.SqlShowModel;
import org.insitu.parser.tree.SqlShowModels;
import org.insitu.parser.tree.SqlShowSetting;
import org.insitu.parser.tree.SqlShowVersions;
import org.insitu.parser.tree.SqlShowWarehouses;
import org.insitu.parser.tree.SqlTrainModel;
import org.insitu.parser.tree.SqlUseWarehouse;
import org.jspecify.annotations.Nullable;

/** Makes the record of a statement's tree. */
final class StatementReader {
  private final Tree tree;
  private final SqlReader sql;
  private final Function<Span, Statement> inner;
  private final OptionReader options;

  /**
   * @param inner parses the statement after EXPLAIN
   */
  StatementReader(Tree tree, SqlReader sql, Function<Span, Statement> inner) {
    this.tree = tree;
    this.sql = sql;
    this.inner = inner;
    this.options = new OptionReader(tree);
  }

  Statement read(SqlMlStatement node) {
    return switch (node) {
      case SqlCreateModel create -> createModel(create);
      case SqlCreateModelFrom create ->
          new RedshiftReader(tree, sql, options).read(create, model(create.model()));
      case SqlTrainModel train ->
          new Statement.TrainModel(
              model(train.model()), source(train.on()), options.options(train.options()));
      case SqlEvaluateModel evaluate ->
          new Statement.EvaluateModel(
              model(evaluate.model()), source(evaluate.on()), options.options(evaluate.options()));
      case SqlPredictModel predict -> predictModel(predict);
      case SqlExplainStatement explain -> explain(explain);
      case SqlDropModel drop -> new Statement.DropModel(model(drop.model()), drop.ifExists());
      case SqlAlterModel alter ->
          new Statement.AlterModel(model(alter.model()), alter.ifExists(), change(alter.change()));
      case SqlShowModels show -> new Statement.ShowModels(text(show.like()));
      case SqlShowModel show -> new Statement.ShowModel(model(show.model()));
      case SqlShowVersions show -> new Statement.ShowVersions(model(show.model()));
      case SqlExportModel export -> exportModel(export);
      case SqlCreateWarehouse create ->
          new Statement.CreateWarehouse(
              create.name().getSimple(),
              create.type().getSimple(),
              options.options(create.options()),
              tree.position(create.name()));
      case SqlDropWarehouse drop ->
          new Statement.DropWarehouse(drop.name().getSimple(), tree.position(drop.name()));
      case SqlUseWarehouse use ->
          new Statement.UseWarehouse(use.name().getSimple(), tree.position(use.name()));
      case SqlShowWarehouses show -> new Statement.ShowWarehouses();
      case SqlSetSetting set ->
          new Statement.SetOption(
              setting(set.name()), options.value(set.value()), tree.position(set.name()));
      case SqlResetSetting reset ->
          new Statement.ResetOption(setting(reset.name()), tree.position(reset.name()));
      case SqlShowSetting show ->
          new Statement.ShowOption(setting(show.name()), tree.position(show.name()));
    };
  }

  private Statement createModel(SqlCreateModel create) {
    SqlNode transform = create.transform();
    return new Statement.CreateModel(
        model(create.model()),
        create.replace(),
        create.ifNotExists(),
        transform == null ? Optional.empty() : Optional.of(sql.transform(tree, transform)),
        name(create.function()),
        options.options(create.options()),
        source(create.query()),
        List.of());
  }

  private Statement predictModel(SqlPredictModel predict) {
    SqlIdentifier into = predict.into();
    return new Statement.PredictModel(
        model(predict.model()),
        sql.read(tree, predict.on()),
        into == null ? Optional.empty() : Optional.of(sql.name(tree, into)),
        options.options(predict.options()));
  }

  private Statement explain(SqlExplainStatement explain) {
    SqlIdentifier format = explain.format();
    boolean json = format != null && format.getSimple().equalsIgnoreCase("JSON");
    if (format != null && !json && !format.getSimple().equalsIgnoreCase("TEXT")) {
      throw tree.syntax(format, "Unexpected '" + format.getSimple() + "'; expected TEXT or JSON.");
    }
    return new Statement.Explain(
        explain.analyze(), json, inner.apply(sql.tokens(tree, explain.statement())));
  }

  private Statement exportModel(SqlExportModel export) {
    SqlNode uri = export.uri();
    if (uri != null) {
      return new Statement.ExportModel(
          model(export.model()), options.text(uri), name(export.format()), name(export.dialect()));
    }
    Optional<String> target = Optional.empty();
    for (Option option : options.options(export.options())) {
      if (option.name().equals("uri") && option.value() instanceof OptionValue.Text text) {
        target = Optional.of(text.value());
      } else if (option.name().equals("trial_id")) {
        throw InsituException.of(
                ErrorCode.NOT_AVAILABLE_YET, "TRIAL_ID is not available yet in this version.")
            .at(option.position());
      } else {
        throw InsituException.of(
                ErrorCode.UNKNOWN_OPTION,
                "Unknown option '" + option.name() + "' of EXPORT MODEL; it takes URI.")
            .at(option.position());
      }
    }
    String found =
        target.orElseThrow(
            () ->
                InsituException.of(ErrorCode.OPTION_MISSING, "EXPORT MODEL needs URI = '...'.")
                    .at(tree.position(export)));
    return new Statement.ExportModel(
        model(export.model()), found, Optional.empty(), Optional.empty());
  }

  private Statement.Change change(SqlModelChange change) {
    return switch (change.kind()) {
      case SET_OPTIONS -> new Statement.Change.SetOptions(options.options(change.options()));
      case RENAME_TO -> new Statement.Change.RenameTo(model(change.newName()));
      case SET_DEFAULT_VERSION ->
          new Statement.Change.SetDefaultVersion(change.version().getSimple());
      case SET_ALIAS ->
          new Statement.Change.SetAlias(change.alias().getSimple(), change.version().getSimple());
    };
  }

  private ModelName model(SqlModelName node) {
    return SqlReader.modelName(tree, node);
  }

  private Optional<SqlText> source(@Nullable SqlNode node) {
    return node == null ? Optional.empty() : Optional.of(sql.read(tree, node));
  }

  private Optional<String> text(@Nullable SqlNode node) {
    return node == null ? Optional.empty() : Optional.of(options.text(node));
  }

  private static Optional<String> name(@Nullable SqlIdentifier node) {
    return node == null ? Optional.empty() : Optional.of(node.getSimple());
  }

  /** {@code insitu.x}, in lower case. */
  private static String setting(SqlIdentifier name) {
    return name.toString().toLowerCase(Locale.ROOT);
  }
}
