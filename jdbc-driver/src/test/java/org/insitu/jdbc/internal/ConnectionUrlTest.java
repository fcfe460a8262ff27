/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import org.insitu.jdbc.ConnectionProperty;
import org.insitu.jdbc.Driver;
import org.junit.jupiter.api.Test;

class ConnectionUrlTest {

  private static ConnectionUrl parse(String url) throws SQLException {
    return ConnectionUrl.parse(url, new Properties());
  }

  @Test
  void readsAllParts() throws SQLException {
    ConnectionUrl url =
        parse("jdbc:insitu://db.example:7000/my%20shop?fetchSize=10&applicationName=a%26b");
    assertThat(url.host()).isEqualTo("db.example");
    assertThat(url.port()).isEqualTo(7000);
    assertThat(url.text(ConnectionProperty.SCHEMA)).isEqualTo("my shop");
    assertThat(url.number(ConnectionProperty.FETCH_SIZE)).isEqualTo(10);
    assertThat(url.text(ConnectionProperty.APPLICATION_NAME)).isEqualTo("a&b");
  }

  @Test
  void fillsInDefaults() throws SQLException {
    for (String text : new String[] {"jdbc:insitu://h", "jdbc:insitu://h/", "jdbc:insitu://h?"}) {
      ConnectionUrl url = parse(text);
      assertThat(url.host()).isEqualTo("h");
      assertThat(url.port()).isEqualTo(7878);
      for (ConnectionProperty property : ConnectionProperty.values()) {
        assertThat(url.text(property)).isEqualTo(property.defaultValue());
      }
    }
    assertThat(parse("jdbc:insitu:///").host()).isEqualTo("localhost");
  }

  @Test
  void readsIpv6Addresses() throws SQLException {
    assertThat(parse("jdbc:insitu://[::1]:99/").host()).isEqualTo("::1");
    assertThat(parse("jdbc:insitu://[::1]:99/").port()).isEqualTo(99);
    assertThat(parse("jdbc:insitu://[::1]").port()).isEqualTo(7878);
  }

  @Test
  void prefersTheUrlToTheProperties() throws SQLException {
    Properties info = new Properties();
    info.setProperty("FETCHSIZE", "5");
    info.setProperty("user", "ann");
    info.setProperty("poolName", "a pool's own");
    ConnectionUrl url = ConnectionUrl.parse("jdbc:insitu://h/?fetchSize=6", info);
    assertThat(url.number(ConnectionProperty.FETCH_SIZE)).isEqualTo(6);
    assertThat(url.text(ConnectionProperty.USER)).isEqualTo("ann");
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> parse("jdbc:insitu:localhost"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("expected jdbc:insitu://host:port/schema");
    assertThatThrownBy(() -> parse("jdbc:insitu://h:x/"))
        .hasMessageContaining("port: 'x' (expected: a number)");
    assertThatThrownBy(() -> parse("jdbc:insitu://h:70000/"))
        .hasMessageContaining("port: 70000 (expected: 0 to 65535)");
    assertThatThrownBy(() -> parse("jdbc:insitu://[::1/")).hasMessageContaining("bracket");
    assertThatThrownBy(() -> parse("jdbc:insitu://h/?fetchRows=1"))
        .hasMessageContaining("unknown property 'fetchRows' (known: user, password, schema");
    assertThatThrownBy(
            () -> parse("jdbc:insitu://h/?fetchSize=-1").number(ConnectionProperty.FETCH_SIZE))
        .hasMessageContaining("fetchSize: -1 (expected: 0 to");
  }

  @Test
  void keepsThePasswordOutOfErrorsAndText() throws SQLException {
    assertThatThrownBy(() -> parse("jdbc:insitu://h/?password=secret&nope=1"))
        .hasMessageNotContaining("secret");
    assertThat(parse("jdbc:insitu://h/?password=secret")).hasToString("jdbc:insitu://h/");
  }

  @Test
  void describesItsProperties() throws SQLException {
    DriverPropertyInfo[] infos =
        new Driver().getPropertyInfo("jdbc:insitu://h/shop", new Properties());
    assertThat(infos).hasSameSizeAs(ConnectionProperty.values());
    assertThat(infos).allSatisfy(info -> assertThat(info.description).endsWith("."));
    assertThat(infos).extracting(info -> info.name + "=" + info.value).contains("schema=shop");
  }

  @Test
  void leavesOtherUrlsToOtherDrivers() throws SQLException {
    assertThat(new Driver().acceptsURL("jdbc:duckdb:")).isFalse();
    assertThat(new Driver().acceptsURL(null)).isFalse();
    assertThat(new Driver().connect("jdbc:duckdb:", new Properties())).isNull();
  }
}
