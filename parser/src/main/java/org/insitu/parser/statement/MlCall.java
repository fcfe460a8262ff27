/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.statement;

import java.util.List;
import java.util.Optional;
import org.insitu.parser.error.Position;

/** One of our calls inside SQL text: the characters {@code [start, end)} of the enclosing text. */
public sealed interface MlCall {
  int start();

  int end();

  Position position();

  /** The same call, so many characters nearer to the begin of the text. */
  MlCall nearer(int characters);

  /**
   * A table function: {@code ML.PREDICT(MODEL m, TABLE t | (query), STRUCT(...))}.
   *
   * @param function the name without {@code ML.}, upper case
   * @param model absent for functions over data alone
   * @param sources the data arguments, in order
   * @param options the fields of the trailing STRUCT
   */
  record TableFunction(
      int start,
      int end,
      Position position,
      String function,
      Optional<ModelName> model,
      List<SqlText> sources,
      List<Option> options)
      implements MlCall {
    public TableFunction {
      sources = List.copyOf(sources);
      options = List.copyOf(options);
    }

    @Override
    public MlCall nearer(int characters) {
      return new TableFunction(
          start - characters, end - characters, position, function, model, sources, options);
    }
  }

  /**
   * {@code PREDICT(m)}, {@code PREDICT(m USING e AS name, ...)}; {@code PROBABILITY(m [FOR class]
   * [USING ...])}. Without USING the columns are bound by name.
   *
   * @param probability whether it is PROBABILITY
   * @param forClass the class after FOR
   */
  record Scalar(
      int start,
      int end,
      Position position,
      boolean probability,
      ModelName model,
      Optional<OptionValue> forClass,
      List<Argument> using)
      implements MlCall {
    public Scalar {
      using = List.copyOf(using);
    }

    @Override
    public MlCall nearer(int characters) {
      return new Scalar(
          start - characters, end - characters, position, probability, model, forClass, using);
    }
  }

  /** {@code fn(e, ...)}: a call by the name that FUNCTION gave, positional. */
  record Named(int start, int end, Position position, String function, List<SqlText> arguments)
      implements MlCall {
    public Named {
      arguments = List.copyOf(arguments);
    }

    @Override
    public MlCall nearer(int characters) {
      return new Named(start - characters, end - characters, position, function, arguments);
    }
  }

  /**
   * {@code ML.STANDARD_SCALER(x) OVER ()}: a preprocessing function.
   *
   * @param function the name without {@code ML.}, upper case
   * @param over whether {@code OVER ()} follows
   */
  record Preprocess(
      int start, int end, Position position, String function, List<SqlText> arguments, boolean over)
      implements MlCall {
    public Preprocess {
      arguments = List.copyOf(arguments);
    }

    @Override
    public MlCall nearer(int characters) {
      return new Preprocess(
          start - characters, end - characters, position, function, arguments, over);
    }
  }

  /** One USING argument; the name is the alias, or the column's own name. */
  record Argument(SqlText expression, String name) {}
}
