/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.artefact;

/**
 * A stored model.
 *
 * @param manifest the JSON text, to be kept character by character
 * @param arrays the Arrow IPC streams that the manifest points into; not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data; documented as not to be written to
public record Artefact(String manifest, byte[] arrays) {}
