/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.calcite.plan.Contexts;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.runtime.CalciteException;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.statement.SqlText;
import org.insitu.planner.catalog.Catalog;
import org.insitu.planner.relational.rule.Phase;
import org.insitu.planner.rewrite.CallRewriter;
import org.insitu.planner.rewrite.Expansion;
import org.insitu.udf.sql.KernelFunction;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.sql.SqlWriter;
import org.insitu.udf.sql.TreeForm;
import org.jspecify.annotations.Nullable;

/**
 * Plans what can be followed.
 *
 * <p>Only a plan whose models work less than in the user's own text is worth writing anew; for all
 * others the text stays, word for word.
 */
public final class RelationalPlanner {
  /** A plan is written anew when it spares at least this part of the models' work. */
  private static final double WORTH_WHILE = 0.1;

  private final Catalog catalog;
  private final SqlDialect dialect;
  private final TreeForm treeForm;

  public RelationalPlanner(Catalog catalog, SqlDialect dialect, TreeForm treeForm) {
    this.catalog = catalog;
    this.dialect = dialect;
    this.treeForm = treeForm;
  }

  /** What came of an attempt: a plan, or why there is none. */
  public sealed interface Attempt {
    /** A better plan. */
    record Better(RelationalPlan plan) implements Attempt {}

    /**
     * It was followed, and the text is as good.
     *
     * @param rules those that would change it and spare too little
     */
    record AsWritten(List<String> rules) implements Attempt {
      public AsWritten {
        rules = List.copyOf(rules);
      }
    }

    /** It was not followed. */
    record Unfollowed(String reason) implements Attempt {}
  }

  /**
   * Plans a statement that the road of the text has accepted.
   *
   * @param always whether it is written anew even when nothing is spared
   */
  public Attempt plan(SqlText sql, boolean always) {
    try {
      return planned(sql, always);
    } catch (NotFollowed e) {
      return new Attempt.Unfollowed(e.reason());
    } catch (CalciteException | UnsupportedOperationException e) {
      return new Attempt.Unfollowed(String.valueOf(e.getMessage()));
    }
  }

  private Attempt planned(SqlText sql, boolean always) throws NotFollowed {
    if (!always && !Prospects.of(sql, catalog)) {
      return new Attempt.AsWritten(List.of());
    }
    int start = Heads.query(sql.text());
    Expansion standIns = new Expansion(catalog, dialect, treeForm);
    RelNode plan = read(sql, start, standIns);
    RelCollation order = plan instanceof Sort sort ? sort.getCollation() : RelCollations.EMPTY;
    Set<String> rules = new LinkedHashSet<>();
    RelNode written = run(plan, rules::add, Phase.NORMALISE, Phase.PUSH);
    if (ModelCalls.remain(written)) {
      throw new NotFollowed("a model in a join's condition keeps its text");
    }
    rules.clear();
    RelNode best = run(written, rules::add, Phase.PLACE, Phase.SHRINK);
    if (!always && rules.isEmpty()) {
      return new Attempt.AsWritten(List.of());
    }
    double writtenCost = cost(written);
    double cost = cost(best);
    if (!always && cost > writtenCost * (1 - WORTH_WHILE)) {
      return new Attempt.AsWritten(List.copyOf(rules));
    }
    return new Attempt.Better(
        new RelationalPlan(
            RelOptUtil.toString(best),
            List.copyOf(rules),
            writtenCost,
            cost,
            text(sql, start, best, order, standIns)));
  }

  /** A statement's query as nodes, its calls in expressions. */
  RelNode read(SqlText sql, int start, Expansion standIns) throws NotFollowed {
    Marking marking = new Marking(catalog, standIns);
    String marked = marking.mark(sql, start);
    Rows rows = new Rows(this::estimated);
    HepPlanner planner = new HepPlanner(HepProgram.builder().build(), Contexts.of(rows));
    RelRoot root = QueryReader.read(marked, marking, catalog, planner);
    if (!root.isRefTrivial()) {
      throw new NotFollowed("ORDER BY of what is not selected keeps its text");
    }
    Followable.check(root.rel);
    return root.rel;
  }

  static RelNode run(RelNode plan, Consumer<String> fired, Phase... phases) {
    RelNode result = plan;
    for (Phase phase : phases) {
      result = phase.run(result, fired);
    }
    return result;
  }

  /** The statement with its query written anew, if the warehouse answers alike in name and type. */
  private org.insitu.udf.sql.SqlText text(
      SqlText sql, int start, RelNode plan, RelCollation order, Expansion standIns)
      throws NotFollowed {
    List<Field> fields = described(sql, start);
    List<String> names = fields.stream().map(Field::getName).toList();
    if (names.size() != plan.getRowType().getFieldCount()) {
      throw new NotFollowed("the warehouse names %d columns".formatted(names.size()));
    }
    if (new TreeSet<>(names).size() < names.size()) {
      throw new NotFollowed("columns of one name keep their text");
    }
    org.insitu.udf.sql.SqlText query = writer().write(plan, names, order);
    Map<String, KernelFunction> kernels = new LinkedHashMap<>(standIns.kernels());
    kernels.putAll(query.kernels());
    if (!described(new org.insitu.udf.sql.SqlText(query.sql(), kernels)).equals(fields)) {
      throw new NotFollowed("written anew its columns would have other types");
    }
    return new org.insitu.udf.sql.SqlText(sql.text().substring(0, start) + query.sql(), kernels);
  }

  private List<Field> described(org.insitu.udf.sql.SqlText query) throws NotFollowed {
    try {
      return catalog.describe(query).getFields();
    } catch (InsituException e) {
      throw new NotFollowed("the warehouse does not take it written anew", e);
    }
  }

  /** The warehouse's estimate; what it cannot read, such as a NULL of no type, has none. */
  private double estimated(RelNode node) {
    try {
      return catalog.estimatedRows(
          writer().write(node, node.getRowType().getFieldNames(), RelCollations.EMPTY).sql());
    } catch (InsituException e) {
      return -1;
    }
  }

  private RelationalWriter writer() {
    return new RelationalWriter(
        new CalciteDuckDb(dialect), dialect, new SqlWriter(dialect, treeForm));
  }

  /** The answer's columns as the warehouse has them of the user's own text. */
  private List<Field> described(SqlText sql, int start) {
    Expansion types = Expansion.ofTypes(catalog, dialect);
    String text = CallRewriter.rewrite(sql, types).text().substring(start);
    return catalog.describe(types.query(text)).getFields();
  }

  /** The steps of all models over all their rows. */
  private static double cost(RelNode plan) {
    double[] cost = {0};
    new RelVisitor() {
      @Override
      public void visit(RelNode node, int ordinal, @Nullable RelNode parent) {
        if (node instanceof Predict predict) {
          cost[0] += Rows.of(predict) * Steps.of(predict.program());
        }
        super.visit(node, ordinal, parent);
      }
    }.go(plan);
    return cost[0];
  }
}
