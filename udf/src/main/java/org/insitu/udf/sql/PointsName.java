/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.WeakHashMap;
import org.insitu.udf.model.PointFunction;
import org.insitu.udf.model.Points;

/** The name of a function of points: a digest of all that decides its results. */
final class PointsName {
  private static final int DIGEST_BYTES = 16;

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
    MessageDigest sha = sha256();
    Points points = function.points();
    StringBuilder shape = new StringBuilder().append(points.rows()).append(points.inputs());
    switch (function) {
      case PointFunction.BellSum sum -> {
        shape.append("bells");
        numbers(sha, sum.lengthScale(), sum.bias());
        numbers(sha, sum.weights());
      }
      case PointFunction.Nearest nearest -> {
        shape
            .append(nearest.distance())
            .append(nearest.count())
            .append(nearest.byDistance())
            .append(nearest.classes());
        numbers(sha, nearest.targets());
      }
    }
    sha.update(shape.toString().getBytes(StandardCharsets.UTF_8));
    numbers(sha, points.coordinates());
    return HexFormat.of().formatHex(sha.digest(), 0, DIGEST_BYTES);
  }

  private static void numbers(MessageDigest sha, double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length);
    bytes.asDoubleBuffer().put(values);
    sha.update(bytes.array());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
