/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.statement.MlCall;
import org.insitu.parser.statement.ModelName;
import org.insitu.parser.statement.OptionValue;
import org.insitu.parser.text.Tokens;
import org.insitu.planner.bind.FeatureBinding;
import org.insitu.planner.bind.Hints;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.udf.expression.Program;
import org.insitu.udf.model.Label;
import org.insitu.udf.model.ModelPrograms;
import org.insitu.udf.model.PredictOptions;
import org.insitu.udf.sql.InputColumn;
import org.insitu.udf.sql.SqlText;
import org.insitu.udf.sql.SqlTooLargeException;
import org.insitu.udf.sql.SqlWriter;

/** PREDICT(m), PROBABILITY(m FOR c) and fn(...): one expression in the place of the call. */
final class ScalarCalls {
  private ScalarCalls() {}

  static String sql(MlCall.Scalar call, boolean bare, Expansion expansion) {
    ModelVersion version = expansion.catalog().resolve(call.model());
    PredictionFunctions.requirePrediction(version, call.position());
    Map<String, InputColumn> inputs = new LinkedHashMap<>();
    if (!call.using().isEmpty()) {
      inputs.putAll(named(call, version, expansion));
    }
    Program program = call.probability() ? probability(call, version) : prediction(version);
    String sql = written(version, program, inputs, expansion);
    return bare ? aliased(sql, program.outputs().getFirst().name(), expansion) : sql;
  }

  /** A call by position: the arguments stand in the order of the training query's columns. */
  static String sql(MlCall.Named call, ModelName model, boolean bare, Expansion expansion) {
    ModelVersion version = expansion.catalog().resolve(model);
    PredictionFunctions.requirePrediction(version, call.position());
    List<String> names = ModelInputs.names(version);
    if (call.arguments().size() != names.size()) {
      throw InsituException.of(
          ErrorCode.COLUMN_NOT_FOUND,
          "%s takes %d arguments, %d are given: %s."
              .formatted(
                  call.function(),
                  names.size(),
                  call.arguments().size(),
                  FeatureBinding.listed(names)));
    }
    Map<String, InputColumn> inputs = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String argument = CallRewriter.rewrite(call.arguments().get(i), expansion).text();
      inputs.put(names.get(i), InputColumn.of("(" + argument + ")"));
    }
    Program program = prediction(version);
    String sql = written(version, program, inputs, expansion);
    return bare ? aliased(sql, call.function(), expansion) : sql;
  }

  private static String aliased(String sql, String name, Expansion expansion) {
    return sql + " AS " + expansion.dialect().quoteIdentifier(name);
  }

  private static Map<String, InputColumn> named(
      MlCall.Scalar call, ModelVersion version, Expansion expansion) {
    Map<String, String> given = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (MlCall.Argument argument : call.using()) {
      String text = CallRewriter.rewrite(argument.expression(), expansion).text();
      given.put(argument.name().toLowerCase(Locale.ROOT), text);
      names.add(argument.name());
    }
    for (String needed : ModelInputs.names(version)) {
      if (!given.containsKey(needed.toLowerCase(Locale.ROOT))) {
        throw InsituException.of(
                ErrorCode.COLUMN_NOT_FOUND,
                "Model '%s' needs column '%s'; USING gives %s."
                    .formatted(version.model(), needed, FeatureBinding.listed(names)))
            .hint(Hints.didYouMean(needed, names, "Add: expression AS " + needed + "."));
      }
    }
    Map<String, InputColumn> inputs = new LinkedHashMap<>();
    for (MlCall.Argument argument : call.using()) {
      String name = argument.name().toLowerCase(Locale.ROOT);
      inputs.put(
          ModelInputs.names(version).stream()
              .filter(needed -> needed.equalsIgnoreCase(name))
              .findFirst()
              .orElse(argument.name()),
          InputColumn.of("(" + given.get(name) + ")"));
    }
    return inputs;
  }

  private static Program prediction(ModelVersion version) {
    if (version.function().outputsReplaceInput()) {
      throw InsituException.of(
              ErrorCode.FUNCTION_NOT_APPLICABLE,
              "PREDICT is one value; model '%s' is a %s, which answers several."
                  .formatted(version.model(), version.modelType()))
          .hint("SELECT * FROM ML.PREDICT(MODEL %s, TABLE t)".formatted(version.model()));
    }
    return ModelPrograms.prediction(version.function(), PredictOptions.DEFAULTS);
  }

  private static Program probability(MlCall.Scalar call, ModelVersion version) {
    List<String> classes = version.function().label().map(Label::classes).orElse(List.of());
    if (classes.isEmpty()) {
      throw InsituException.of(
              ErrorCode.FUNCTION_NOT_APPLICABLE,
              "PROBABILITY needs a classifier; model '%s' is a %s."
                  .formatted(version.model(), version.modelType()))
          .hint("PREDICT(%s) is its value.".formatted(version.model()));
    }
    String wanted = call.forClass().map(ScalarCalls::text).orElse("");
    if (call.forClass().isEmpty()) {
      if (classes.size() != 2) {
        throw InsituException.of(
                ErrorCode.CLASS_NOT_FOUND,
                "Model '%s' has %d classes: say which, PROBABILITY(%s FOR class)."
                    .formatted(version.model(), classes.size(), version.model()))
            .hint("One of " + FeatureBinding.listed(classes) + ".");
      }
      wanted = classes.get(1);
    }
    if (!classes.contains(wanted)) {
      throw InsituException.of(
              ErrorCode.CLASS_NOT_FOUND,
              "Model '%s' has no class '%s'; it has %s."
                  .formatted(version.model(), wanted, FeatureBinding.listed(classes)))
          .hint(Hints.didYouMean(wanted, classes, ErrorCode.CLASS_NOT_FOUND.remedy()));
    }
    return ModelPrograms.probability(version.function(), wanted);
  }

  private static String text(OptionValue value) {
    return switch (value) {
      case OptionValue.Text text -> text.value();
      case OptionValue.Numeric number -> number.value().toPlainString();
      case OptionValue.Bool bool -> String.valueOf(bool.value());
      case OptionValue.Null n -> throw notAClass(value);
      case OptionValue.Array a -> throw notAClass(value);
      case OptionValue.Struct s -> throw notAClass(value);
      case OptionValue.Range r -> throw notAClass(value);
      case OptionValue.Candidates c -> throw notAClass(value);
    };
  }

  private static InsituException notAClass(OptionValue value) {
    return InsituException.of(ErrorCode.CLASS_NOT_FOUND, "FOR takes one class, not " + value + ".");
  }

  private static String written(
      ModelVersion version, Program program, Map<String, InputColumn> inputs, Expansion expansion) {
    SqlWriter writer = new SqlWriter(expansion.dialect(), expansion.treeForm());
    SqlText written =
        version.transformation().isPresent()
            ? transformed(version, program, inputs, writer, expansion)
            : written(program, inputs, writer, expansion);
    ModelNotes.applied(version, written, expansion);
    return "(" + expansion.take(written) + ")";
  }

  /** Over the columns around the call, or over a row of arguments, transformed. */
  private static SqlText transformed(
      ModelVersion version,
      Program program,
      Map<String, InputColumn> arguments,
      SqlWriter writer,
      Expansion expansion) {
    if (arguments.isEmpty()) {
      return written(program, ModelInputs.inline(version, expansion.dialect()), writer, expansion);
    }
    ModelInputs.Prepared prepared = ModelInputs.ofArguments(version, arguments, expansion);
    return writer.select(expansion.written(program), prepared.sql(), List.of(), prepared.inputs());
  }

  /**
   * As an expression; as a sub-query over the arguments where an argument may stand only once, or
   * where the values that are used twice would make the expression too long.
   */
  private static SqlText written(
      Program program, Map<String, InputColumn> inputs, SqlWriter writer, Expansion expansion) {
    Program wanted = expansion.written(program);
    if (inputs.values().stream().anyMatch(argument -> standsOnce(argument.sql()))) {
      return overArguments(wanted, program, inputs, writer, expansion);
    }
    try {
      return writer.inline(wanted, wanted.outputs().getFirst().name(), inputs);
    } catch (SqlTooLargeException e) {
      return overArguments(wanted, program, inputs, writer, expansion);
    }
  }

  /**
   * A sub-query over a query of one row: every argument given, in the user's order, and the columns
   * left over.
   */
  private static SqlText overArguments(
      Program wanted,
      Program program,
      Map<String, InputColumn> inputs,
      SqlWriter writer,
      Expansion expansion) {
    Map<String, String> texts = new LinkedHashMap<>();
    inputs.forEach((name, input) -> texts.put(name, input.sql()));
    for (String column : program.inputColumns()) {
      texts.putIfAbsent(column, expansion.dialect().quoteIdentifier(column));
    }
    List<String> items = new ArrayList<>();
    Map<String, InputColumn> columns = new HashMap<>();
    texts.forEach(
        (name, text) -> {
          String column = expansion.dialect().quoteIdentifier("__a" + items.size());
          items.add(text + " AS " + column);
          columns.put(name, InputColumn.of(column));
        });
    return writer.select(wanted, "SELECT " + String.join(", ", items), List.of(), columns);
  }

  /** Whether a text must not be repeated: a parameter is bound once. */
  private static boolean standsOnce(String argument) {
    Tokens tokens = Tokens.of(argument);
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, '?') || tokens.is(i, '$')) {
        return true;
      }
    }
    return false;
  }
}
