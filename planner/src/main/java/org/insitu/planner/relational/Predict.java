/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.util.ImmutableBitSet;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;

/**
 * A model applied to every row: the input's columns, then the outputs of a program. However large
 * the model, it is one node until the SQL is written.
 */
public final class Predict extends SingleRel {
  private final ModelVersion version;
  private final Program whole;
  private final Program program;
  private final Map<String, Integer> arguments;

  private Predict(
      RelNode input,
      ModelVersion version,
      Program whole,
      Program program,
      Map<String, Integer> arguments) {
    super(input.getCluster(), input.getTraitSet(), input);
    this.version = version;
    this.whole = whole;
    this.program = program;
    this.arguments = arguments;
  }

  /**
   * Applies a program.
   *
   * @param whole everything the model with its options can answer
   * @param program what it answers here
   * @param arguments the input's column for each column that the program reads; others are left out
   */
  public static Predict create(
      RelNode input,
      ModelVersion version,
      Program whole,
      Program program,
      Map<String, Integer> arguments) {
    Map<String, Integer> read = new LinkedHashMap<>();
    for (String column : program.inputColumns()) {
      Integer index = arguments.get(column);
      if (index == null || index >= input.getRowType().getFieldCount()) {
        throw new IllegalArgumentException("argument for '" + column + "': " + index);
      }
      read.put(column, index);
    }
    return new Predict(input, version, whole, program, read);
  }

  public ModelVersion version() {
    return version;
  }

  /** Everything the model with its options can answer; the same object for equal options. */
  public Program whole() {
    return whole;
  }

  /** What it answers here. */
  public Program program() {
    return program;
  }

  /** The input's column for each column that the program reads. */
  public Map<String, Integer> arguments() {
    return arguments;
  }

  /** The number of columns before the outputs. */
  public int inputCount() {
    return getInput().getRowType().getFieldCount();
  }

  public ImmutableBitSet argumentSet() {
    return ImmutableBitSet.of(arguments.values());
  }

  /** Whether columns of this node are all the input's. */
  public boolean areInputs(ImmutableBitSet columns) {
    return columns.length() <= inputCount();
  }

  /** The same model over another input, its columns found at other places. */
  public Predict over(RelNode input, IntUnaryOperator places) {
    Map<String, Integer> moved = new LinkedHashMap<>();
    arguments.forEach((name, index) -> moved.put(name, places.applyAsInt(index)));
    return create(input, version, whole, program, moved);
  }

  /** The same model over the same input, answering otherwise. */
  public Predict with(Program answering) {
    return create(getInput(), version, whole, answering, arguments);
  }

  /** The same node with only some outputs. */
  public Predict only(Collection<String> names) {
    return with(program.only(names));
  }

  /** The names of those outputs that are among columns of this node. */
  public Set<String> outputsIn(ImmutableBitSet columns) {
    Set<String> names = new java.util.LinkedHashSet<>();
    for (int i = 0; i < program.outputs().size(); i++) {
      if (columns.get(inputCount() + i)) {
        names.add(program.outputs().get(i).name());
      }
    }
    return names;
  }

  @Override
  protected RelDataType deriveRowType() {
    RelDataTypeFactory factory = getCluster().getTypeFactory();
    ValueTypes types = new ValueTypes(factory);
    RelDataTypeFactory.Builder row = factory.builder();
    row.addAll(getInput().getRowType().getFieldList());
    for (Named output : program.outputs()) {
      row.add(output.name(), types.of(output.expression().type()));
    }
    return row.build();
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return create(inputs.getFirst(), version, whole, program, arguments);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    List<String> reads = new ArrayList<>();
    arguments.forEach((name, index) -> reads.add(name + "=$" + index));
    return super.explainTerms(writer)
        .item("model", version.model() + "@" + version.number())
        .item("reads", reads)
        .item("answers", program.outputs().stream().map(Named::name).toList())
        .item("steps", Math.round(Steps.of(program)));
  }
}
