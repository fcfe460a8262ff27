/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Fitting: from a training query to a model function, one trainer per family.
 *
 * <p>{@link org.insitu.executor.fit.Profiler} asks the warehouse for what a fit must know of its
 * columns: means and deviations, levels, classes. A {@link org.insitu.executor.fit.Trainer} then
 * finds the parameters, by queries where sums suffice, else over the rows sent here as Arrow
 * ({@code fit.rows} turns them into blocks of plain arrays). Its options are a validated record
 * that knows the defaults; its {@link org.insitu.executor.fit.FitReport} says how it went.
 *
 * <p>The same statement, data and seed give the same model, bit for bit, whatever the number of
 * threads: blocks have a size that depends on the columns only, and their sums are added in order.
 * Where a warehouse adds DOUBLEs its own parallel order decides the last bits.
 *
 * <p>Memory is bounded: what a fit needs is estimated before its rows are read, and {@link
 * org.insitu.executor.fit.FitResources} says what it may have.
 *
 * <p>What a trainer reads or sums over its rows it asks of the training set's {@link
 * org.insitu.executor.fit.Readings}, so that the trials of a tuning share it.
 *
 * <p>To add a family: an options record, a trainer, and, where rows are passed over many times,
 * {@code StoredRows}.
 */
@NullMarked
package org.insitu.executor.fit;

import org.jspecify.annotations.NullMarked;
