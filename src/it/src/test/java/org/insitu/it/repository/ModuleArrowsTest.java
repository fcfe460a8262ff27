/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it.repository;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of ARCHITECTURE's module table: nothing points back. */
class ModuleArrowsTest {
  private static final String PARSER = "org.insitu.parser..";
  private static final String UDF = "org.insitu.udf..";
  private static final String PLANNER = "org.insitu.planner..";
  private static final String EXECUTOR = "org.insitu.executor..";
  private static final String DRIVER = "org.insitu.jdbc..";
  private static final String SERVER = "org.insitu.server..";
  private static final String CALCITE = "org.apache.calcite..";
  private static final String ARROW = "org.apache.arrow..";
  private static final String NETTY = "io.netty..";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.insitu");

  private void neverSees(String module, String... others) {
    noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(classes);
  }

  @Test
  void parserSeesCalciteOnly() {
    neverSees(
        PARSER, UDF, PLANNER, EXECUTOR, DRIVER, SERVER, ARROW, NETTY, "java.sql..", "org.duckdb..");
  }

  @Test
  void udfSeesArrowOnly() {
    neverSees(
        UDF,
        PARSER,
        PLANNER,
        EXECUTOR,
        DRIVER,
        SERVER,
        CALCITE,
        NETTY,
        "java.sql..",
        "org.duckdb..");
  }

  @Test
  void plannerSeesNoConnections() {
    neverSees(PLANNER, EXECUTOR, DRIVER, SERVER, NETTY, "java.sql..", "org.duckdb..", "java.net..");
  }

  @Test
  void executorSeesNeitherSyntaxNorSockets() {
    neverSees(EXECUTOR, DRIVER, SERVER, CALCITE, NETTY, "org.insitu.parser.tree..");
  }

  @Test
  void driverSeesTheJdkOnly() {
    noClasses()
        .that()
        .resideInAPackage(DRIVER)
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(DRIVER, "java..", "javax..")
        .check(classes);
  }

  @Test
  void serverSeesOfTheDriverItsWirePackage() {
    noClasses()
        .that()
        .resideInAPackage("org.insitu.server.net..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.insitu.jdbc", "org.insitu.jdbc.internal..")
        .check(classes);
  }

  @Test
  void everyForeignLibraryStaysInItsAdapter() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.insitu.executor.warehouse.duckdb..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.duckdb..")
        .check(classes);
    noClasses()
        .that()
        .resideOutsideOfPackage("org.insitu.executor.fit.xgboost..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ml.dmlc..")
        .check(classes);
    noClasses()
        .that()
        .resideOutsideOfPackage("org.insitu.executor.fit.smile..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("smile..")
        .check(classes);
  }

  @Test
  void nothingIsDeserialised() {
    noClasses()
        .that()
        .resideInAPackage("org.insitu..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectInputStream")
        .check(classes);
  }
}
