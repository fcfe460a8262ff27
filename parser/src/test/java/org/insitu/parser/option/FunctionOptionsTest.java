/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.insitu.parser.InsituParser;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.statement.MlCall;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionOptionsTest {

  @Test
  void defaultsAreBigQuerys() {
    FunctionOptions options = FunctionOptions.bind(MlFunction.PREDICT, List.of());
    assertThat(options.threshold()).isEqualTo(0.5);
    assertThat(options.flatProbs()).isFalse();
    assertThat(options.keepOriginalColumns()).isFalse();
    assertThat(FunctionOptions.bind(MlFunction.ROC_CURVE, List.of()).thresholds()).isEmpty();
    assertThat(FunctionOptions.bind(MlFunction.WEIGHTS, List.of()).standardize()).isFalse();
  }

  @Test
  void valuesAreRead() {
    FunctionOptions options =
        bind("PREDICT", "0.6 AS threshold, TRUE AS flat_probs, NULL AS keep_original_columns");
    assertThat(options.threshold()).isEqualTo(0.6);
    assertThat(options.flatProbs()).isTrue();
    assertThat(options.keepOriginalColumns()).isFalse();
    assertThat(bind("ROC_CURVE", "[0.1, 0.5, 1] AS thresholds").thresholds())
        .containsExactly(0.1, 0.5, 1.0);
    FunctionOptions buckets =
        bind("CALIBRATION", "4 AS num_buckets, 'quantile' AS bucket_strategy");
    assertThat(buckets.numBuckets()).isEqualTo(4);
    assertThat(buckets.bucketStrategy()).isEqualTo(Choice.BucketStrategy.QUANTILE);
    assertThat(buckets.areDefaults()).isFalse();
    assertThat(bind("CENTROIDS", "TRUE AS standardize").standardize()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          PREDICT   | 0.5 AS treshold                     | UNKNOWN_OPTION
          WEIGHTS   | 0.5 AS threshold                    | UNKNOWN_OPTION
          PREDICT   | 'x' AS threshold                    | OPTION_TYPE
          ROC_CURVE | 0.5 AS thresholds                   | OPTION_TYPE
          PREDICT   | 1.5 AS threshold                    | OPTION_RANGE
          ROC_CURVE | [0.1, 2] AS thresholds              | OPTION_RANGE
          LIFT      | 0 AS num_buckets                    | OPTION_RANGE
          LIFT      | 'quantile' AS bucket_strategy       | UNKNOWN_OPTION
          PREDICT   | 0.5 AS threshold, 0.6 AS threshold  | OPTION_DUPLICATE
          PREDICT   | 0 AS trial_id                       | OPTION_RANGE
          PREFLIGHT | 2 AS trial_id                       | UNKNOWN_OPTION
          FORECAST  | 3 AS horizon                        | NOT_AVAILABLE_YET
          """)
  void wrongOptionsAreRefused(String function, String fields, ErrorCode code) {
    InsituException error =
        catchThrowableOfType(InsituException.class, () -> bind(function, fields));
    assertThat(error.code()).isEqualTo(code);
  }

  @Test
  void theNearestNameIsHinted() {
    InsituException error =
        catchThrowableOfType(InsituException.class, () -> bind("PREDICT", "0.5 AS treshold"));
    assertThat(error).hasMessage("Unknown option 'treshold' of ML.PREDICT.");
    assertThat(error.hint()).isEqualTo("Did you mean 'threshold'?");
    assertThat(error.position().isKnown()).isTrue();
  }

  static Stream<FunctionOption<?>> registry() {
    return FunctionOptions.options().stream();
  }

  @ParameterizedTest
  @MethodSource("registry")
  void everyOptionIsDocumented(FunctionOption<?> option) {
    assertThat(option.documentation()).endsWith(".").hasSizeBetween(10, 100);
    assertThat(option.functions()).isNotEmpty().allMatch(MlFunction::isAvailable);
  }

  @ParameterizedTest
  @EnumSource
  void everyFunctionIsDocumentedAndFound(MlFunction function) {
    assertThat(function.documentation()).endsWith(".").hasSizeBetween(10, 100);
    assertThat(MlFunction.of(function.name().toLowerCase(java.util.Locale.ROOT)))
        .contains(function);
    assertThat(function.sourcesMin()).isBetween(0, function.sourcesMax());
    assertThat(Preprocessing.NAMES).doesNotContain(function.name());
  }

  private static FunctionOptions bind(String function, String fields) {
    String sql = "SELECT * FROM ML." + function + "(MODEL m, TABLE t, STRUCT(" + fields + "))";
    Statement.MlQuery query = (Statement.MlQuery) InsituParser.parse(sql, name -> false);
    MlCall.TableFunction call = (MlCall.TableFunction) query.sql().calls().getFirst();
    List<Option> options = call.options();
    return FunctionOptions.bind(MlFunction.of(call.function()).orElseThrow(), options);
  }
}
