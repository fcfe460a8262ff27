/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Hand-written doubles of the engine. */
package org.insitu.server.testing;
