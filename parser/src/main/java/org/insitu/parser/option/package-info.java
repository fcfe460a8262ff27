/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What may be written between the brackets: every option of CREATE MODEL, every option of an ML
 * function, every ML function and every setting, each listed once with its type, default, range and
 * one sentence of documentation. The pages of the documentation are generated from these lists.
 */
@NullMarked
package org.insitu.parser.option;

import org.jspecify.annotations.NullMarked;
