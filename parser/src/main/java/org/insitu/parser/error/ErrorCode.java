/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.error;

/**
 * Every error a user can see. Numbers never change their meaning and are never used again; {@code
 * src/docs/errors.md} is generated from here.
 */
public enum ErrorCode {
  // 1xx: the text of a statement
  SYNTAX(101, "42601", "The statement does not follow the grammar.", "Look at the position named."),
  STATEMENT_TOO_LONG(
      102, "54000", "The statement is longer than the limit.", "Load data with COPY or read_csv."),
  UNKNOWN_OPTION(103, "42616", "No such option.", "Use one of the options named."),
  OPTION_TYPE(104, "42616", "An option has a value of the wrong type.", "Give the type named."),
  OPTION_RANGE(105, "22023", "An option's value is outside its range.", "Stay within the range."),
  OPTION_NOT_APPLICABLE(
      106,
      "42616",
      "The option belongs to another model type.",
      "Remove it, or change MODEL_TYPE."),
  OPTION_MISSING(107, "42616", "A required option is missing.", "Add the option named."),
  OPTION_DUPLICATE(108, "42616", "An option stands twice.", "Give it once."),
  NOT_AVAILABLE_YET(
      110, "0A000", "The language has it, this version does not.", "See the statement's page."),

  // 2xx: names and types
  MODEL_NOT_FOUND(201, "42704", "No such model.", "SHOW MODELS lists them."),
  MODEL_EXISTS(
      202, "42710", "A model of this name exists.", "CREATE OR REPLACE MODEL, or another name."),
  MODEL_VERSION_NOT_FOUND(
      203, "42704", "The model has no such version.", "SHOW VERSIONS OF MODEL lists them."),
  MODEL_NOT_TRAINED(204, "55000", "The model has no version yet.", "TRAIN MODEL fits it."),
  COLUMN_NOT_FOUND(205, "42703", "A column the model needs is not there.", "Add or rename it."),
  COLUMN_TYPE(206, "42804", "A column has a type the model cannot take.", "Cast it."),
  COLUMN_AMBIGUOUS(207, "42702", "Two columns have the same name.", "Rename one of them."),
  LABEL_NOT_FOUND(
      208, "42703", "The label column is not in the query.", "Set INPUT_LABEL_COLS = ['column']."),
  FUNCTION_NOT_APPLICABLE(
      209, "42809", "The function does not apply to this model type.", "See the function's page."),
  UNKNOWN_FUNCTION(210, "42883", "No such ML function.", "See the list of functions."),
  CLASS_NOT_FOUND(211, "22023", "The model has no such class.", "Use one of the classes named."),
  UNKNOWN_SETTING(212, "42704", "No such setting.", "SHOW ALL lists them."),
  PARAMETER_COUNT(
      213, "07001", "Parameters and question marks differ in number.", "Bind every parameter."),
  PARAMETER_NOT_ALLOWED(
      214, "42P02", "A parameter stands where only a literal may.", "Write the value itself."),
  MODEL_TOO_LARGE(
      215,
      "54000",
      "The model is too large to be written out as SQL.",
      "Call it in a query, where its kernel runs, or train a smaller one."),

  // 3xx: training data
  TRANSFORM(216, "42601", "TRANSFORM holds what it may not.", "Move it to the training query."),
  PREPROCESSING(
      217, "22023", "A preprocessing function was called wrongly.", "Look at its arguments."),
  PREPROCESSORS(
      218,
      "22023",
      "Redshift's PREPROCESSORS cannot be read, or cannot be done to these columns.",
      "Look at the place named, inside of its JSON."),

  NO_ROWS(301, "22000", "There is nothing to train on.", "Check the query's WHERE."),
  NO_FEATURES(302, "22000", "No column is left to learn from.", "Select more columns."),
  LABEL_NULL(303, "22004", "The label is NULL in some rows.", "Add WHERE label IS NOT NULL."),
  LABEL_ONE_CLASS(304, "22000", "The label has one class only.", "Select rows of two classes."),
  LABEL_TYPE(305, "42804", "The label's type does not fit the model type.", "Cast the label."),
  FEATURE_ALL_NULL(306, "22004", "A feature is NULL in every row.", "Leave it out."),
  FEATURE_NOT_FINITE(307, "22003", "A feature is infinite in some rows.", "Filter or clip it."),
  LABEL_NOT_FINITE(308, "22003", "The label is NaN or infinite.", "Filter these rows."),
  TOO_MANY_CLASSES(309, "54000", "The label has too many classes.", "Is it an id or a number?"),
  TOO_MANY_CATEGORIES(
      310, "54000", "A category column has too many values.", "Leave it out, or bucketize it."),
  TOO_MUCH_DATA(311, "53200", "The data do not fit this machine.", "Select fewer rows or columns."),
  TOO_FEW_ROWS(312, "22000", "Too few distinct rows for what was asked.", "Ask for less."),
  SINGULAR(313, "22012", "The columns determine one another.", "Leave one out, or set L2_REG."),
  DID_NOT_CONVERGE(314, "22000", "The fit did not converge.", "Raise MAX_ITERATIONS or L2_REG."),
  ROW_WEIGHT(
      315,
      "22003",
      "A row's weight is missing, negative or not finite, or too few rows have any.",
      "Filter these rows, or give a weight of 0 or more."),
  LABEL_RANGE(
      318,
      "22003",
      "The label has values that its distribution does not have.",
      "Filter these rows, or choose another FAMILY."),
  PREFLIGHT(
      321,
      "22000",
      "The training data were found wanting, and STRICT was asked for.",
      "ML.PREFLIGHT lists the findings; mend the query, or leave out STRICT."),
  FEATURE_COUNT(
      322,
      "22000",
      "The model type takes another number of features.",
      "Select as many features as it takes, and the label."),

  // 4xx: running
  WAREHOUSE(401, "58000", "The warehouse refused or failed.", "Read its own message."),
  CANCELLED(402, "57014", "The statement was cancelled.", "Run it again."),
  TIMEOUT(403, "57014", "The statement ran out of time.", "Raise the query timeout."),
  REGISTRY(404, "58030", "The model registry failed.", "Check the disk and the log."),
  ARTEFACT(405, "XX001", "A stored model cannot be read.", "Restore it or train it again."),
  INPUT_REFUSED(
      406,
      "22023",
      "A row to predict has a value that the model's policies refuse.",
      "Filter or mend such rows, or give the model another policy."),

  // 5xx: the connection
  PROTOCOL(501, "08P01", "A frame breaks the protocol.", "Use a driver of this version."),
  PROTOCOL_VERSION(
      502, "08004", "Driver and server speak other versions.", "Use the driver of this server."),
  CONNECTION_LOST(503, "08006", "The connection broke.", "Connect again."),
  CONNECTION_REFUSED(504, "08001", "No server answers there.", "Start it: insitu server."),
  CONNECTION_CLOSED(505, "08003", "The connection is closed.", "Open another."),
  FRAME_TOO_LARGE(506, "54000", "A frame is larger than the limit.", "Send less at once."),
  TOO_MANY_CONNECTIONS(507, "53300", "The server is full.", "Close some, or raise the limit."),
  SHUTTING_DOWN(508, "57P01", "The server is stopping.", "Connect again later."),

  INTERNAL(999, "XX000", "A defect in Insitu.", "Please report it with the log.");

  private final int number;
  private final String sqlState;
  private final String meaning;
  private final String remedy;

  ErrorCode(int number, String sqlState, String meaning, String remedy) {
    this.number = number;
    this.sqlState = sqlState;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  public int number() {
    return number;
  }

  /** The code as users see it, such as {@code INS-103}. */
  public String label() {
    return "INS-" + number;
  }

  public String sqlState() {
    return sqlState;
  }

  public String meaning() {
    return meaning;
  }

  public String remedy() {
    return remedy;
  }
}
