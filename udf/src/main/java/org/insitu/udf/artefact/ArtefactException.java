/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.artefact;

/** An artefact cannot be read: damaged, of a newer version, or not a model at all. */
public final class ArtefactException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ArtefactException(String message) {
    super(message);
  }

  public ArtefactException(String message, Throwable cause) {
    super(message, cause);
  }
}
