/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.insitu.executor.registry.ModelEntry;
import org.insitu.executor.registry.ModelEntry.VersionInfo;
import org.insitu.executor.registry.ModelNotes;
import org.insitu.executor.registry.ModelRegistry;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.option.AlterOptions;
import org.insitu.parser.statement.Statement;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.planner.table.ColumnType;
import org.insitu.planner.table.Table;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;
import org.jspecify.annotations.Nullable;

/** The statements that only read or change the registry. */
final class Commands {
  private static final ColumnType TIMESTAMP = new ColumnType.Scalar(ValueType.TIMESTAMP);
  private static final List<Table.Column> STATUS =
      List.of(new Table.Column("status", ColumnType.VARCHAR));
  private static final List<Table.Column> MODELS =
      List.of(
          new Table.Column("model", ColumnType.VARCHAR),
          new Table.Column("model_type", ColumnType.VARCHAR),
          new Table.Column("default_version", ColumnType.BIGINT),
          new Table.Column("versions", ColumnType.BIGINT),
          new Table.Column("function", ColumnType.VARCHAR),
          new Table.Column("created_at", TIMESTAMP),
          new Table.Column("description", ColumnType.VARCHAR));
  private static final List<Table.Column> VERSIONS =
      List.of(
          new Table.Column("model", ColumnType.VARCHAR),
          new Table.Column("version", ColumnType.BIGINT),
          new Table.Column("is_default", new ColumnType.Scalar(ValueType.BOOLEAN)),
          new Table.Column("aliases", ColumnType.VARCHAR),
          new Table.Column("model_type", ColumnType.VARCHAR),
          new Table.Column("rows_trained", ColumnType.BIGINT),
          new Table.Column("loss", ColumnType.DOUBLE),
          new Table.Column("created_at", TIMESTAMP));
  private static final List<Table.Column> PROPERTIES =
      List.of(
          new Table.Column("property", ColumnType.VARCHAR),
          new Table.Column("value", ColumnType.VARCHAR));

  private static final String WAREHOUSE =
      "There is one warehouse, the DuckDB file that the engine was started with (--database);"
          + " ATTACH opens other files and databases in it.";

  private final ModelRegistry registry;
  private final SessionCatalog catalog;

  Commands(ModelRegistry registry, SessionCatalog catalog) {
    this.registry = registry;
    this.catalog = catalog;
  }

  /** The columns a statement would answer with. */
  List<Table.Column> columns(Statement statement) {
    return switch (statement) {
      case Statement.ShowModels s -> MODELS;
      case Statement.ShowVersions s -> VERSIONS;
      case Statement.ShowModel s -> PROPERTIES;
      default -> STATUS;
    };
  }

  Table run(Statement statement, StatementListener listener) {
    return switch (statement) {
      case Statement.DropModel drop -> drop(drop, listener);
      case Statement.AlterModel alter -> alter(alter, listener);
      case Statement.ShowModels show -> models(show);
      case Statement.ShowModel show -> model(show);
      case Statement.ShowVersions show -> versions(show);
      case Statement.ExportModel e ->
          throw notAvailable("EXPORT MODEL")
              .hint("EXPLAIN of a query that asks the model shows it as SQL.");
      case Statement.CreateWarehouse c -> throw notAvailable("CREATE WAREHOUSE").hint(WAREHOUSE);
      case Statement.DropWarehouse d -> throw notAvailable("DROP WAREHOUSE").hint(WAREHOUSE);
      case Statement.ShowWarehouses s -> throw notAvailable("SHOW WAREHOUSES").hint(WAREHOUSE);
      case Statement.UseWarehouse u -> throw notAvailable("USE WAREHOUSE").hint(WAREHOUSE);
      default -> throw notAvailable("This statement");
    };
  }

  static InsituException notAvailable(String what) {
    return InsituException.of(
        ErrorCode.NOT_AVAILABLE_YET, what + " is not available yet in this version.");
  }

  private Table drop(Statement.DropModel drop, StatementListener listener) {
    String name = SessionCatalog.nameOf(drop.model());
    if (drop.ifExists() && registry.find(name).isEmpty()) {
      listener.notice("There is no model named '%s'; nothing was dropped.".formatted(name));
      return status("nothing to drop");
    }
    ModelEntry entry = catalog.entry(drop.model());
    if (drop.model().version().isEmpty()) {
      registry.drop(entry);
      return status("dropped model " + entry.definition().name());
    }
    long number = SessionCatalog.versionNumber(entry, drop.model().version().get(), drop.model());
    registry.dropVersion(entry, number);
    return status("dropped version %d of model %s".formatted(number, entry.definition().name()));
  }

  private Table alter(Statement.AlterModel alter, StatementListener listener) {
    String name = SessionCatalog.nameOf(alter.model());
    if (alter.ifExists() && registry.find(name).isEmpty()) {
      listener.notice("There is no model named '%s'; nothing was changed.".formatted(name));
      return status("nothing to alter");
    }
    ModelEntry entry = catalog.entry(alter.model());
    return switch (alter.change()) {
      case Statement.Change.RenameTo rename -> {
        String to = SessionCatalog.nameOf(rename.name());
        registry.rename(entry, to);
        yield status("renamed to " + to);
      }
      case Statement.Change.SetDefaultVersion set -> {
        long number = SessionCatalog.versionNumber(entry, set.version(), alter.model());
        registry.setDefault(entry, number);
        yield status("default version is " + number);
      }
      case Statement.Change.SetAlias set -> {
        long number = SessionCatalog.versionNumber(entry, set.version(), alter.model());
        registry.setAlias(entry, set.alias(), number);
        yield status("%s is version %d".formatted(set.alias(), number));
      }
      case Statement.Change.SetOptions set -> {
        AlterOptions options = AlterOptions.bind(set.options());
        registry.annotate(entry, notes -> changed(notes, options));
        yield status("changed model " + entry.definition().name());
      }
    };
  }

  private static ModelNotes changed(ModelNotes notes, AlterOptions options) {
    ModelNotes described = options.description().map(notes::withDescription).orElse(notes);
    return options.labels().map(described::withLabels).orElse(described);
  }

  private static Table status(String text) {
    return new Table(STATUS, List.of(List.of(text)));
  }

  private Table models(Statement.ShowModels show) {
    Pattern like = show.like().map(Commands::likePattern).orElse(Pattern.compile("(?s).*"));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ModelEntry entry : registry.entries()) {
      if (like.matcher(entry.definition().name()).matches()) {
        rows.add(
            Arrays.asList(
                entry.definition().name(),
                entry.definition().modelType(),
                entry.defaultVersion().isPresent() ? entry.defaultVersion().getAsLong() : null,
                (long) entry.versions().size(),
                entry.definition().functionName().orElse(null),
                time(entry.createdAt()),
                entry.notes().description().isEmpty() ? null : entry.notes().description()));
      }
    }
    return new Table(MODELS, rows);
  }

  /** SQL's LIKE, without regard to case as names are. */
  private static Pattern likePattern(String like) {
    StringBuilder regex = new StringBuilder("(?is)");
    for (char c : like.toCharArray()) {
      regex.append(
          switch (c) {
            case '%' -> ".*";
            case '_' -> ".";
            default -> Pattern.quote(String.valueOf(c));
          });
    }
    return Pattern.compile(regex.toString());
  }

  private Table versions(Statement.ShowVersions show) {
    ModelEntry entry = catalog.entry(show.model());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (VersionInfo info : entry.versions().values()) {
      String aliases =
          String.join(
              ", ",
              entry.aliases().entrySet().stream()
                  .filter(alias -> alias.getValue() == info.number())
                  .map(alias -> alias.getKey())
                  .sorted()
                  .toList());
      rows.add(
          Arrays.asList(
              entry.definition().name(),
              info.number(),
              entry.defaultVersion().orElse(0) == info.number(),
              aliases.isEmpty() ? null : aliases,
              info.modelType(),
              info.rowsTrained(),
              Double.isNaN(info.loss()) ? null : info.loss(),
              time(info.createdAt())));
    }
    return new Table(VERSIONS, rows);
  }

  private Table model(Statement.ShowModel show) {
    ModelEntry entry = catalog.entry(show.model());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    rows.add(List.of("model", entry.definition().name()));
    rows.add(List.of("model_type", entry.definition().modelType()));
    rows.add(List.of("created_at", time(entry.createdAt())));
    if (!entry.notes().description().isEmpty()) {
      rows.add(List.of("description", entry.notes().description()));
    }
    if (!entry.notes().labels().isEmpty()) {
      rows.add(List.of("labels", text(entry.notes().labels())));
    }
    entry.definition().functionName().ifPresent(f -> rows.add(List.of("function", f)));
    rows.add(List.of("versions", entry.versions().keySet().toString()));
    if (entry.defaultVersion().isPresent()) {
      ModelVersion version = catalog.resolve(show.model());
      rows.add(List.of("version", String.valueOf(version.number())));
      version.function().label().ifPresent(label -> rows.add(List.of("label", text(label))));
      version
          .transformation()
          .ifPresent(t -> t.outputs().forEach(o -> rows.add(List.of("transform", o.shown()))));
      for (Feature feature : version.function().features()) {
        rows.add(List.of("feature", text(feature)));
      }
    }
    rows.add(List.of("statement", entry.definition().statement()));
    return new Table(PROPERTIES, rows);
  }

  private static String text(Map<String, String> labels) {
    return new TreeMap<>(labels)
        .entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining(", "));
  }

  private static String text(Feature feature) {
    String policies = feature.policies().shown();
    return feature.name() + " " + feature.type() + (policies.isEmpty() ? "" : ": " + policies);
  }

  private static String text(Label label) {
    return label.classes().isEmpty()
        ? label.name() + " " + label.type()
        : "%s %s %s".formatted(label.name(), label.type(), label.classes());
  }

  private static String time(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString();
  }
}
