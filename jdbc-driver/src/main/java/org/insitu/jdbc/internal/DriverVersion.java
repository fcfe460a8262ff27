/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal;

/** Name and version of this driver. */
public final class DriverVersion {
  public static final String NAME = "Insitu JDBC Driver";
  public static final int MAJOR = 0;
  public static final int MINOR = 1;

  private DriverVersion() {}

  /** The version in the jar's manifest, or major and minor when run from class files. */
  public static String text() {
    String version = DriverVersion.class.getPackage().getImplementationVersion();
    return version != null ? version : MAJOR + "." + MINOR;
  }
}
