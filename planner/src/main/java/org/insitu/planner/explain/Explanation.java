/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a statement would do.
 *
 * @param title one line
 * @param steps in the order they run
 * @param notes what else is good to know: how models are applied and why
 */
public record Explanation(String title, List<Step> steps, List<String> notes) {
  public Explanation {
    steps = List.copyOf(steps);
    notes = List.copyOf(notes);
  }

  /**
   * One stage.
   *
   * @param kind such as {@code WarehouseQuery}, {@code Fit}, {@code Write}
   * @param where {@code DuckDB} or {@code local}
   * @param what one line for people
   * @param moves what leaves the warehouse
   * @param sql the text that is sent, if any
   */
  public record Step(
      String kind, String where, String what, Transfer moves, Optional<String> sql) {}

  /** The same explanation, with one note more. */
  public Explanation with(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new Explanation(title, steps, more);
  }

  /** The explanation as lines of text. */
  public List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(title);
    int number = 1;
    for (Step step : steps) {
      lines.add("  %d. %s in %s: %s".formatted(number++, step.kind(), step.where(), step.what()));
      lines.add("     moves: " + step.moves().text());
      step.sql().ifPresent(sql -> sql.lines().forEach(line -> lines.add("     | " + line)));
    }
    notes.forEach(note -> lines.add("  note: " + note));
    return lines;
  }
}
