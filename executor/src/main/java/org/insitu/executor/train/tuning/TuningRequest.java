/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.tuning;

import java.util.Map;
import java.util.function.Function;
import org.insitu.executor.train.family.Family;
import org.insitu.parser.option.Tuning;
import org.insitu.parser.statement.OptionValue;

/**
 * A tuning that was asked for.
 *
 * @param tuning the space and how it is searched
 * @param seed of the search
 * @param family which trainer a trial has, with its options; raises what its values contradict
 */
public record TuningRequest(
    Tuning tuning, long seed, Function<Map<String, OptionValue>, Family> family) {}
