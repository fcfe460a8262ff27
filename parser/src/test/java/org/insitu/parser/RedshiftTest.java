/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insitu.parser.Parsing.errorOf;
import static org.insitu.parser.Parsing.parseAs;

import java.util.Map;
import java.util.stream.Collectors;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.option.DistanceOptions;
import org.insitu.parser.option.LossOptions;
import org.insitu.parser.option.ModelOptions;
import org.insitu.parser.option.ModelType;
import org.insitu.parser.option.OptionRegistry;
import org.insitu.parser.option.ProblemType;
import org.insitu.parser.option.TrainingDataOptions;
import org.insitu.parser.option.TreeOptions;
import org.insitu.parser.statement.ColumnSets;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.OptionValue;
import org.insitu.parser.statement.Statement;
import org.insitu.parser.statement.Transformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redshift's CREATE MODEL means ours. */
class RedshiftTest {

  @Test
  void clausesBecomeOptionsAndNotices() {
    Statement.CreateModel create =
        create(
            """
            CREATE MODEL demo_ml.churn
            FROM (SELECT age::int, churned FROM customers)
            TARGET churned
            FUNCTION ml_fn_churn
            IAM_ROLE 'arn:aws:iam::1:role/Redshift'
            AUTO OFF
            MODEL_TYPE XGBOOST
            OBJECTIVE 'binary:logistic'
            PREPROCESSORS 'none'
            HYPERPARAMETERS DEFAULT EXCEPT (NUM_ROUND '30', ETA '0.2', MAX_DEPTH 4, NUM_CLASS '2')
            SETTINGS (S3_BUCKET 'bucket', S3_GARBAGE_COLLECT OFF, MAX_RUNTIME 5400)\
            """);
    assertThat(create.model()).hasToString("demo_ml.churn");
    assertThat(create.function()).contains("ml_fn_churn");
    assertThat(create.query().orElseThrow().text())
        .isEqualTo("SELECT age::int, churned FROM customers");
    ModelOptions options = OptionRegistry.bind(create.options());
    assertThat(options.modelType()).isEqualTo(ModelType.BOOSTED_TREE_CLASSIFIER);
    assertThat(options.get(TrainingDataOptions.INPUT_LABEL_COLS)).containsExactly("churned");
    assertThat(options.get(LossOptions.MAX_ITERATIONS)).isEqualTo(30);
    assertThat(options.get(LossOptions.LEARN_RATE)).isEqualTo(0.2);
    assertThat(options.get(TreeOptions.MAX_TREE_DEPTH)).isEqualTo(4);
    assertThat(options.get(LossOptions.EARLY_STOP)).isFalse();
    assertThat(create.notices())
        .containsExactly(
            "IAM_ROLE has no effect here.",
            "S3_BUCKET has no effect here.",
            "S3_GARBAGE_COLLECT has no effect here.",
            "MAX_RUNTIME has no effect here.",
            "NUM_CLASS has no effect here.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PROBLEM_TYPE REGRESSION                              | BOOSTED_TREE_REGRESSOR
          PROBLEM_TYPE (MULTICLASS_CLASSIFICATION)             | BOOSTED_TREE_CLASSIFIER
          OBJECTIVE 'MSE'                                      | BOOSTED_TREE_REGRESSOR
          AUTO ON OBJECTIVE 'F1'                               | BOOSTED_TREE_CLASSIFIER
          MODEL_TYPE LINEAR_LEARNER PROBLEM_TYPE REGRESSION    | LINEAR_REG
          MODEL_TYPE LINEAR_LEARNER OBJECTIVE 'Accuracy'       | LOGISTIC_REG
          MODEL_TYPE LINEAR_REGRESSION PROBLEM_TYPE REGRESSION | LINEAR_REG
          MODEL_TYPE linear_reg PROBLEM_TYPE (REGRESSION)      | LINEAR_REG
          MODEL_TYPE LOGISTIC_REGRESSION                       | LOGISTIC_REG
          """)
  void problemAndObjectiveChooseTheType(String clauses, String modelType) {
    Statement.CreateModel create =
        create("CREATE MODEL m FROM s.t TARGET y FUNCTION f IAM_ROLE default " + clauses);
    assertThat(create.query().orElseThrow().text()).isEqualTo("SELECT * FROM s.t");
    assertThat(OptionRegistry.bind(create.options()).modelType())
        .isEqualTo(ModelType.valueOf(modelType));
  }

  @ParameterizedTest
  @ValueSource(strings = {"net pay", "o'clock", "y"})
  void targetMayBeAString(String column) {
    String string = "'" + column.replace("'", "''") + "'";
    Statement.CreateModel create =
        create("CREATE MODEL m FROM t\nTARGET " + string + " FUNCTION f PROBLEM_TYPE REGRESSION");
    assertThat(OptionRegistry.bind(create.options()).get(TrainingDataOptions.INPUT_LABEL_COLS))
        .containsExactly(column);
    assertThat(create.options().getLast().position()).isEqualTo(new Position(2, 8));
  }

  @Test
  void kmeansNeedsNoTarget() {
    Statement.CreateModel create =
        create(
            "CREATE MODEL m FROM t FUNCTION f IAM_ROLE default AUTO OFF MODEL_TYPE KMEANS"
                + " PREPROCESSORS 'none' HYPERPARAMETERS DEFAULT EXCEPT (K '5') SETTINGS (S3_BUCKET"
                + " 'b')");
    Map<String, OptionValue> options =
        create.options().stream().collect(Collectors.toMap(Option::name, Option::value));
    assertThat(options).containsOnlyKeys("model_type", "num_clusters");
    assertThat(OptionRegistry.bind(create.options()).get(DistanceOptions.NUM_CLUSTERS))
        .isEqualTo(5);
  }

  @Test
  void theProblemIsLeftToTheTypeOfTheLabel() {
    Statement.CreateModel create =
        (Statement.CreateModel)
            InsituParser.parse(
                "CREATE MODEL m FROM t TARGET y FUNCTION f IAM_ROLE default",
                name -> false,
                NameQuotes.DOUBLE);
    ProblemType open = ProblemType.of(create.options()).orElseThrow();
    assertThat(open).isEqualTo(ProblemType.BOOSTED_TREE_BY_LABEL);
    assertThat(OptionRegistry.bind(open.decide(create.options(), true)).modelType())
        .isEqualTo(ModelType.BOOSTED_TREE_CLASSIFIER);
    assertThat(OptionRegistry.bind(open.decide(create.options(), false)).modelType())
        .isEqualTo(ModelType.BOOSTED_TREE_REGRESSOR);
    assertThat(errorOf("CREATE MODEL m FROM t TARGET y PROBLEM_TYPE RANKING").code())
        .isEqualTo(ErrorCode.OPTION_RANGE);
  }

  @Test
  void clausesStandOnce() {
    assertThat(
            errorOf("CREATE MODEL m FROM t TARGET y OBJECTIVE 'MSE' FUNCTION f OBJECTIVE 'F1'")
                .code())
        .isEqualTo(ErrorCode.OPTION_DUPLICATE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OBJECTIVE 'rank:pairwise' PROBLEM_TYPE REGRESSION
          PROBLEM_TYPE REGRESSION PREPROCESSORS '[{"ColumnSet": ["a"], "Transformers": ["PCA"]}]'
          PROBLEM_TYPE REGRESSION HYPERPARAMETERS DEFAULT EXCEPT (RATE_DROP '0.1')
          """)
  void whatHasNoCounterpartIsRefused(String clauses) {
    assertThat(errorOf("CREATE MODEL m FROM t TARGET y " + clauses).code())
        .isEqualTo(ErrorCode.NOT_AVAILABLE_YET);
  }

  /** Amazon's own sample, and the quote that SQL doubles. */
  @Test
  void preprocessorsAreATransform() {
    Statement.CreateModel create =
        create(
            """
            CREATE MODEL m FROM t TARGET y FUNCTION f PROBLEM_TYPE BINARY_CLASSIFICATION OBJECTIVE 'F1'
            PREPROCESSORS '[
              {"ColumnSet": ["t1", "it''s"], "Transformers": ["OneHotEncoder", "Imputer"]},
              {"Transformers": ["imputer", "NumericPassthrough"], "ColumnSet": ["te\\u006dp"]}
            ]'\
            """);
    ColumnSets sets = (ColumnSets) create.transform().orElseThrow().items().getFirst();
    assertThat(sets.position()).isEqualTo(new Position(2, 15));
    assertThat(sets.sets()).hasSize(2);
    ColumnSets.ColumnSet first = sets.sets().getFirst();
    assertThat(first.columns())
        .containsExactly(
            new ColumnSets.Column("t1", new Position(3, 18)),
            new ColumnSets.Column("it's", new Position(3, 24)));
    assertThat(first.steps())
        .containsExactly(
            new ColumnSets.Step(Transformer.ONE_HOT_ENCODER, new Position(3, 51)),
            new ColumnSets.Step(Transformer.IMPUTER, new Position(3, 68)));
    ColumnSets.ColumnSet second = sets.sets().get(1);
    assertThat(second.columns()).extracting(ColumnSets.Column::name).containsExactly("temp");
    assertThat(second.steps())
        .extracting(ColumnSets.Step::transformer)
        .containsExactly(Transformer.IMPUTER, Transformer.NUMERIC_PASSTHROUGH);
    assertThat(create.notices())
        .containsExactly(
            "OBJECTIVE has no effect here.",
            "Imputer of column 't1' has no effect after OneHotEncoder, which gives NULL a number of"
                + " its own.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'all'                                                            | 1  | cannot be read: Unrecognized token 'all'
          ''                                                               | 1  | has its end, where a list of column sets
          5                                                                | 0  | takes a string of JSON
          '[]'                                                             | 1  | a list of column sets that is empty
          '[{}]'                                                           | 2  | lacks ColumnSet
          '[{"ColumnSet": ["a"]}]'                                         | 2  | lacks Transformers
          '[{"Transformers": ["Imputer"]}]'                                | 2  | lacks ColumnSet
          '[{"Columns": ["a"]}]'                                           | 3  | has 'Columns'
          '[{"ColumnSet": [], "Transformers": ["Imputer"]}]'               | 16 | a list of columns that is empty
          '[{"ColumnSet": ["a"], "Transformers": []}]'                     | 39 | a list of transformers that is empty
          '[{"ColumnSet": ["a"] "Transformers": ["Imputer"]}]'             | 22 | cannot be read: Unexpected character ('"' (code 34)): was expecting comma
          '[{"ColumnSet": "a", "Transformers": ["Imputer"]}]'              | 16 | where a list of columns, [ was expected
          '[{"ColumnSet": [1], "Transformers": ["Imputer"]}]'              | 17 | has '1', where a column's name in double quotes was expected
          '[{"ColumnSet": ["a"], "Transformers": [{"Name": "Imputer"}]}]'  | 40 | where a transformer's name in double quotes was expected
          '[{"ColumnSet": ["a"], "Transformers": ["Imputer"]}] 1'          | 53 | has '1', where its end was expected
          '[{"ColumnSet": ["a"], "Transformers": ["Imputer"]}'             | 51 | cannot be read: Unexpected end-of-input: expected close marker for Array
          '[{"ColumnSet": ["a'                                             | 19 | cannot be read: Unexpected end-of-input
          '[{"ColumnSet": ["\\x"], "Transformers": ["Imputer"]}]'          | 19 | cannot be read: Unrecognized character escape 'x'
          '[{"ColumnSet": ["a"], "Transformers": ["MinMaxScaler"]}]'       | 40 | Unknown transformer 'MinMaxScaler'
          '[{"ColumnSet": ["a", "Y"], "Transformers": ["Imputer"]}]'       | 22 | names 'Y', which is the target
          '[{"ColumnSet": ["a", "A"], "Transformers": ["Imputer"]}]'       | 22 | names column 'A' twice
          """)
  void preprocessorsThatCannotBeReadAreRefused(String literal, int offset, String message) {
    InsituException error =
        errorOf("CREATE MODEL m FROM t TARGET y PROBLEM_TYPE REGRESSION\nPREPROCESSORS " + literal);
    assertThat(error.code()).isEqualTo(ErrorCode.PREPROCESSORS);
    assertThat(error.getMessage()).contains(message);
    assertThat(error.position()).isEqualTo(new Position(2, 15 + offset));
    assertThat(error.hint()).isNotBlank();
  }

  /** A column in two sets. */
  @Test
  void aColumnStandsInOneSet() {
    assertThat(
            errorOf(
                    "CREATE MODEL m FROM t TARGET y PREPROCESSORS '[{\"ColumnSet\": [\"a\"],"
                        + " \"Transformers\": [\"Imputer\"]}, {\"ColumnSet\": [\"a\"],"
                        + " \"Transformers\": [\"MinMax\"]}]'")
                .getMessage())
        .contains("names column 'a' twice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          AUTO OFF PREPROCESSORS 'none' HYPERPARAMETERS DEFAULT                    | OPTION_MISSING | without MODEL_TYPE
          AUTO OFF MODEL_TYPE XGBOOST HYPERPARAMETERS DEFAULT                      | OPTION_MISSING | without PREPROCESSORS
          AUTO OFF MODEL_TYPE XGBOOST PREPROCESSORS 'none'                         | OPTION_MISSING | without HYPERPARAMETERS
          AUTO OFF MODEL_TYPE XGBOOST PREPROCESSORS '[{"ColumnSet": ["a"], "Transformers": ["Imputer"]}]' HYPERPARAMETERS DEFAULT | OPTION_RANGE | though AUTO is OFF
          """)
  void autoOffSaysEverything(String clauses, ErrorCode code, String message) {
    InsituException error = errorOf("CREATE MODEL m FROM t TARGET y FUNCTION f " + clauses);
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.getMessage()).contains(message);
    assertThat(error.position().isKnown()).isTrue();
  }

  private static Statement.CreateModel create(String sql) {
    return parseAs(Statement.CreateModel.class, sql);
  }
}
