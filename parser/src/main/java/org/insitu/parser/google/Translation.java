/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.insitu.parser.error.Position;
import org.insitu.parser.text.Lines;

/** A statement in other words, and where each of them stood. */
public final class Translation {
  private final String text;
  private final int[] starts;
  private final int[] origins;
  private final boolean[] copied;
  private final String original;
  private final Set<String> leftOut;
  private final Set<String> ignored;

  private Translation(Builder builder) {
    text = builder.text.toString();
    starts = Arrays.copyOf(builder.starts, builder.size);
    origins = Arrays.copyOf(builder.origins, builder.size);
    copied = Arrays.copyOf(builder.copied, builder.size);
    original = builder.original;
    ignored = Collections.unmodifiableSet(builder.ignored);
    leftOut = Collections.unmodifiableSet(builder.leftOut);
  }

  public String text() {
    return text;
  }

  /** The projects that were left out of names. */
  public Set<String> leftOut() {
    return leftOut;
  }

  /** The clauses that have no effect here and are not written. */
  public Set<String> ignored() {
    return ignored;
  }

  /** The place, in what the user typed, of a place in the text. */
  public Position original(Position place) {
    if (!place.isKnown()) {
      return place;
    }
    Lines lines = new Lines(text);
    Lines originals = new Lines(original);
    int offset =
        place.line() > lines.count()
            ? text.length()
            : Math.min(lines.offset(place.line(), place.column()), text.length());
    int found = Arrays.binarySearch(starts, offset);
    int piece = found >= 0 ? found : -found - 2;
    if (piece < 0) {
      return originals.position(0);
    }
    return originals.position(origins[piece] + (copied[piece] ? offset - starts[piece] : 0));
  }

  /** Writes the text piece by piece. */
  static final class Builder {
    private final String original;
    private final StringBuilder text;
    private int[] starts = new int[32];
    private int[] origins = new int[32];
    private boolean[] copied = new boolean[32];
    private int size;
    private final Set<String> leftOut = new TreeSet<>();
    private final Set<String> ignored = new TreeSet<>();

    Builder(String original) {
      this.original = original;
      this.text = new StringBuilder(original.length() + 16);
    }

    /** The characters of the original as they are. */
    void copy(int from, int to) {
      boolean goesOn =
          size > 0
              && copied[size - 1]
              && origins[size - 1] + text.length() - starts[size - 1] == from;
      if (from < to) {
        if (!goesOn) {
          begin(from, true);
        }
        text.append(original, from, to);
      }
    }

    /** Other words for what stands at a place. */
    void put(String words, int place) {
      if (!words.isEmpty()) {
        begin(place, false);
        text.append(words);
      }
    }

    /** Notes a project that is not written. */
    void leaveOut(String project) {
      leftOut.add(project);
    }

    /** Notes a clause that is not written. */
    void ignore(String clause) {
      ignored.add(clause);
    }

    private void begin(int place, boolean copy) {
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, size * 2);
        origins = Arrays.copyOf(origins, size * 2);
        copied = Arrays.copyOf(copied, size * 2);
      }
      starts[size] = text.length();
      origins[size] = place;
      copied[size++] = copy;
    }

    Translation build() {
      return new Translation(this);
    }
  }
}
