/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Models as data that can be read in ten years: versioned JSON for what a person may want to read,
 * Arrow IPC streams for long lists and trees, one SHA-256 over both.
 *
 * <pre>
 * manifest  {"format":"insitu-model","version":1,"sha256":"…","model":{"kind":"boosted_trees", …
 *             "forests":[{"features":28,"base_score":0.0,"roots":{"offset":0,"length":520}, …
 * arrays    |IPC stream|IPC stream|IPC stream|          each one batch, found by offset and length
 * </pre>
 *
 * The digest is that of the manifest's UTF-8 bytes, with zeros for the digest's own 64 digits,
 * followed by the arrays. Nothing executable is ever read back, and every number read is checked
 * before it is used as an index.
 */
@NullMarked
package org.insitu.udf.artefact;

import org.jspecify.annotations.NullMarked;
