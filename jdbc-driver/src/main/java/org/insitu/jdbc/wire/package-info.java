/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The wire format as plain JDK code: frames, messages, columns, the header of a batch. Both the
 * driver and the Netty server stand on it; {@code src/docs/protocol.md} draws the bytes.
 *
 * <p>A frame is a {@link org.insitu.jdbc.wire.FrameHeader} and a payload. Each message class reads
 * its payload from a {@link org.insitu.jdbc.wire.WireReader} and writes itself as a whole frame
 * with {@link org.insitu.jdbc.wire.Message#toFrame}. Everything malformed or over a limit is a
 * {@link org.insitu.jdbc.wire.WireException}.
 */
package org.insitu.jdbc.wire;
