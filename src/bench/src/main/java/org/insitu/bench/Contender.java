/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.util.concurrent.Callable;

/**
 * One of those compared.
 *
 * @param name as printed
 * @param work one round of it, with a result that shows it was done: equal ones are comparable; a
 *     {@link Timed} result brings its own time
 */
record Contender(String name, Callable<?> work) {}
