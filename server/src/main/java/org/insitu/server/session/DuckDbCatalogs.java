/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.sql.DatabaseMetaData;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.insitu.executor.registry.ModelEntry;
import org.insitu.executor.registry.ModelRegistry;
import org.insitu.executor.warehouse.Answer;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.planner.table.ColumnType;
import org.insitu.planner.table.Table;
import org.insitu.planner.table.TableSql;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;
import org.insitu.udf.sql.SqlDialect;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB's own catalogs in JDBC's columns, our models among the tables, the registry's own schema
 * left out.
 */
final class DuckDbCatalogs implements Catalogs {
  private static final List<String> TABLE_TYPES =
      List.of("TABLE", "VIEW", "LOCAL TEMPORARY", "MODEL");

  /** DuckDB's types as {@code java.sql.Types}; every type that is not here is OTHER (1111). */
  private static final String SQL_TYPE =
      """
      CASE WHEN data_type LIKE 'DECIMAL%' THEN 3 WHEN data_type LIKE '%[]' THEN 2003
        WHEN data_type LIKE 'STRUCT%' THEN 2002 WHEN data_type LIKE 'ENUM%' THEN 12
        ELSE coalesce(map {'BOOLEAN': 16, 'TINYINT': -6, 'SMALLINT': 5, 'INTEGER': 4, 'BIGINT': -5,
          'UTINYINT': 5, 'USMALLINT': 4, 'UINTEGER': -5, 'UBIGINT': 3, 'HUGEINT': 3, 'FLOAT': 7,
          'DOUBLE': 8, 'VARCHAR': 12, 'BLOB': -3, 'DATE': 91, 'TIME': 92, 'TIMESTAMP': 93,
          'TIMESTAMP WITH TIME ZONE': 2014, 'UUID': 12}[data_type], 1111) END\
      """;

  private final WarehouseConnection connection;
  private final ModelRegistry registry;
  private final SqlDialect dialect;

  DuckDbCatalogs(WarehouseConnection connection, ModelRegistry registry, SqlDialect dialect) {
    this.connection = connection;
    this.registry = registry;
    this.dialect = dialect;
  }

  @Override
  public Answer catalogs() {
    return query(
        "SELECT DISTINCT catalog_name AS TABLE_CAT FROM information_schema.schemata"
            + " WHERE catalog_name NOT IN ('system', 'temp') ORDER BY 1");
  }

  @Override
  public Answer schemas(@Nullable String catalog, @Nullable String schemaPattern) {
    return query(
        """
        SELECT schema_name AS TABLE_SCHEM, catalog_name AS TABLE_CATALOG
        FROM information_schema.schemata
        WHERE catalog_name NOT IN ('system', 'temp')
          AND schema_name NOT IN ('insitu', 'information_schema', 'pg_catalog')
          AND (? IS NULL OR catalog_name = ?) AND (? IS NULL OR schema_name LIKE ? ESCAPE '\\')
        ORDER BY 2, 1\
        """,
        catalog,
        catalog,
        schemaPattern,
        schemaPattern);
  }

  @Override
  public Answer tableTypes() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    TABLE_TYPES.forEach(type -> rows.add(List.of(type)));
    return query(constants(List.of("TABLE_TYPE"), rows) + " ORDER BY 1");
  }

  @Override
  public Answer tables(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String namePattern,
      @Nullable String[] types) {
    List<List<@Nullable Object>> models = new ArrayList<>();
    for (ModelEntry entry : registry.entries()) {
      Name name = Name.of(entry);
      models.add(Arrays.asList(name.schema(), name.model(), "MODEL", remarks(entry)));
    }
    String wanted =
        String.join(
            ", ",
            (types == null ? TABLE_TYPES : Arrays.asList(types))
                .stream().map(type -> dialect.string(String.valueOf(type))).toList());
    return query(
        """
        SELECT * FROM (
          SELECT table_catalog AS TABLE_CAT, table_schema AS TABLE_SCHEM, table_name AS TABLE_NAME,
            CASE table_type WHEN 'BASE TABLE' THEN 'TABLE' ELSE table_type END AS TABLE_TYPE,
            TABLE_COMMENT AS REMARKS
          FROM information_schema.tables
          UNION ALL
          SELECT current_database(), schema_name, model_name, kind, remarks FROM (%s) AS models)
          AS t(TABLE_CAT, TABLE_SCHEM, TABLE_NAME, TABLE_TYPE, REMARKS)
        CROSS JOIN (SELECT CAST(NULL AS VARCHAR) AS TYPE_CAT, CAST(NULL AS VARCHAR) AS TYPE_SCHEM,
          CAST(NULL AS VARCHAR) AS TYPE_NAME, CAST(NULL AS VARCHAR) AS SELF_REFERENCING_COL_NAME,
          CAST(NULL AS VARCHAR) AS REF_GENERATION) AS fixed
        WHERE TABLE_SCHEM <> 'insitu' AND TABLE_TYPE IN (%s) AND (? IS NULL OR TABLE_CAT = ?)
          AND (? IS NULL OR TABLE_SCHEM LIKE ? ESCAPE '\\')
          AND (? IS NULL OR lower(TABLE_NAME) LIKE lower(?) ESCAPE '\\')
        ORDER BY TABLE_TYPE, TABLE_CAT, TABLE_SCHEM, TABLE_NAME\
        """
            .formatted(
                constants(List.of("schema_name", "model_name", "kind", "remarks"), models),
                wanted.isEmpty() ? "''" : wanted),
        catalog,
        catalog,
        schemaPattern,
        schemaPattern,
        namePattern,
        namePattern);
  }

  @Override
  public Answer columns(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String tablePattern,
      @Nullable String columnPattern) {
    return query(
        """
        SELECT TABLE_CAT, TABLE_SCHEM, TABLE_NAME, COLUMN_NAME,
          CAST(%1$s AS INTEGER) AS DATA_TYPE, data_type AS TYPE_NAME,
          CAST(precision AS INTEGER) AS COLUMN_SIZE, CAST(NULL AS INTEGER) AS BUFFER_LENGTH,
          CAST(scale AS INTEGER) AS DECIMAL_DIGITS, CAST(radix AS INTEGER) AS NUM_PREC_RADIX,
          CAST(CASE WHEN nullable THEN %2$d ELSE %3$d END AS INTEGER) AS NULLABLE,
          remarks AS REMARKS, column_default AS COLUMN_DEF, CAST(NULL AS INTEGER) AS SQL_DATA_TYPE,
          CAST(NULL AS INTEGER) AS SQL_DATETIME_SUB, CAST(NULL AS INTEGER) AS CHAR_OCTET_LENGTH,
          CAST(position AS INTEGER) AS ORDINAL_POSITION,
          CASE WHEN nullable THEN 'YES' ELSE 'NO' END AS IS_NULLABLE,
          CAST(NULL AS VARCHAR) AS SCOPE_CATALOG, CAST(NULL AS VARCHAR) AS SCOPE_SCHEMA,
          CAST(NULL AS VARCHAR) AS SCOPE_TABLE, CAST(NULL AS SMALLINT) AS SOURCE_DATA_TYPE,
          'NO' AS IS_AUTOINCREMENT, 'NO' AS IS_GENERATEDCOLUMN
        FROM (
          SELECT database_name AS TABLE_CAT, schema_name AS TABLE_SCHEM, table_name AS TABLE_NAME,
            column_name AS COLUMN_NAME, data_type, numeric_precision AS precision,
            numeric_precision_radix AS radix, numeric_scale AS scale, is_nullable AS nullable, comment AS remarks, column_default,
            column_index AS position
          FROM duckdb_columns() WHERE NOT internal
          UNION ALL
          SELECT current_database(), schema_name, model_name, column_name, data_type, NULL, NULL, NULL,
            TRUE, role, NULL, CAST(position AS INTEGER) FROM (%4$s) AS models) AS all_columns
        WHERE TABLE_SCHEM <> 'insitu' AND (? IS NULL OR TABLE_CAT = ?)
          AND (? IS NULL OR TABLE_SCHEM LIKE ? ESCAPE '\\')
          AND (? IS NULL OR lower(TABLE_NAME) LIKE lower(?) ESCAPE '\\')
          AND (? IS NULL OR lower(COLUMN_NAME) LIKE lower(?) ESCAPE '\\')
        ORDER BY TABLE_CAT, TABLE_SCHEM, TABLE_NAME, ORDINAL_POSITION\
        """
            .formatted(
                SQL_TYPE,
                DatabaseMetaData.columnNullable,
                DatabaseMetaData.columnNoNulls,
                constants(
                    List.of(
                        "schema_name",
                        "model_name",
                        "column_name",
                        "data_type",
                        "role",
                        "position"),
                    modelColumns())),
        catalog,
        catalog,
        schemaPattern,
        schemaPattern,
        tablePattern,
        tablePattern,
        columnPattern,
        columnPattern);
  }

  /** A model's inputs, then its label. */
  private List<List<@Nullable Object>> modelColumns() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ModelEntry entry : registry.entries()) {
      if (entry.defaultVersion().isEmpty()) {
        continue;
      }
      var function = registry.version(entry, entry.defaultVersion().getAsLong()).function();
      Name name = Name.of(entry);
      int position = 1;
      for (Feature feature : function.features()) {
        rows.add(
            Arrays.asList(
                name.schema(),
                name.model(),
                feature.name(),
                dialect.type(feature.type()),
                "feature",
                String.valueOf(position++)));
      }
      if (function.label().isPresent()) {
        Label label = function.label().get();
        rows.add(
            Arrays.asList(
                name.schema(),
                name.model(),
                "predicted_" + label.name(),
                dialect.type(label.type()),
                "prediction",
                String.valueOf(position)));
      }
    }
    return rows;
  }

  @Override
  public Answer primaryKeys(@Nullable String catalog, @Nullable String schema, String table) {
    return query(
        """
        SELECT database_name AS TABLE_CAT, schema_name AS TABLE_SCHEM, table_name AS TABLE_NAME,
          unnest(constraint_column_names) AS COLUMN_NAME,
          CAST(unnest(range(1, len(constraint_column_names) + 1)) AS SMALLINT) AS KEY_SEQ,
          CAST(NULL AS VARCHAR) AS PK_NAME
        FROM duckdb_constraints()
        WHERE constraint_type = 'PRIMARY KEY' AND (? IS NULL OR database_name = ?)
          AND (? IS NULL OR schema_name = ?) AND lower(table_name) = lower(?)
        ORDER BY COLUMN_NAME\
        """,
        catalog,
        catalog,
        schema,
        schema,
        table);
  }

  @Override
  public Answer typeInfo() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    addType(rows, "BIGINT", Types.BIGINT, 19);
    addType(rows, "BLOB", Types.VARBINARY, Integer.MAX_VALUE);
    addType(rows, "BOOLEAN", Types.BOOLEAN, 1);
    addType(rows, "DATE", Types.DATE, 10);
    addType(rows, "DECIMAL", Types.DECIMAL, 38);
    addType(rows, "DOUBLE", Types.DOUBLE, 15);
    addType(rows, "INTEGER", Types.INTEGER, 10);
    addType(rows, "REAL", Types.REAL, 7);
    addType(rows, "SMALLINT", Types.SMALLINT, 5);
    addType(rows, "TIME", Types.TIME, 15);
    addType(rows, "TIMESTAMP", Types.TIMESTAMP, 26);
    addType(rows, "TIMESTAMP WITH TIME ZONE", Types.TIMESTAMP_WITH_TIMEZONE, 32);
    addType(rows, "TINYINT", Types.TINYINT, 3);
    addType(rows, "VARCHAR", Types.VARCHAR, Integer.MAX_VALUE);
    return query(
        """
        SELECT name AS TYPE_NAME, CAST(type AS INTEGER) AS DATA_TYPE,
          CAST(size AS INTEGER) AS PRECISION, quote AS LITERAL_PREFIX, quote AS LITERAL_SUFFIX,
          CAST(NULL AS VARCHAR) AS CREATE_PARAMS, CAST(1 AS SMALLINT) AS NULLABLE,
          name = 'VARCHAR' AS CASE_SENSITIVE, CAST(3 AS SMALLINT) AS SEARCHABLE,
          FALSE AS UNSIGNED_ATTRIBUTE, FALSE AS FIXED_PREC_SCALE, FALSE AS AUTO_INCREMENT,
          name AS LOCAL_TYPE_NAME, CAST(0 AS SMALLINT) AS MINIMUM_SCALE,
          CAST(CASE name WHEN 'DECIMAL' THEN 38 ELSE 0 END AS SMALLINT) AS MAXIMUM_SCALE,
          CAST(NULL AS INTEGER) AS SQL_DATA_TYPE, CAST(NULL AS INTEGER) AS SQL_DATETIME_SUB,
          10 AS NUM_PREC_RADIX
        FROM (%s) AS types ORDER BY 2\
        """
            .formatted(constants(List.of("name", "type", "size", "quote"), rows)));
  }

  private static void addType(
      List<List<@Nullable Object>> rows, String name, int type, int precision) {
    boolean quoted = type == Types.VARCHAR || type == Types.DATE || type == Types.TIMESTAMP;
    rows.add(
        Arrays.asList(name, String.valueOf(type), String.valueOf(precision), quoted ? "'" : null));
  }

  private String constants(List<String> columns, List<List<@Nullable Object>> rows) {
    List<Table.Column> typed = new ArrayList<>();
    columns.forEach(name -> typed.add(new Table.Column(name, ColumnType.VARCHAR)));
    return TableSql.select(new Table(typed, rows), dialect);
  }

  private Answer query(String sql, @Nullable Object... parameters) {
    return connection.execute(sql, Arrays.asList(parameters));
  }

  private static String remarks(ModelEntry entry) {
    String description = entry.notes().description();
    String type = entry.definition().modelType();
    return description.isEmpty() ? type : type + ": " + description;
  }

  /** A model's name as JDBC shows it: models without a schema stand in {@code main}. */
  private record Name(String schema, String model) {
    static Name of(ModelEntry entry) {
      String name = entry.definition().name();
      int dot = name.lastIndexOf('.');
      return dot < 0
          ? new Name("main", name)
          : new Name(name.substring(0, dot), name.substring(dot + 1));
    }
  }
}
