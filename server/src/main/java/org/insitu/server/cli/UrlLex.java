/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli;

import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import org.insitu.jdbc.ConnectionProperty;
import org.insitu.parser.error.Position;
import org.insitu.parser.option.Choice;
import org.insitu.parser.option.Setting;
import org.insitu.parser.statement.OptionValue;

/** The lexical rules with which a session of a URL begins, for whoever cuts scripts for it. */
public final class UrlLex {
  private UrlLex() {}

  /** Those of the URL's property {@code lex}, which a server has accepted; else the default. */
  public static Choice.Lex of(String url) throws SQLException {
    for (DriverPropertyInfo info :
        DriverManager.getDriver(url).getPropertyInfo(url, new Properties())) {
      if (info.name.equals(ConnectionProperty.LEX.key()) && !info.value.isEmpty()) {
        return Setting.LEX.read(new OptionValue.Text(info.value), Position.NONE);
      }
    }
    return Setting.LEX.defaultValue();
  }
}
