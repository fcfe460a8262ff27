/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.config.NullCollation;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.type.DelegatingTypeSystem;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.runtime.CalciteException;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.util.SqlOperatorTables;
import org.apache.calcite.sql.validate.SqlConformance;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlDelegatingConformance;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.calcite.sql2rel.StandardConvertletTable;
import org.insitu.parser.InsituParser;
import org.insitu.parser.error.InsituException;
import org.insitu.planner.catalog.Catalog;

/**
 * Marked text to relational nodes: grammar, validation without implicit conversions (where our
 * types and the warehouse's could differ the query is not followed), conversion.
 */
final class QueryReader {

  /** Texts of different lengths do not become blank-padded ones. */
  private static final RelDataTypeSystem TYPES =
      new DelegatingTypeSystem(RelDataTypeSystem.DEFAULT) {
        @Override
        public boolean shouldConvertRaggedUnionTypesToVarying() {
          return true;
        }
      };

  /** Aliases in GROUP BY and HAVING stay out: where a column has the name too, engines differ. */
  private static final SqlConformance CONFORMANCE =
      new SqlDelegatingConformance(SqlConformanceEnum.DEFAULT) {
        @Override
        public boolean isGroupByOrdinal() {
          return true;
        }
      };

  private static final SqlToRelConverter.Config CONVERSION =
      SqlToRelConverter.config()
          .withExpand(false)
          .withTrimUnusedFields(false)
          .withInSubQueryThreshold(Integer.MAX_VALUE)
          .addRelBuilderConfigTransform(builder -> builder.withBloat(-1));

  private QueryReader() {}

  static RelRoot read(String marked, Marking marking, Catalog catalog, RelOptPlanner planner)
      throws NotFollowed {
    try {
      SqlNode query = InsituParser.parseQuery(marked);
      return converted(query, marking, catalog, planner);
    } catch (InsituException e) {
      throw new NotFollowed(String.valueOf(e.getMessage()), e);
    } catch (CalciteContextException e) {
      throw new NotFollowed(
          String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()), e);
    } catch (CalciteException | UnsupportedOperationException e) {
      throw new NotFollowed(String.valueOf(e.getMessage()), e);
    }
  }

  private static RelRoot converted(
      SqlNode query, Marking marking, Catalog catalog, RelOptPlanner planner) {
    RelDataTypeFactory types =
        new JavaTypeFactoryImpl(TYPES) {
          @Override
          public Charset getDefaultCharset() {
            return StandardCharsets.UTF_8;
          }
        };
    CalciteCatalogReader tables = Tables.of(query, catalog, marking.tables(), types);
    SqlValidator validator =
        SqlValidatorUtil.newValidator(
            SqlOperatorTables.chain(functions(marking, types), SqlStdOperatorTable.instance()),
            tables,
            types,
            SqlValidator.Config.DEFAULT
                .withTypeCoercionEnabled(false)
                .withConformance(CONFORMANCE)
                .withDefaultNullCollation(NullCollation.LAST)
                .withIdentifierExpansion(true));
    RelOptCluster cluster = RelOptCluster.create(planner, new RexBuilder(types));
    SqlToRelConverter converter =
        new SqlToRelConverter(
            (type, text, path, view) -> {
              throw new UnsupportedOperationException("a view is the warehouse's own");
            },
            validator,
            tables,
            cluster,
            StandardConvertletTable.INSTANCE,
            CONVERSION);
    return converter.convertQuery(query, true, true);
  }

  private static SqlOperatorTable functions(Marking marking, RelDataTypeFactory factory) {
    ValueTypes types = new ValueTypes(factory);
    List<SqlOperator> functions = new ArrayList<>();
    for (AppliedModel model : marking.models()) {
      for (int i = 0; i < model.names().size(); i++) {
        functions.add(
            new ModelOutput(
                model, i, types.of(model.program().outputs().get(i).expression().type())));
      }
    }
    return SqlOperatorTables.of(functions);
  }
}
