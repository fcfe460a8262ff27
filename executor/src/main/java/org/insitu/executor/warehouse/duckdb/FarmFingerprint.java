/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunction;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBWritableVector;

/**
 * GoogleSQL's FARM_FINGERPRINT of a text: Fingerprint64 of FarmHash over its UTF-8, as a signed
 * BIGINT; NULL of NULL. It is there whenever the database is open, for views may call it.
 *
 * <p><b>Threads:</b> DuckDB's; it keeps nothing between rows.
 */
final class FarmFingerprint implements DuckDBScalarFunction {
  /** As the bigquery lex writes it; nobody's own function is called so. */
  private static final String NAME = "insitu_farm_fingerprint";

  private static final HashFunction FARM = Hashing.farmHashFingerprint64();

  static void register(DuckDBConnection connection) {
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName(NAME)
          .withParameter(String.class)
          .withReturnType(Long.class)
          .withVectorizedFunction(new FarmFingerprint())
          .register(connection);
    } catch (SQLException e) {
      throw DuckDbErrors.translate(e);
    }
  }

  @Override
  public void apply(DuckDBDataChunkReader input, DuckDBWritableVector output) {
    DuckDBReadableVector vector = input.vector(0);
    for (int i = 0; i < input.rowCount(); i++) {
      if (vector.isNull(i)) {
        output.setNull(i);
      } else {
        output.setLong(i, of(vector.getString(i)));
      }
    }
  }

  static long of(String text) {
    return FARM.hashString(text, StandardCharsets.UTF_8).asLong();
  }
}
