/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Names of client info that pools and tools set; kept on this side. */
public final class ClientInfo {
  static final String APPLICATION_NAME = "ApplicationName";

  public static final List<String> NAMES =
      Collections.unmodifiableList(Arrays.asList(APPLICATION_NAME, "ClientHostname", "ClientUser"));

  private ClientInfo() {}
}
