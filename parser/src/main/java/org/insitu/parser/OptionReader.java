/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;
import org.insitu.parser.tree.SqlHparamCandidates;
import org.insitu.parser.tree.SqlHparamRange;
import org.insitu.parser.tree.SqlOption;
import org.insitu.parser.tree.SqlOptionArray;
import org.insitu.parser.tree.SqlStruct;

/** Reads options and constants out of the tree. */
record OptionReader(Tree tree) {

  List<Option> options(SqlNodeList list) {
    List<Option> options = new ArrayList<>();
    for (SqlNode node : list) {
      options.add(option((SqlOption) node));
    }
    return options;
  }

  /** An unnamed field of a STRUCT has the empty name. */
  private Option option(SqlOption node) {
    SqlIdentifier name = node.name();
    return name == null
        ? new Option("", value(node.value()), tree.position(node))
        : new Option(
            name.getSimple().toLowerCase(Locale.ROOT), value(node.value()), tree.position(name));
  }

  OptionValue value(SqlNode node) {
    return switch (node) {
      case SqlLiteral literal -> literal(literal);
      case SqlOptionArray array -> new OptionValue.Array(values(array));
      case SqlStruct struct -> new OptionValue.Struct(options(struct.fields()));
      case SqlHparamRange range -> new OptionValue.Range(number(range.low()), number(range.high()));
      case SqlHparamCandidates candidates ->
          new OptionValue.Candidates(values(candidates.values()));
      case SqlDynamicParam parameter -> throw parameter(parameter);
      case SqlIdentifier name when name.names.getFirst().startsWith("$") -> throw parameter(name);
      default -> throw tree.syntax(node, "An option's value is a constant.");
    };
  }

  private InsituException parameter(SqlNode node) {
    return InsituException.of(
            ErrorCode.PARAMETER_NOT_ALLOWED, "A parameter stands where only a literal may.")
        .at(tree.position(node));
  }

  private OptionValue literal(SqlLiteral literal) {
    return switch (literal.getTypeName()) {
      case NULL -> new OptionValue.Null();
      case BOOLEAN -> new OptionValue.Bool(literal.booleanValue());
      case CHAR, VARCHAR -> new OptionValue.Text(literal.getValueAs(String.class));
      case DECIMAL, DOUBLE, BIGINT, INTEGER ->
          new OptionValue.Numeric(literal.getValueAs(BigDecimal.class));
      default -> throw tree.syntax(literal, "An option takes no constant of this type.");
    };
  }

  private List<OptionValue> values(SqlOptionArray array) {
    List<OptionValue> values = new ArrayList<>();
    for (SqlNode node : array.values()) {
      values.add(value(node));
    }
    return values;
  }

  private BigDecimal number(SqlNode node) {
    return ((SqlLiteral) node).getValueAs(BigDecimal.class);
  }

  /** The characters of a string constant. */
  String text(SqlNode node) {
    if (value(node) instanceof OptionValue.Text text) {
      return text.value();
    }
    throw tree.syntax(node, "A string is expected here.");
  }
}
