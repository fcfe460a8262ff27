/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Training rows as blocks of plain arrays: numbers with the missing ones imputed, categories as
 * indices of their levels, the label as a number. Every trainer that works on this machine reads
 * its rows here, in blocks of a size that depends on the model only, so that sums over blocks do
 * not depend on the warehouse's batches or on the number of threads.
 */
@NullMarked
package org.insitu.executor.fit.rows;

import org.jspecify.annotations.NullMarked;
