/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.Optional;
import org.insitu.executor.registry.ModelDefinition;
import org.insitu.executor.train.family.Family;
import org.insitu.parser.error.Position;
import org.insitu.planner.bind.Columns;

/**
 * One fit that was asked for.
 *
 * @param definition what the model is called and how it was created
 * @param mayExist whether a model of this name may be there already
 * @param sql the training query, our calls in it replaced and what they call registered
 * @param columns what it answers with
 * @param label the label column; for supervised models without one: a column named {@code label}
 * @param split how evaluation rows are chosen
 * @param family which trainer, with its options
 * @param position of the training query, for errors about its columns
 */
public record FitRequest(
    ModelDefinition definition,
    boolean mayExist,
    String sql,
    Columns columns,
    Optional<String> label,
    SplitRule split,
    Family family,
    Position position) {}
