/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.artefact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.insitu.udf.model.ModelFunction;

/** Writes models as artefacts and reads them back, bit for bit. */
public final class ModelCodec {
  private static final String FORMAT = "insitu-model";
  private static final int VERSION = 1;
  private static final String NO_DIGEST = "0".repeat(64);
  private static final ObjectMapper JSON = new ObjectMapper();

  private ModelCodec() {}

  /** Writes a model that takes its columns as they are. */
  public static Artefact write(ModelFunction model) {
    return write(new StoredModel(Optional.empty(), model));
  }

  /** Writes a model. */
  public static Artefact write(StoredModel model) {
    ArrowArrays.Writer arrays = new ArrowArrays.Writer();
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT).put("version", VERSION).put("sha256", NO_DIGEST);
    model.transformation().ifPresent(t -> root.set("transformation", TransformationJson.write(t)));
    root.set("model", new ModelWriter(arrays).write(model.function()));
    byte[] bytes = arrays.toByteArray();
    String unsigned = root.toString();
    return new Artefact(unsigned.replaceFirst(NO_DIGEST, digest(unsigned, bytes)), bytes);
  }

  /**
   * Reads a model.
   *
   * @throws ArtefactException when this is no artefact, one of another version, or not what was
   *     written
   */
  public static ModelFunction read(Artefact artefact) {
    return readStored(artefact).function();
  }

  /**
   * Reads a model with what is done to its columns first.
   *
   * @throws ArtefactException as {@link #read}
   */
  public static StoredModel readStored(Artefact artefact) {
    JsonNode root = parse(artefact.manifest());
    if (!FORMAT.equals(root.path("format").asText())) {
      throw new ArtefactException("not a model: format is " + root.path("format"));
    }
    if (root.path("version").asInt() != VERSION) {
      throw new ArtefactException(
          "model format version: " + root.path("version") + " (expected: " + VERSION + ")");
    }
    check(artefact, root.path("sha256").asText());
    try {
      ArrowArrays.Reader arrays = new ArrowArrays.Reader(artefact.arrays());
      return new StoredModel(
          root.has("transformation")
              ? Optional.of(TransformationJson.read(JsonFields.object(root, "transformation")))
              : Optional.empty(),
          new ModelReader(arrays).read(JsonFields.object(root, "model")));
    } catch (IllegalArgumentException e) {
      throw new ArtefactException("model is not consistent: " + e.getMessage(), e);
    }
  }

  private static JsonNode parse(String manifest) {
    try {
      return JSON.readTree(manifest);
    } catch (JsonProcessingException e) {
      throw new ArtefactException("manifest is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static void check(Artefact artefact, String stored) {
    String unsigned =
        stored.length() == NO_DIGEST.length()
            ? artefact.manifest().replace("\"" + stored + "\"", "\"" + NO_DIGEST + "\"")
            : artefact.manifest();
    String actual = digest(unsigned, artefact.arrays());
    if (!actual.equals(stored)) {
      throw new ArtefactException(
          "model is damaged: its SHA-256 is " + actual + " (expected: " + stored + ")");
    }
  }

  private static String digest(String unsigned, byte[] arrays) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(unsigned.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest(arrays));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
