/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Asks for a list of the catalog; answered as a statement is. */
public final class Metadata extends Message {
  private static final int ARGUMENTS_MAX = 1024;

  /** The lists, in the columns and order of the method of DatabaseMetaData. */
  public enum Kind {
    CATALOGS(1, 0),
    /** Arguments: catalog, schema pattern. */
    SCHEMAS(2, 2),
    TABLE_TYPES(3, 0),
    /** Arguments: catalog, schema pattern, name pattern, then any number of types. */
    TABLES(4, 3),
    /** Arguments: catalog, schema pattern, table pattern, column pattern. */
    COLUMNS(5, 4),
    /** Arguments: catalog, schema, table. */
    PRIMARY_KEYS(6, 3),
    TYPE_INFO(7, 0);

    private final int number;
    private final int argumentsMin;

    Kind(int number, int argumentsMin) {
      this.number = number;
      this.argumentsMin = argumentsMin;
    }

    public int number() {
      return number;
    }

    static Kind of(int number) {
      for (Kind kind : values()) {
        if (kind.number == number) {
          return kind;
        }
      }
      throw WireException.malformed("Unknown kind of METADATA: " + number);
    }
  }

  private final int credits;
  private final Kind kind;
  private final List<String> arguments;

  /**
   * A request.
   *
   * @param arguments in the order of the kind; null elements mean "any"
   */
  public Metadata(int credits, Kind kind, List<String> arguments) {
    this.credits = credits;
    this.kind = kind;
    this.arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    if (arguments.size() < kind.argumentsMin) {
      throw WireException.malformed(
          kind + ": " + arguments.size() + " arguments (expected: >= " + kind.argumentsMin + ")");
    }
  }

  /** Reads the payload. */
  public static Metadata read(WireReader in) {
    return new Metadata(
        in.u32(),
        Kind.of(in.u8()),
        in.list("arguments", ARGUMENTS_MAX, 1, r -> r.bool() ? r.string() : null));
  }

  @Override
  void write(WireWriter out) {
    out.u32(credits).u8(kind.number).list(arguments, Metadata::writeArgument);
  }

  private static void writeArgument(WireWriter out, String argument) {
    out.bool(argument != null);
    if (argument != null) {
      out.string(argument);
    }
  }

  @Override
  public Tag tag() {
    return Tag.METADATA;
  }

  /** Batches the client is ready to take. */
  public int credits() {
    return credits;
  }

  public Kind kind() {
    return kind;
  }

  /** May hold nulls, which mean "any". */
  public List<String> arguments() {
    return arguments;
  }
}
