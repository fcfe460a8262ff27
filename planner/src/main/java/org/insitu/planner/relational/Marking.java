/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.insitu.parser.InsituParser;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.option.FunctionOptions;
import org.insitu.parser.option.MlFunction;
import org.insitu.parser.statement.MlCall;
import org.insitu.parser.statement.ModelName;
import org.insitu.parser.statement.OptionValue;
import org.insitu.parser.statement.SqlText;
import org.insitu.planner.catalog.Catalog;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.planner.rewrite.CallRewriter;
import org.insitu.planner.rewrite.Expansion;
import org.insitu.planner.rewrite.Trials;
import org.insitu.udf.model.Label;

/**
 * Turns a statement into plain SQL for the validator: every call of ours becomes calls of {@link
 * ModelOutput} functions over named columns.
 *
 * <pre>{@code
 * ML.PREDICT(MODEL m, TABLE t)   (SELECT "__s".*, "__m1_0"("__s"."x") AS "predicted_y"
 *                                 FROM (SELECT * FROM t) AS "__s")
 * PREDICT(m)                     "__m1_0"("x")
 * PREDICT(m USING a + 1 AS x)    "__m1_0"((a + 1))
 * ML.EVALUATE(...)               "__t1", a table that stands for the call
 * }</pre>
 *
 * <p>A source that the grammar cannot read becomes such a table too.
 */
final class Marking {
  private final Catalog catalog;
  private final Expansion expansion;
  private final List<AppliedModel> models = new ArrayList<>();
  private final Map<String, WarehouseTable> tables = new HashMap<>();

  /**
   * Starts.
   *
   * @param expansion writes what stays text, and remembers its kernels
   */
  Marking(Catalog catalog, Expansion expansion) {
    this.catalog = catalog;
    this.expansion = expansion;
  }

  /** The models applied, once each. */
  List<AppliedModel> models() {
    return models;
  }

  /** The tables that stand for what is not followed, by name. */
  Map<String, WarehouseTable> tables() {
    return tables;
  }

  /** The text with every call from {@code from} on replaced, the text before it left out. */
  String mark(SqlText sql, int from) throws NotFollowed {
    StringBuilder marked = new StringBuilder();
    int done = from;
    for (MlCall call : sql.calls()) {
      marked.append(sql.text(), done, call.start()).append(marked(call));
      done = call.end();
    }
    return marked.append(sql.text(), done, sql.text().length()).toString();
  }

  private String marked(MlCall call) throws NotFollowed {
    return switch (call) {
      case MlCall.TableFunction table -> table(table);
      case MlCall.Scalar scalar -> scalar(scalar);
      case MlCall.Named named -> named(named);
      case MlCall.Preprocess preprocess ->
          throw new NotFollowed("it calls ML." + preprocess.function());
    };
  }

  private String table(MlCall.TableFunction call) throws NotFollowed {
    if (!call.function().equals(MlFunction.PREDICT.name())) {
      return standIn(query(call));
    }
    FunctionOptions options = FunctionOptions.bind(MlFunction.PREDICT, call.options());
    AppliedModel model =
        applied(
            Trials.of(catalog.resolve(call.model().orElseThrow()), options, catalog),
            options.threshold());
    // After the prediction and the list of probabilities comes one column for each class.
    int flat = options.flatProbs() ? 0 : classes(model).size();
    StringBuilder select = new StringBuilder("(SELECT \"__s\".*");
    for (int i = 0; i < model.names().size(); i++) {
      if (i >= 2 && i < 2 + flat) {
        continue;
      }
      List<String> arguments =
          model.inputs().stream().map(input -> "\"__s\"." + quoted(input)).toList();
      select
          .append(", ")
          .append(call(model, i, arguments))
          .append(" AS ")
          .append(quoted(model.names().get(i)));
    }
    return select + "\nFROM " + source(call.sources().getFirst()) + " AS \"__s\")";
  }

  /** The text's road has taken the call; what fails here is that it stands alone. */
  private String query(MlCall.TableFunction call) throws NotFollowed {
    try {
      return CallRewriter.tableQuery(call, expansion);
    } catch (InsituException e) {
      throw new NotFollowed("the data of ML.%s name a common table".formatted(call.function()), e);
    }
  }

  private String source(SqlText source) throws NotFollowed {
    String marked = mark(source, 0);
    try {
      InsituParser.parseQuery(marked);
    } catch (InsituException e) {
      return standIn(CallRewriter.rewrite(source, expansion).text());
    }
    return "(" + marked + "\n)";
  }

  private String standIn(String sql) throws NotFollowed {
    String name = "__t" + (tables.size() + 1);
    try {
      tables.put(
          name, new WarehouseTable(catalog.describe(expansion.query(sql)), Optional.of(sql)));
    } catch (InsituException e) {
      throw new NotFollowed("a part of it names a common table", e);
    }
    return quoted(name);
  }

  private String scalar(MlCall.Scalar call) throws NotFollowed {
    AppliedModel model = applied(catalog.resolve(call.model()), 0.5);
    Map<String, String> given = new HashMap<>();
    for (MlCall.Argument argument : call.using()) {
      given.put(
          argument.name().toLowerCase(Locale.ROOT), "(" + mark(argument.expression(), 0) + ")");
    }
    List<String> arguments =
        model.inputs().stream()
            .map(input -> given.getOrDefault(input.toLowerCase(Locale.ROOT), quoted(input)))
            .toList();
    return call(model, call.probability() ? classOutput(call, model) : 0, arguments);
  }

  private static int classOutput(MlCall.Scalar call, AppliedModel model) throws NotFollowed {
    List<String> classes = classes(model);
    if (call.forClass().isEmpty() && classes.size() == 2) {
      return 3;
    }
    if (call.forClass().isPresent() && call.forClass().get() instanceof OptionValue.Text text) {
      int index = classes.indexOf(text.value());
      if (index >= 0) {
        return 2 + index;
      }
    }
    throw new NotFollowed("the class of PROBABILITY is not a text");
  }

  private String named(MlCall.Named call) throws NotFollowed {
    ModelName name =
        catalog
            .functionModel(call.function())
            .orElseThrow(() -> new NotFollowed("unknown function " + call.function()));
    AppliedModel model = applied(catalog.resolve(name), 0.5);
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      given.put(
          model.version().function().features().get(i).name(),
          "(" + mark(call.arguments().get(i), 0) + ")");
    }
    return call(model, 0, model.inputs().stream().map(given::get).toList());
  }

  private AppliedModel applied(ModelVersion version, double threshold) throws NotFollowed {
    if (version.transformation().isPresent()) {
      throw new NotFollowed("model %s transforms its columns".formatted(version.model()));
    }
    if (version.function().outputsReplaceInput()) {
      throw new NotFollowed("the outputs of " + version.model() + " stand for its input");
    }
    for (AppliedModel known : models) {
      if (known.version() == version && known.threshold() == threshold) {
        return known;
      }
    }
    AppliedModel model = AppliedModel.of(models.size() + 1, version, threshold);
    models.add(model);
    return model;
  }

  private static List<String> classes(AppliedModel model) {
    return model.version().function().label().map(Label::classes).orElse(List.of());
  }

  private static String call(AppliedModel model, int output, List<String> arguments) {
    return quoted(model.function(output)) + "(" + String.join(", ", arguments) + ")";
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
