/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational.rule;

import java.util.List;
import java.util.function.Consumer;
import org.apache.calcite.plan.RelOptListener;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.plan.hep.HepProgramBuilder;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.rules.CoreRules;

/** The phases of planning, in their order. In each, its rules run until none fires any more. */
public enum Phase {
  /** Calls become {@code Predict} nodes, one per model and arguments. */
  NORMALISE(new CallsInProject(), new CallsInFilter(), CoreRules.PROJECT_REMOVE),

  /**
   * What a warehouse's optimizer does for an expression by itself: rows and columns that are not
   * wanted go away below the model. A plan after this phase costs what the user's own text costs.
   */
  PUSH(
      CoreRules.FILTER_PROJECT_TRANSPOSE,
      CoreRules.FILTER_MERGE,
      CoreRules.FILTER_INTO_JOIN,
      CoreRules.PROJECT_MERGE,
      CoreRules.PROJECT_REMOVE,
      CoreRules.SORT_PROJECT_TRANSPOSE,
      new FilterBelowPredict(),
      new LimitBelowPredict(),
      new DropUnusedOutputs(false),
      new DropUnusedOutputs(true)),

  /** Where in a tree of joins and groups a model is applied to the fewest rows. */
  PLACE(
      new SharePrediction(),
      new PredictBelowJoin(),
      new PredictAboveJoin(),
      CoreRules.PROJECT_MERGE,
      CoreRules.PROJECT_REMOVE,
      new FilterBelowPredict()),

  /** What of a model is left, given the rows that reach it and what is asked of it. */
  SHRINK(
      new RestrictByPredicates(),
      new CompareInModel(),
      CoreRules.PROJECT_MERGE,
      CoreRules.PROJECT_REMOVE,
      new DropUnusedOutputs(false),
      new DropUnusedOutputs(true));

  private final HepProgram program;

  Phase(RelOptRule... rules) {
    program = new HepProgramBuilder().addRuleCollection(List.of(rules)).build();
  }

  /**
   * Runs the phase.
   *
   * @param fired is told the name of each rule of ours that changed the plan
   */
  public RelNode run(RelNode plan, Consumer<String> fired) {
    HepPlanner planner = new HepPlanner(program);
    planner.addListener(new Fired(fired));
    planner.setRoot(plan);
    return planner.findBestExp();
  }

  /** Tells which rules of ours changed something; Calcite's only tidy up after them. */
  private record Fired(Consumer<String> fired) implements RelOptListener {
    @Override
    public void ruleProductionSucceeded(RuleProductionEvent event) {
      if (!event.isBefore() && event.getRuleCall().getRule() instanceof ModelRule rule) {
        fired.accept(rule.toString());
      }
    }

    @Override
    public void relEquivalenceFound(RelEquivalenceEvent event) {}

    @Override
    public void ruleAttempted(RuleAttemptedEvent event) {}

    @Override
    public void relDiscarded(RelDiscardedEvent event) {}

    @Override
    public void relChosen(RelChosenEvent event) {}
  }
}
