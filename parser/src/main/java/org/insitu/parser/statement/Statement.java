/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.statement;

import java.util.List;
import java.util.Optional;
import org.insitu.parser.error.Position;

/** One statement, as asked. */
public sealed interface Statement {

  /** SQL without any of our words: goes to the warehouse word for word. */
  record Plain(String text) implements Statement {}

  /** A query, CREATE TABLE AS, INSERT or view with our calls in it. */
  record MlQuery(SqlText sql) implements Statement {}

  /**
   * {@code CREATE MODEL} in BigQuery's and, translated, in Redshift's form.
   *
   * @param transform what TRANSFORM makes of the query's columns
   * @param options from OPTIONS; for Redshift's form also what its clauses mean
   * @param query what to train on; absent when the statement only defines
   * @param notices what was accepted and has no effect here (AWS-only clauses)
   */
  record CreateModel(
      ModelName model,
      boolean orReplace,
      boolean ifNotExists,
      Optional<TransformClause> transform,
      Optional<String> function,
      List<Option> options,
      Optional<SqlText> query,
      List<String> notices)
      implements Statement {
    public CreateModel {
      options = List.copyOf(options);
      notices = List.copyOf(notices);
    }
  }

  record TrainModel(ModelName model, Optional<SqlText> on, List<Option> options)
      implements Statement {
    public TrainModel {
      options = List.copyOf(options);
    }
  }

  /** {@code EVALUATE MODEL m [VERSION v] [ON ...] [OPTIONS ...]}; VERSION stands in the name. */
  record EvaluateModel(ModelName model, Optional<SqlText> on, List<Option> options)
      implements Statement {
    public EvaluateModel {
      options = List.copyOf(options);
    }
  }

  /** {@code PREDICT MODEL m ON ... [INTO table]}; the table's name is text as written. */
  record PredictModel(ModelName model, SqlText on, Optional<String> into, List<Option> options)
      implements Statement {
    public PredictModel {
      options = List.copyOf(options);
    }
  }

  record Explain(boolean analyze, boolean json, Statement statement) implements Statement {}

  record DropModel(ModelName model, boolean ifExists) implements Statement {}

  record AlterModel(ModelName model, boolean ifExists, Change change) implements Statement {}

  /** What ALTER MODEL changes. */
  sealed interface Change {
    record SetOptions(List<Option> options) implements Change {
      public SetOptions {
        options = List.copyOf(options);
      }
    }

    record RenameTo(ModelName name) implements Change {}

    record SetDefaultVersion(String version) implements Change {}

    record SetAlias(String alias, String version) implements Change {}
  }

  /** {@code SHOW MODELS [LIKE 'p']}, {@code SHOW MODEL ALL}. */
  record ShowModels(Optional<String> like) implements Statement {}

  /** {@code SHOW MODEL m} and {@code DESCRIBE MODEL m}. */
  record ShowModel(ModelName model) implements Statement {}

  record ShowVersions(ModelName model) implements Statement {}

  record ExportModel(ModelName model, String uri, Optional<String> format, Optional<String> dialect)
      implements Statement {}

  record CreateWarehouse(String name, String type, List<Option> options, Position position)
      implements Statement {
    public CreateWarehouse {
      options = List.copyOf(options);
    }
  }

  record DropWarehouse(String name, Position position) implements Statement {}

  record ShowWarehouses() implements Statement {}

  record UseWarehouse(String name, Position position) implements Statement {}

  /** {@code SET insitu.x = v}; settings without our prefix are the warehouse's: {@link Plain}. */
  record SetOption(String name, OptionValue value, Position position) implements Statement {}

  record ResetOption(String name, Position position) implements Statement {}

  record ShowOption(String name, Position position) implements Statement {}
}
