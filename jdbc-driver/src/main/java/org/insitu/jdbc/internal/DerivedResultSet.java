/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLXML;
import java.util.Map;

/** The getters that stand on other getters: streams, large objects, other spellings. */
abstract class DerivedResultSet extends LabelledResultSet {

  @Override
  public Array getArray(int index) throws SQLException {
    return getObject(index, Array.class);
  }

  @Override
  public Blob getBlob(int index) throws SQLException {
    byte[] value = getBytes(index);
    return value == null ? null : new MemoryBlob(value);
  }

  @Override
  public Clob getClob(int index) throws SQLException {
    return getNClob(index);
  }

  @Override
  public NClob getNClob(int index) throws SQLException {
    String value = getString(index);
    return value == null ? null : new MemoryClob(value);
  }

  @Override
  public String getNString(int index) throws SQLException {
    return getString(index);
  }

  @Override
  public InputStream getBinaryStream(int index) throws SQLException {
    byte[] value = getBytes(index);
    return value == null ? null : new ByteArrayInputStream(value);
  }

  @Override
  public InputStream getAsciiStream(int index) throws SQLException {
    String value = getString(index);
    return value == null
        ? null
        : new ByteArrayInputStream(value.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  @Deprecated
  public InputStream getUnicodeStream(int index) throws SQLException {
    String value = getString(index);
    return value == null ? null : new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Reader getCharacterStream(int index) throws SQLException {
    String value = getString(index);
    return value == null ? null : new StringReader(value);
  }

  @Override
  public Reader getNCharacterStream(int index) throws SQLException {
    return getCharacterStream(index);
  }

  @Override
  public Ref getRef(int index) throws SQLException {
    throw noSuchType("REF");
  }

  @Override
  public URL getURL(int index) throws SQLException {
    throw noSuchType("DATALINK");
  }

  @Override
  public RowId getRowId(int index) throws SQLException {
    throw noSuchType("ROWID");
  }

  @Override
  public SQLXML getSQLXML(int index) throws SQLException {
    throw noSuchType("XML");
  }

  private static SQLException noSuchType(String type) {
    return new SQLFeatureNotSupportedException("There is no type " + type, "0A000");
  }

  @Override
  @Deprecated
  public BigDecimal getBigDecimal(int index, int scale) throws SQLException {
    BigDecimal value = getBigDecimal(index);
    return value == null ? null : value.setScale(scale, RoundingMode.HALF_UP);
  }

  @Override
  public Object getObject(int index, Map<String, Class<?>> map) throws SQLException {
    return getObject(index);
  }
}
