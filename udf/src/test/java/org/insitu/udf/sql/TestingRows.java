/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

/** A table with the columns of the testing models: ordinary rows and odd ones. */
public final class TestingRows {
  private TestingRows() {}

  /** Fills {@code people}: age, income, city, member, day, and an id. */
  public static void create(TestingDuckDb db, String ageType, String incomeType, String cityType) {
    db.run("CREATE TYPE towns AS ENUM ('Graz', 'O''Fallon', 'Zürich', 'Elsewhere')");
    db.run(
        """
        CREATE TABLE people AS
        SELECT row_number() OVER () AS id, CAST(age AS %s) AS age, CAST(income AS %s) AS income,
          CAST(city AS %s) AS city, member, day
        FROM (
          SELECT CASE WHEN i %% 11 = 0 THEN NULL ELSE 18 + (i * 37) %% 60 END AS age,
            CASE WHEN i %% 13 = 0 THEN NULL ELSE 1000 + (i * 7919) %% 500 + 0.25 END AS income,
            CASE i %% 5 WHEN 0 THEN 'Graz' WHEN 1 THEN 'O''Fallon' WHEN 2 THEN 'Zürich'
              WHEN 3 THEN 'Elsewhere' END AS city,
            CASE i %% 3 WHEN 0 THEN true WHEN 1 THEN false END AS member,
            CASE i %% 4 WHEN 0 THEN DATE '2024-02-29' WHEN 1 THEN DATE '2025-01-01'
              WHEN 2 THEN DATE '1969-12-31' END AS day
          FROM range(3000) r(i))
        """
            .formatted(ageType, incomeType, cityType));
  }

  /** Adds rows with numbers at the edges; age and income must be DOUBLE. */
  public static void addExtremes(TestingDuckDb db) {
    db.run(
        """
        INSERT INTO people
        SELECT 10000 + row_number() OVER (), a, b, 'Graz', true, DATE '2024-02-29'
        FROM (VALUES (CAST('NaN' AS DOUBLE)), (CAST('Infinity' AS DOUBLE)),
          (CAST('-Infinity' AS DOUBLE)), (1e300), (-1e300), (3.4028235e38), (3.4028235677973366e38),
          (-3.4028235677973366e38), (3.4028235677973362e38), (1e-320), (-1e-46), (7e-46), (7.1e-46),
          (0e0), (-0e0), (0.1e0), (0.10000000149011612e0), (0.10000000055e0), (NULL)) x(a),
          (VALUES (CAST('NaN' AS DOUBLE)), (CAST('Infinity' AS DOUBLE)), (1e200), (1200e0)) y(b)
        """);
  }
}
