/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.insitu.udf.model.Forest;

/** The name of a forest's function: a digest of all that decides its results. */
final class ForestName {
  /**
   * Names are asked for at each planning, and a digest takes a millisecond for a hundred trees. A
   * forest's arrays are never written to, and its equality is that of the arrays themselves.
   */
  private static final Map<Forest, String> SUMS = Collections.synchronizedMap(new WeakHashMap<>());

  private static final Map<Forest, String> ATTRIBUTIONS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private ForestName() {}

  /**
   * {@code insitu_forest_} or {@code insitu_attributions_} and 32 hexadecimal digits; forests of
   * equal content have equal names.
   */
  static String of(ForestFunction function) {
    return switch (function.kind()) {
      case SUM -> SUMS.computeIfAbsent(function.forest(), f -> "insitu_forest_" + digest(f, false));
      case ATTRIBUTIONS ->
          ATTRIBUTIONS.computeIfAbsent(
              function.forest(), f -> "insitu_attributions_" + digest(f, true));
    };
  }

  /**
   * The digest of a forest's content.
   *
   * @param covers whether they decide the results too
   */
  private static String digest(Forest forest, boolean covers) {
    int nodes = forest.nodes();
    ByteBuffer ints = ByteBuffer.allocate(Integer.BYTES * (forest.trees() + 3 * nodes));
    ints.asIntBuffer()
        .put(forest.roots())
        .put(forest.feature())
        .put(forest.left())
        .put(forest.right());
    ByteBuffer thresholds = ByteBuffer.allocate(Float.BYTES * nodes);
    thresholds.asFloatBuffer().put(forest.threshold());
    ByteBuffer values = ByteBuffer.allocate(Double.BYTES * nodes);
    values.asDoubleBuffer().put(forest.value());
    byte[] missingLeft = new byte[nodes];
    for (int i = 0; i < nodes; i++) {
      missingLeft[i] = (byte) (forest.missingLeft()[i] ? 1 : 0);
    }
    ByteBuffer sizes = ByteBuffer.allocate(3 * Integer.BYTES + Double.BYTES);
    sizes.putInt(forest.features()).putInt(forest.trees()).putInt(nodes);
    sizes.putDouble(forest.baseScore());
    ByteBuffer cover = ByteBuffer.allocate(covers ? Double.BYTES * nodes : 0);
    if (covers) {
      cover.asDoubleBuffer().put(forest.cover());
    }
    return Digest.of(
        sizes.array(),
        ints.array(),
        thresholds.array(),
        values.array(),
        cover.array(),
        missingLeft);
  }
}
