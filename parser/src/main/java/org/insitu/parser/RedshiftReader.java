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
import org.insitu.parser.statement.ModelName;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;
import org.insitu.parser.statement.Statement;
import org.insitu.parser.tree.SqlCreateModelFrom;
import org.insitu.parser.tree.SqlOption;

/** Makes the record of {@code CREATE MODEL m FROM ... TARGET ...}, Amazon Redshift's form. */
record RedshiftReader(Tree tree, SqlReader sql, OptionReader reader) {

  Statement read(SqlCreateModelFrom node, ModelName model) {
    if (node.source() instanceof SqlLiteral) {
      throw RedshiftClauses.notYet(
          "A model FROM a job or a file of Amazon's", tree.position(node.source()));
    }
    RedshiftClauses clauses = new RedshiftClauses(model.position());
    for (SqlNode clause : node.clauses()) {
      SqlOption option = (SqlOption) clause;
      clauses.take(
          new Option(
              option.requiredName().getSimple(), value(option.value()), tree.position(option)));
    }
    List<Option> options = new ArrayList<>(clauses.options());
    SqlIdentifier target = node.target();
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
        Optional.empty(),
        clauses.function(),
        options,
        Optional.of(sql.read(tree, node.source())),
        clauses.notices());
  }

  /** FUNCTION takes a name, the other clauses constants. */
  private OptionValue value(SqlNode node) {
    return node instanceof SqlIdentifier name
        ? new OptionValue.Text(name.getSimple())
        : reader.value(node);
  }
}
