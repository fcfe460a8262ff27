/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.ModelName;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;
import org.insitu.parser.statement.Statement;
import org.insitu.parser.statement.TransformClause;
import org.insitu.parser.tree.SqlCreateModelFrom;
import org.insitu.parser.tree.SqlOption;
import org.jspecify.annotations.Nullable;

/** Makes the record of {@code CREATE MODEL m FROM ... TARGET ...}, Amazon Redshift's form. */
record RedshiftReader(Tree tree, SqlReader sql, OptionReader reader) {

  Statement read(SqlCreateModelFrom node, ModelName model) {
    if (node.source() instanceof SqlLiteral) {
      throw RedshiftClauses.notYet(
          "A model FROM a job or a file of Amazon's", tree.position(node.source()));
    }
    RedshiftClauses clauses = new RedshiftClauses(model.position());
    SqlIdentifier target = node.target();
    List<String> notices = new ArrayList<>();
    Optional<TransformClause> transform = Optional.empty();
    for (SqlNode clause : node.clauses()) {
      SqlOption option = (SqlOption) clause;
      String name = option.requiredName().getSimple();
      clauses.take(new Option(name, value(option.value()), tree.position(option)));
      if (name.equals("PREPROCESSORS") && clauses.preprocesses()) {
        transform = Optional.of(transform(option.value(), target, notices));
      }
    }
    List<Option> options = new ArrayList<>(clauses.options());
    notices.addAll(0, clauses.notices());
    if (target != null) {
      OptionValue label = new OptionValue.Text(target.getSimple());
      options.add(
          new Option(
              "input_label_cols", new OptionValue.Array(List.of(label)), tree.position(target)));
    }
    return new Statement.CreateModel(
        model,
        node.replace(),
        node.ifNotExists(),
        transform,
        clauses.function(),
        options,
        Optional.of(sql.read(tree, node.source())),
        notices);
  }

  /** PREPROCESSORS is a TRANSFORM of its own. */
  private TransformClause transform(
      SqlNode literal, @Nullable SqlIdentifier target, List<String> notices) {
    Position position = tree.position(literal);
    Optional<String> label = Optional.ofNullable(target).map(SqlIdentifier::getSimple);
    PreprocessorsReader preprocessors =
        new PreprocessorsReader(tree.text(literal), position, label, notices);
    return new TransformClause(List.of(preprocessors.read()), position);
  }

  /** FUNCTION takes a name, the other clauses constants. */
  private OptionValue value(SqlNode node) {
    return node instanceof SqlIdentifier name
        ? new OptionValue.Text(name.getSimple())
        : reader.value(node);
  }
}
