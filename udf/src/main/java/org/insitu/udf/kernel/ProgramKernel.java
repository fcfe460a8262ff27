/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;

/**
 * A program compiled for batches of one schema.
 *
 * <p>Blocks of {@value Values#BLOCK} rows go through a straight list of loops, one per expression;
 * equal expressions are computed once. Input columns are found by name without regard to case and
 * may be of any Arrow type that converts: integers, floats, decimals, booleans, texts, dates,
 * timestamps, dictionaries of those.
 *
 * <p><b>Threads:</b> one at a time; {@link #copy} for each further one. <b>Ownership:</b> the
 * batches stay the caller's. <b>Errors:</b> {@code IllegalArgumentException} when a column is not
 * there or of a type that does not convert.
 */
public final class ProgramKernel {
  private final Program program;
  private final Schema input;
  private final ForestKernels forests;
  private final List<ColumnReader> readers;
  private final List<Operation> operations;
  private final List<OutputWriter> writers;

  private ProgramKernel(Program program, Schema input, ForestKernels forests) {
    this.program = program;
    this.input = input;
    this.forests = forests;
    ProgramCompiler compiler = new ProgramCompiler(input, forests);
    this.writers = compiler.compile(program);
    this.readers = compiler.readers();
    this.operations = compiler.operations();
  }

  /** Compiles a program for batches of a schema. */
  public static ProgramKernel compile(Program program, Schema input) {
    return new ProgramKernel(program.pruned(), input, new ForestKernels());
  }

  /** The same kernel for another thread; compiled forests are shared. */
  public ProgramKernel copy() {
    return new ProgramKernel(program, input, forests);
  }

  /** The columns that {@link #apply} fills, in the program's order. */
  public Schema outputSchema() {
    List<Field> fields = new ArrayList<>();
    for (Named output : program.outputs()) {
      fields.add(OutputFields.field(output.name(), output.expression()));
    }
    return new Schema(fields);
  }

  /** Computes the outputs of a batch without dictionaries. */
  public void apply(VectorSchemaRoot in, VectorSchemaRoot out) {
    apply(in, new DictionaryProvider.MapDictionaryProvider(), out);
  }

  /**
   * Computes the outputs of a batch.
   *
   * @param in a batch of the schema compiled for
   * @param dictionaries of {@code in}; an {@code ArrowReader} is one
   * @param out a batch of {@link #outputSchema}; its vectors are allocated here
   */
  public void apply(VectorSchemaRoot in, DictionaryProvider dictionaries, VectorSchemaRoot out) {
    int rows = in.getRowCount();
    for (ColumnReader reader : readers) {
      reader.open(in.getVector(reader.index()), dictionaries);
    }
    List<FieldVector> vectors = out.getFieldVectors();
    for (int i = 0; i < vectors.size(); i++) {
      writers.get(i).open(vectors.get(i), rows);
    }
    for (int from = 0; from < rows; from += Values.BLOCK) {
      int count = Math.min(Values.BLOCK, rows - from);
      for (ColumnReader reader : readers) {
        reader.position(from);
      }
      for (Operation operation : operations) {
        operation.run(count);
      }
      for (OutputWriter writer : writers) {
        writer.write(from, count);
      }
    }
    for (OutputWriter writer : writers) {
      writer.close(rows);
    }
    out.setRowCount(rows);
  }
}
