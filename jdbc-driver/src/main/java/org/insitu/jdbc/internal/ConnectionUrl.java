/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Properties;
import org.insitu.jdbc.ConnectionProperty;
import org.insitu.jdbc.wire.Wire;

/**
 * A parsed URL: {@code jdbc:insitu://host[:port]/[schema][?property=value&...]}, an IPv6 address in
 * brackets, values percent-encoded.
 *
 * <p><b>Errors:</b> 08001 for a URL that is not of this form, for an unknown property in it, and
 * for a property's value that is not a number where one belongs. Unknown keys of the Properties
 * object are left alone: pools and tools put their own there.
 */
public final class ConnectionUrl {
  private static final String PREFIX = "jdbc:insitu:";

  private final String url;
  private final String host;
  private final int port;
  private final Properties properties;

  private ConnectionUrl(String url, String host, int port, Properties properties) {
    this.url = url;
    this.host = host;
    this.port = port;
    this.properties = properties;
  }

  public static boolean accepts(String url) {
    return url != null && url.startsWith(PREFIX);
  }

  public static ConnectionUrl parse(String url, Properties info) throws SQLException {
    String rest = url.substring(PREFIX.length());
    if (!rest.startsWith("//")) {
      throw invalid(url, "expected jdbc:insitu://host:port/schema");
    }
    Properties properties = new Properties();
    if (info != null) {
      for (String key : info.stringPropertyNames()) {
        ConnectionProperty.of(key).ifPresent(p -> properties.put(p.key(), info.getProperty(key)));
      }
    }
    int question = rest.indexOf('?');
    if (question >= 0) {
      for (String pair : rest.substring(question + 1).split("&")) {
        putPair(url, pair, properties);
      }
      rest = rest.substring(0, question);
    }
    int slash = rest.indexOf('/', 2);
    if (slash >= 0 && slash + 1 < rest.length()) {
      properties.put(ConnectionProperty.SCHEMA.key(), decode(url, rest.substring(slash + 1)));
    }
    String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
    return ofAuthority(url, authority, properties);
  }

  private static ConnectionUrl ofAuthority(String url, String authority, Properties properties)
      throws SQLException {
    int bracket = authority.indexOf(']');
    if (authority.startsWith("[") && bracket < 0) {
      throw invalid(url, "the bracket of the address is not closed");
    }
    int colon = authority.indexOf(':', Math.max(bracket, 0));
    String host = colon < 0 ? authority : authority.substring(0, colon);
    if (host.startsWith("[")) {
      host = host.substring(1, host.length() - 1);
    }
    int port = Wire.DEFAULT_PORT;
    if (colon >= 0) {
      port = number(url, "port", authority.substring(colon + 1), 65_535);
    }
    return new ConnectionUrl(url, host.isEmpty() ? "localhost" : host, port, properties);
  }

  private static void putPair(String url, String pair, Properties properties) throws SQLException {
    if (pair.isEmpty()) {
      return;
    }
    int equals = pair.indexOf('=');
    String key = equals < 0 ? pair : pair.substring(0, equals);
    ConnectionProperty property = ConnectionProperty.of(key).orElse(null);
    if (property == null) {
      StringBuilder known = new StringBuilder();
      for (ConnectionProperty each : ConnectionProperty.values()) {
        known.append(known.length() == 0 ? "" : ", ").append(each.key());
      }
      throw invalid(url, "unknown property '" + key + "' (known: " + known + ")");
    }
    properties.put(property.key(), equals < 0 ? "" : decode(url, pair.substring(equals + 1)));
  }

  private static String decode(String url, String text) throws SQLException {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw invalid(url, "bad percent-encoding in '" + text + "'");
    }
  }

  private static int number(String url, String name, String text, int max) throws SQLException {
    try {
      int value = Integer.parseInt(text.trim());
      if (value >= 0 && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw invalid(url, name + ": '" + text + "' (expected: a number)");
    }
    throw invalid(url, name + ": " + text + " (expected: 0 to " + max + ")");
  }

  /** The message leaves the URL's query out: it may hold a password. */
  private static SQLException invalid(String url, String problem) {
    int question = url.indexOf('?');
    String shown = question < 0 ? url : url.substring(0, question);
    return new SQLException("Invalid URL " + shown + ": " + problem, "08001");
  }

  public String host() {
    return host;
  }

  public int port() {
    return port;
  }

  /** The known properties given, under their own keys. */
  public Properties properties() {
    return properties;
  }

  public String text(ConnectionProperty property) {
    return property.in(properties);
  }

  /** A property that is a number, 0 or more. */
  public int number(ConnectionProperty property) throws SQLException {
    return number(url, property.key(), property.in(properties), Integer.MAX_VALUE / 1000);
  }

  /** The URL without its properties. */
  @Override
  public String toString() {
    int question = url.indexOf('?');
    return question < 0 ? url : url.substring(0, question);
  }
}
