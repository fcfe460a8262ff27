/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;

/** Says how odd a row is to a model, as a {@link Program} with one output. */
public final class ModelAnomalies {
  private ModelAnomalies() {}

  /**
   * The score of ML.DETECT_ANOMALIES, the greater the odder, under its name there: {@code
   * mean_squared_error} of PCA, {@code anomaly_score} of an isolation forest. It is never NULL or
   * NaN. Empty for the other kinds; clusters, whose score takes more than the model, among them.
   */
  public static Optional<Program> score(ModelFunction model) {
    List<List<Named>> layers = new ArrayList<>();
    return switch (model) {
      case ModelFunction.PrincipalComponents m ->
          Optional.of(program(layers, ReconstructionError.add(m, layers)));
      case ModelFunction.IsolationForest m ->
          Optional.of(program(layers, AnomalyOutputs.add(m, layers).getFirst()));
      default -> Optional.empty();
    };
  }

  private static Program program(List<List<Named>> layers, Named output) {
    return new Program(layers, List.of(output)).pruned();
  }
}
