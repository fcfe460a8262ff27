/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The JDBC driver of Insitu, for any tool: {@code jdbc:insitu://host:port/schema?property=value}.
 *
 * <p>What {@code java.sql} does not know is reached by {@code unwrap}: progress and statistics of a
 * statement ({@link org.insitu.jdbc.InsituStatement}), the names of a struct's fields ({@link
 * org.insitu.jdbc.NamedStruct}); position and hint of an error are in its cause ({@link
 * org.insitu.jdbc.ServerError}).
 */
package org.insitu.jdbc;
