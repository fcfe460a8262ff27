/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.statement.ModelName;
import org.insitu.planner.catalog.Catalog;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.planner.stage.CrossValidation;
import org.insitu.udf.expression.Program;
import org.insitu.udf.sql.KernelFunction;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.sql.SqlText;
import org.insitu.udf.sql.TreeForm;

/** What one rewriting shares: the catalog, the dialect, and what it collects on the way. */
public final class Expansion {
  private final Catalog catalog;
  private final SqlDialect dialect;
  private final TreeForm treeForm;
  private final UnaryOperator<Program> written;
  private final Map<String, KernelFunction> kernels;
  private final boolean fits;
  private final List<CrossValidation> crossValidations = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Surroundings surroundings = Surroundings.NONE;

  public Expansion(Catalog catalog, SqlDialect dialect, TreeForm treeForm) {
    this(catalog, dialect, treeForm, UnaryOperator.identity(), new LinkedHashMap<>(), true);
  }

  private Expansion(
      Catalog catalog,
      SqlDialect dialect,
      TreeForm treeForm,
      UnaryOperator<Program> written,
      Map<String, KernelFunction> kernels,
      boolean fits) {
    this.catalog = catalog;
    this.dialect = dialect;
    this.treeForm = treeForm;
    this.written = written;
    this.kernels = kernels;
    this.fits = fits;
  }

  /** For describing alone: instead of models it writes NULLs of their types. */
  public static Expansion ofTypes(Catalog catalog, SqlDialect dialect) {
    return new Expansion(
        catalog, dialect, TreeForm.AUTO, Program::nulls, new LinkedHashMap<>(), true);
  }

  /**
   * For a common table that runs apart from the query, before it: its models and its kernels are
   * those of this rewriting, and nothing can be fitted for it.
   */
  Expansion ofCommonTable() {
    return new Expansion(catalog, dialect, treeForm, written, kernels, false);
  }

  /** What is written of a model. */
  Program written(Program program) {
    return written.apply(program);
  }

  public Catalog catalog() {
    return catalog;
  }

  public SqlDialect dialect() {
    return dialect;
  }

  public TreeForm treeForm() {
    return treeForm;
  }

  /** Takes written SQL in: remembers the kernels it calls. */
  public String take(SqlText written) {
    kernels.putAll(written.kernels());
    return written.sql();
  }

  /** A text of this rewriting with all kernels taken in so far. */
  public SqlText query(String sql) {
    return new SqlText(sql, kernels);
  }

  /** What is around the text that is being rewritten. */
  Surroundings surroundings() {
    return surroundings;
  }

  /** From here on the text has these around it. */
  void enter(Surroundings around) {
    surroundings = around;
  }

  /** The columns of a piece of the statement that is a query. */
  Schema describe(String sql) {
    try {
      return catalog.describe(query(surroundings.typed().sql(sql)));
    } catch (InsituException e) {
      throw e.at(surroundings.typed().inPiece(e.position()));
    }
  }

  /** How many rows the warehouse expects of such a piece; -1 when it does not say. */
  double estimatedRows(String sql) {
    return catalog.estimatedRows(surroundings.typed().sql(sql));
  }

  /** Says something in EXPLAIN. */
  public void note(String text) {
    notes.add(text);
  }

  /** Asks for fits that run before the query; the text reads their metrics. */
  String crossValidated(
      ModelName name,
      ModelVersion version,
      org.insitu.parser.statement.SqlText source,
      int folds,
      Position position) {
    if (!fits) {
      throw InsituException.of(
              ErrorCode.FUNCTION_NOT_APPLICABLE,
              "ML.CROSS_VALIDATE stands among the common tables around another one.")
          .hint("CREATE TABLE ... AS SELECT * FROM ML.CROSS_VALIDATE(...) first.")
          .at(position);
    }
    CrossValidation asked =
        new CrossValidation(
            crossValidations.size() + 1,
            name,
            version,
            source,
            surroundings.real().get(),
            folds,
            position);
    crossValidations.add(asked);
    note(
        "ML.CROSS_VALIDATE: %d fits of %s before the query, each on the rows outside of its fold; their rows move as those of CREATE MODEL do"
            .formatted(folds, version.model()));
    return asked.placeholder(dialect);
  }

  public List<CrossValidation> crossValidations() {
    return crossValidations;
  }

  public Map<String, KernelFunction> kernels() {
    return kernels;
  }

  public List<String> notes() {
    return notes;
  }
}
