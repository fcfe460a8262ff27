/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.rel2sql.RelToSqlConverter;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.insitu.planner.bind.Columns;
import org.insitu.udf.sql.InputColumn;
import org.insitu.udf.sql.KernelFunction;
import org.insitu.udf.sql.SqlText;
import org.insitu.udf.sql.SqlWriter;

/** Relational nodes as SQL. Calcite writes its own nodes, {@link SqlWriter} the models. */
public final class RelationalWriter extends RelToSqlConverter {
  private final SqlDialect calcite;
  private final org.insitu.udf.sql.SqlDialect dialect;
  private final SqlWriter models;
  private final Map<String, KernelFunction> kernels = new LinkedHashMap<>();
  private int queries;

  RelationalWriter(SqlDialect calcite, org.insitu.udf.sql.SqlDialect dialect, SqlWriter models) {
    super(calcite);
    this.calcite = calcite;
    this.dialect = dialect;
    this.models = models;
  }

  /**
   * A plan as a query.
   *
   * @param names of the answer's columns
   * @param order of the answer's rows; said again at the end, since rules move a limit and its
   *     order down
   */
  SqlText write(RelNode plan, List<String> names, RelCollation order) {
    List<RexNode> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(RexInputRef.of(i, plan.getRowType()));
    }
    RelNode named =
        plan.getRowType().getFieldNames().equals(names)
            ? plan
            : LogicalProject.create(plan, List.of(), columns, names, Set.of());
    boolean sorted = order.getKeys().isEmpty() || (named == plan && plan instanceof Sort);
    RelNode ordered = sorted ? named : LogicalSort.create(named, order, null, null);
    return new SqlText(text(visitRoot(ordered)), kernels);
  }

  /** Called by Calcite's dispatcher. */
  public Result visit(Predict predict) {
    List<String> keep = predict.getInput().getRowType().getFieldNames();
    String query = text(visitInput(predict, 0));
    String input = isOfJoin(predict.getInput()) ? named(query, keep) : query;
    Map<String, InputColumn> inputs = new HashMap<>();
    predict
        .arguments()
        .forEach((column, index) -> inputs.put(column, column(predict.getInput(), index)));
    SqlText written = models.select(predict.program(), input, keep, inputs);
    kernels.putAll(written.kernels());
    return from(written.sql(), predict);
  }

  @Override
  public Result visit(TableScan scan) {
    WarehouseTable table = scan.getTable().unwrap(WarehouseTable.class);
    Optional<String> sql = table == null ? Optional.empty() : table.sql();
    return sql.isPresent() ? from(sql.get(), scan) : super.visit(scan);
  }

  /** Whether a node answers with a join's columns, whose names may be there twice. */
  private static boolean isOfJoin(RelNode node) {
    return switch (node) {
      case Join _ -> true;
      case Filter filter -> isOfJoin(filter.getInput());
      case Sort sort -> isOfJoin(sort.getInput());
      default -> false;
    };
  }

  /** A query with the names that the plan has for its columns. */
  private String named(String query, List<String> columns) {
    return "SELECT * FROM (\n"
        + query
        + "\n) AS \"__input\"("
        + columns.stream().map(dialect::quoteIdentifier).collect(joining(", "))
        + ")";
  }

  private Result from(String query, RelNode node) {
    SqlNode named =
        SqlStdOperatorTable.AS.createCall(
            SqlParserPos.ZERO,
            Verbatim.of("\n" + query + "\n"),
            new SqlIdentifier("__q" + ++queries, SqlParserPos.ZERO));
    return result(named, ImmutableList.of(Clause.FROM), node, null);
  }

  private String text(Result result) {
    return result
        .asStatement()
        .toSqlString(
            c ->
                c.withDialect(calcite)
                    .withAlwaysUseParentheses(false)
                    .withSelectListItemsOnSeparateLines(false)
                    .withUpdateSetListNewline(false)
                    .withIndentation(0))
        .getSql();
  }

  /** An argument, its type known where it is a table's own column. */
  private InputColumn column(RelNode input, int index) {
    String name = dialect.quoteIdentifier(input.getRowType().getFieldNames().get(index));
    return Origins.of(input, index)
        .map(field -> Columns.input(name, field))
        .orElseGet(() -> InputColumn.of(name));
  }
}
