/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import java.util.ArrayList;
import java.util.List;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.model.ModelPrograms;
import org.insitu.udf.model.PredictOptions;

/**
 * A model version with the options of its calls. Calls of one model with equal options are one
 * applied model, so that what is predicted twice is computed once.
 *
 * @param id its number in the statement, from 1
 * @param threshold see {@link PredictOptions}
 * @param program everything it can answer, one probability column per class included, under names
 *     that no column of the user's has
 * @param names the outputs' names as users see them, in the order of the program's outputs
 */
record AppliedModel(
    int id, ModelVersion version, double threshold, Program program, List<String> names) {
  AppliedModel {
    names = List.copyOf(names);
  }

  static AppliedModel of(int id, ModelVersion version, double threshold) {
    Program all = ModelPrograms.of(version.function(), new PredictOptions(threshold, true));
    List<Named> outputs = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Named output : all.outputs()) {
      outputs.add(new Named("__m%d_%d".formatted(id, outputs.size()), output.expression()));
      names.add(output.name());
    }
    return new AppliedModel(id, version, threshold, new Program(all.layers(), outputs), names);
  }

  /** The columns that a call passes, in this order. */
  List<String> inputs() {
    return List.copyOf(program.inputColumns());
  }

  /** The name of the function that answers with an output. */
  String function(int output) {
    return program.outputs().get(output).name();
  }
}
