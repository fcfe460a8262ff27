/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.insitu.udf.model.Forest;

/** The name of a forest's function: a digest of all that decides its results. */
final class ForestName {
  private static final int NODE_BYTES = 4 + 4 + 4 + 4 + 1 + 8;
  private static final int DIGEST_BYTES = 16;

  private ForestName() {}

  /** {@code insitu_forest_} and 32 hexadecimal digits; equal forests have equal names. */
  static String of(Forest forest) {
    int bytes = 4 + 8 + 4 * forest.trees() + NODE_BYTES * forest.nodes();
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    buffer.putInt(forest.features()).putDouble(forest.baseScore());
    for (int root : forest.roots()) {
      buffer.putInt(root);
    }
    for (int i = 0; i < forest.nodes(); i++) {
      buffer
          .putInt(forest.feature()[i])
          .putFloat(forest.threshold()[i])
          .putInt(forest.left()[i])
          .putInt(forest.right()[i])
          .put((byte) (forest.missingLeft()[i] ? 1 : 0))
          .putDouble(forest.value()[i]);
    }
    byte[] digest = sha256().digest(buffer.array());
    return "insitu_forest_" + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
