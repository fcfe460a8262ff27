/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.insitu.udf.model.PointFunction;
import org.insitu.udf.model.Points;

/** The name of a function of points: a digest of all that decides its results. */
final class PointsName {
  /** Names are asked for at each planning; a function's arrays are never written to. */
  private static final Map<PointFunction, String> NAMES =
      Collections.synchronizedMap(new WeakHashMap<>());

  private PointsName() {}

  /**
   * {@code insitu_points_} and 32 hexadecimal digits; functions of equal content have equal ones.
   */
  static String of(PointFunction function) {
    return NAMES.computeIfAbsent(function, f -> "insitu_points_" + digest(f));
  }

  private static String digest(PointFunction function) {
    Points points = function.points();
    List<byte[]> contents = new ArrayList<>();
    StringBuilder shape = new StringBuilder().append(points.rows()).append(points.inputs());
    switch (function) {
      case PointFunction.BellSum sum -> {
        shape.append("bells");
        contents.add(bytes(sum.lengthScale(), sum.bias()));
        contents.add(bytes(sum.weights()));
      }
      case PointFunction.Nearest nearest -> {
        shape
            .append(nearest.distance())
            .append(nearest.count())
            .append(nearest.byDistance())
            .append(nearest.classes());
        contents.add(bytes(nearest.targets()));
      }
    }
    contents.add(shape.toString().getBytes(StandardCharsets.UTF_8));
    contents.add(bytes(points.coordinates()));
    return Digest.of(contents.toArray(byte[][]::new));
  }

  private static byte[] bytes(double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length);
    bytes.asDoubleBuffer().put(values);
    return bytes.array();
  }
}
