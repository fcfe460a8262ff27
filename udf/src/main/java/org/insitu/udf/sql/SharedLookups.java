/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Lookup;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.Traversal;

/**
 * Look-ups of one layer that look for the same column among the same keys, each for a number of its
 * own, as the scores of several classes do. The column is then looked for once, in a sub-select
 * below the layer, and what is found is a struct of all the numbers:
 *
 * <pre>{@code
 * SELECT (struct_extract("__lookup0", 'v0') + ...) AS "__s0", ...
 * FROM (SELECT *, [{'v0': 1.5E0, 'v1': 2.0E0, ...}, ...][...] AS "__lookup0" FROM ...)
 * }</pre>
 */
final class SharedLookups {
  /** Of fewer the list of structs is not worth a sub-select. */
  private static final int LOOKUPS_MIN = 3;

  private SharedLookups() {}

  /** What look-ups share. */
  private record Search(Column column, List<String> keys) {}

  /** The look-ups of a search, in the order they occur. */
  record Group(Column column, List<String> keys, List<Lookup> lookups) {

    /** The name of a number of the struct. */
    static String field(int lookup) {
      return "v" + lookup;
    }

    /** The struct of the numbers, see {@link SqlDialect#structByKey}. */
    Optional<String> write(SqlDialect dialect, String key) {
      List<String> fields = new ArrayList<>();
      List<String> missing = new ArrayList<>();
      List<String> unseen = new ArrayList<>();
      for (Lookup lookup : lookups) {
        fields.add(field(fields.size()));
        missing.add(dialect.number(lookup.missing()));
        unseen.add(dialect.number(lookup.unseen()));
      }
      List<List<String>> rows = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        int row = i;
        rows.add(lookups.stream().map(l -> dialect.number(l.values().get(row))).toList());
      }
      return dialect.structByKey(key, keys, fields, rows, missing, unseen);
    }
  }

  /** The groups that there are. */
  static List<Group> of(List<Named> layer) {
    Map<Search, Set<Lookup>> found = new LinkedHashMap<>();
    layer.forEach(column -> collect(column.expression(), found));
    List<Group> groups = new ArrayList<>();
    found.forEach(
        (search, lookups) -> {
          if (lookups.size() >= LOOKUPS_MIN) {
            groups.add(new Group(search.column(), search.keys(), List.copyOf(lookups)));
          }
        });
    return groups;
  }

  private static void collect(Expression expression, Map<Search, Set<Lookup>> found) {
    if (expression instanceof Lookup lookup
        && lookup.key() instanceof Column column
        && LookupWriter.isSearched(lookup.keys().size())
        && new HashSet<>(lookup.keys()).size() == lookup.keys().size()) {
      found
          .computeIfAbsent(new Search(column, lookup.keys()), s -> new LinkedHashSet<>())
          .add(lookup);
    } else {
      Traversal.children(expression).forEach(child -> collect(child, found));
    }
  }
}
