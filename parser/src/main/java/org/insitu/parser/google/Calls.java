/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import java.util.List;
import java.util.Optional;
import org.insitu.parser.text.Span;
import org.insitu.parser.text.Tokens;

/** Calls and what looks like them: {@code CAST(x AS t)}, {@code STRUCT(x AS n)}. */
final class Calls {
  private final GoogleSource source;
  private final Tokens tokens;
  private final StatementWriter out;
  private final Types types;
  private final DateCalls dates;
  private final Patterns patterns;
  private final Formats formats;
  private final Unnests unnests;

  Calls(GoogleSource source, StatementWriter out, Types types) {
    this.source = source;
    this.tokens = source.tokens();
    this.out = out;
    this.types = types;
    this.dates = new DateCalls(source, out);
    this.patterns = new Patterns(source, out);
    this.formats = new Formats(source, out);
    this.unnests = new Unnests(source, out);
  }

  /** Writes the call whose name stands here; answers with the token behind it. */
  int call(int i, String name) {
    return switch (name) {
      case "OPTIONS", "OPTION" -> options(i);
      case "CAST" -> cast(i, false);
      case "SAFE_CAST" -> cast(i, true);
      case "STRUCT" -> isOfMl(i) ? out.copy(i) : struct(i);
      case "UNNEST" -> unnests.write(i);
      case "FORMAT" -> formats.write(i);
      default ->
          dates.write(i, name) || patterns.write(i, name)
              ? source.partner(i + 1) + 1
              : named(i, name);
    };
  }

  private int named(int i, String name) {
    Optional<String> hint = Functions.refused(name);
    if (hint.isPresent()) {
      throw source.notYet("Function " + name, i, hint.get());
    }
    Optional<String> renamed = Functions.renamed(name);
    if (renamed.isPresent()) {
      return out.put(renamed.get(), i);
    }
    List<Span> arguments = source.arguments(i + 1);
    Optional<String> template = Functions.template(name, arguments.size());
    if (template.isEmpty()) {
      return out.copy(i);
    }
    out.template(i, template.get(), arguments);
    return source.partner(i + 1) + 1;
  }

  private int options(int i) {
    out.copy(i);
    out.gap(i + 1);
    out.copy(i + 1);
    int end = source.partner(i + 1);
    if (end > i + 2) {
      out.gap(i + 2);
      out.writeValues(new Span(i + 2, end));
    }
    out.gap(end);
    return out.copy(end);
  }

  /**
   * Whether the brackets around a token are an ML function's own, or those of a list or a STRUCT in
   * it: our grammar reads what stands there.
   */
  boolean isOfMl(int i) {
    int around = source.parent(i);
    while (around > 0 && (tokens.is(around, '[') || tokens.is(around - 1, "STRUCT"))) {
      around = source.parent(around);
    }
    return around > 2 && tokens.is(around - 2, '.') && tokens.is(around - 3, "ML");
  }

  private int cast(int i, boolean safe) {
    int end = source.partner(i + 1);
    int as = -1;
    for (int k = i + 2; k < end; k = source.next(k)) {
      as = tokens.is(k, "AS") ? k : as;
    }
    Optional<Types.Type> type = as < 0 ? Optional.empty() : types.at(as + 1);
    if (type.isPresent() && tokens.is(type.get().next(), "FORMAT")) {
      throw source.notYet("CAST with FORMAT", type.get().next(), "FORMAT_DATE, PARSE_DATE.");
    }
    if (type.isEmpty() || type.get().next() != end) {
      return out.put(safe ? "TRY_CAST" : "CAST", i);
    }
    if (type.get().text().equals("BLOB")) {
      throw source.notYet("CAST AS BYTES", i, "encode(x) makes bytes of a text.");
    }
    out.template(i, Casts.template(type.get().text(), safe), List.of(new Span(i + 2, as)));
    return end + 1;
  }

  /** {@code STRUCT(x AS a, t.b)}: the fields' names are those given, or the columns'. */
  private int struct(int i) {
    String word = "struct_pack(";
    for (Span field : source.arguments(i + 1)) {
      boolean named = field.to() - 2 > field.from() && tokens.is(field.to() - 2, "AS");
      boolean path = !field.isEmpty() && tokens.afterPath(field.from()) == field.to();
      if (!path && !(named && tokens.isName(field.to() - 1))) {
        throw source.notYet(
            "A field without a name", field.from(), "Name it: STRUCT(expression AS name).");
      }
      out.put(word + Quoted.name(tokens.name(field.to() - 1)) + " := ", i);
      out.write(named ? new Span(field.from(), field.to() - 2) : field);
      word = ", ";
    }
    int end = source.partner(i + 1);
    out.put(")", end);
    return end + 1;
  }

  /** {@code ARRAY<INT64>[1, 2]}. */
  int array(int i) {
    Types.Type type = types.at(i).orElseThrow();
    if (!source.opensAt(type.next(), '[')) {
      throw source.wrong("A list is missing behind the type.", i, "ARRAY<INT64>[1, 2]");
    }
    int end = source.partner(type.next());
    out.put("CAST([", i);
    out.write(new Span(type.next() + 1, end));
    out.put("] AS " + type.text() + ")", i);
    return end + 1;
  }
}
