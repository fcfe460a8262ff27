/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import static org.insitu.parser.option.ModelOption.of;
import static org.insitu.parser.option.ModelTypes.SUPERVISED;
import static org.insitu.parser.option.ModelTypes.TREES;
import static org.insitu.parser.option.ValueTypes.BOOL;

import java.util.List;

/** What a fit leaves behind for ML.GLOBAL_EXPLAIN. */
public final class AttributionOptions {
  public static final ModelOption<Boolean> ENABLE_GLOBAL_EXPLAIN =
      of(
              "enable_global_explain",
              BOOL,
              SUPERVISED,
              "Whether the attributions that ML.GLOBAL_EXPLAIN answers with are computed.")
          .byDefault(false);

  public static final ModelOption<Boolean> APPROX_GLOBAL_FEATURE_CONTRIB =
      of(
              "approx_global_feature_contrib",
              BOOL,
              TREES,
              "Whether ML.GLOBAL_EXPLAIN may approximate; its attributions are always exact.")
          .byDefault(false)
          .with(Effect.NONE);

  /** In the order of the documentation. */
  static final List<ModelOption<?>> OPTIONS =
      List.of(ENABLE_GLOBAL_EXPLAIN, APPROX_GLOBAL_FEATURE_CONTRIB);

  private AttributionOptions() {}
}
