/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The client's end of the protocol: one {@link org.insitu.jdbc.internal.net.Line} per connection,
 * one {@link org.insitu.jdbc.internal.net.Query} per open result. Knows nothing of {@code
 * java.sql}'s interfaces but its exceptions.
 */
package org.insitu.jdbc.internal.net;
