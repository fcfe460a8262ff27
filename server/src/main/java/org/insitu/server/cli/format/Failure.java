/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.format;

/**
 * A statement's error as people and scripts see it.
 *
 * @param code such as {@code INS-101}, empty when the error has none
 * @param line from 1 in the script, 0 when unknown
 * @param column from 1, 0 when only the line is known
 * @param message what is wrong, without code and position
 * @param hint what to do, may be empty
 */
public record Failure(
    String code, String sqlState, int line, int column, String message, String hint) {}
