/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Lookup;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Look-ups that share their keys answer as each alone does. */
class SharedLookupsTest {
  private static final List<String> KEYS = List.of("a", "b", "it's", "d", "", "ü", "g", "NULL");
  private static final Column TEXT = new Column("__f0", ValueType.VARCHAR);
  private static final Column OTHER = new Column("__f1", ValueType.VARCHAR);

  private final TestingDuckDb db = new TestingDuckDb();

  @AfterEach
  void close() {
    db.close();
  }

  private static Lookup lookup(Column column, int k, double missing, double unseen) {
    List<Double> values =
        IntStream.range(0, KEYS.size()).mapToObj(i -> 10.0 * k + i + 0.125).toList();
    return new Lookup(column, KEYS, values, missing, unseen);
  }

  private String sql(List<String> keep, Lookup... lookups) {
    List<Named> layer = new ArrayList<>();
    List<Named> outputs = new ArrayList<>();
    for (int k = 0; k < lookups.length; k++) {
      layer.add(new Named("__s" + k, lookups[k]));
      outputs.add(new Named("o" + k, new Column("__s" + k, ValueType.DOUBLE)));
    }
    List<Named> read =
        List.of(
            new Named("__f0", new Column("s", ValueType.VARCHAR)),
            new Named("__f1", new Column("t", ValueType.VARCHAR)));
    InputColumn text = new InputColumn("s", Optional.of(ValueType.VARCHAR));
    InputColumn other = new InputColumn("t", Optional.of(ValueType.VARCHAR));
    return new SqlWriter(new DuckDbDialect(), TreeForm.AUTO)
        .select(
            new Program(List.of(read, layer), outputs),
            "SELECT * FROM texts",
            keep,
            Map.of("s", text, "t", other))
        .sql();
  }

  private static int count(String sql, String part) {
    return sql.split(part, -1).length - 1;
  }

  private void fill() {
    db.run(
        "CREATE TABLE texts AS SELECT *, i AS \"__lookup0\" FROM (VALUES (0, 'a', 'b'),"
            + " (1, NULL, 'it''s'), (2, 'unknown', NULL), (3, 'it''s', ''), (4, '', 'x'),"
            + " (5, 'ü', 'ü'), (6, 'NULL', 'g'), (7, 'A', 'a')) AS v(i, s, t)");
  }

  private static double expected(Lookup lookup, String key) {
    int place = key == null ? -1 : KEYS.indexOf(key);
    return key == null
        ? lookup.missing()
        : place < 0 ? lookup.unseen() : lookup.values().get(place);
  }

  private void check(String sql, Lookup... lookups) {
    List<List<Object>> texts = db.query("SELECT s, t FROM texts ORDER BY i");
    List<List<Object>> rows = db.query(sql + " ORDER BY ALL");
    for (int i = 0; i < texts.size(); i++) {
      for (int k = 0; k < lookups.length; k++) {
        Object key = texts.get(i).get(lookups[k].key().equals(TEXT) ? 0 : 1);
        assertThat(rows.get(i).get(1 + k))
            .as("look-up %d of %s", k, key)
            .isEqualTo(expected(lookups[k], (String) key));
      }
    }
  }

  @Test
  void answerAsEachAloneDoes() {
    fill();
    Lookup[] lookups = {
      lookup(TEXT, 0, -1, -2), lookup(OTHER, 1, 0, 0), lookup(TEXT, 2, -3, -3),
      lookup(OTHER, 3, 0.5, 0.5), lookup(TEXT, 4, Double.NaN, 5), lookup(OTHER, 5, 7, 7)
    };
    String sql = sql(List.of("i"), lookups);
    assertThat(count(sql, "TRY_CAST")).isEqualTo(2);
    assertThat(count(sql, "struct_extract")).isEqualTo(lookups.length);
    check(sql, lookups);
  }

  /** The user's own column of the name that ours would have. */
  @Test
  void keepsItsNamesApart() {
    fill();
    Lookup[] lookups = {lookup(TEXT, 0, 1, 1), lookup(TEXT, 1, 2, 2), lookup(TEXT, 2, 3, 3)};
    String sql = sql(List.of("__lookup0"), lookups);
    assertThat(sql).contains("\"__lookup0_\"");
    check(sql, lookups);
  }

  @Test
  void twoAreWrittenAlone() {
    fill();
    Lookup[] lookups = {lookup(TEXT, 0, 1, 2), lookup(TEXT, 1, 2, 3)};
    String sql = sql(List.of("i"), lookups);
    assertThat(sql).doesNotContain("struct_extract");
    check(sql, lookups);
  }

  /** Few keys are a CASE, and keys that differ are searched apart. */
  @Test
  void sharesNothingElse() {
    List<String> few = KEYS.subList(0, 3);
    Lookup[] lookups = new Lookup[6];
    for (int k = 0; k < 3; k++) {
      lookups[k] = new Lookup(TEXT, few, Arrays.asList(1.0 * k, 2.0, 3.0), 0, 0);
      List<String> own = new ArrayList<>(KEYS);
      own.set(7, "own " + k);
      lookups[3 + k] = new Lookup(TEXT, own, lookup(TEXT, k, 0, 0).values(), 0, 0);
    }
    assertThat(sql(List.of("i"), lookups)).doesNotContain("struct_extract");
  }
}
