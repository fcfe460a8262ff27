/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import java.util.List;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.sql.SqlDialect;

/**
 * HASH_BUCKETIZE(s, buckets): the first four bytes of the MD5 of the text in UTF-8, as a number,
 * modulo the number of buckets; the number itself for 0 buckets. Every warehouse has MD5, so the
 * buckets are the same in each.
 */
record HashBuckets(int buckets) implements Preprocessor {

  static HashBuckets of(Constants constants) {
    return new HashBuckets(constants.integer(0, 0, Integer.MAX_VALUE));
  }

  @Override
  public String sql(List<Argument> arguments, List<Known> known, SqlDialect dialect) {
    String text =
        "CAST(%s AS %s)".formatted(arguments.getFirst().sql(), dialect.type(ValueType.VARCHAR));
    String hash =
        "CAST('0x' || substr(md5(%s), 1, 8) AS %s)".formatted(text, dialect.type(ValueType.BIGINT));
    String bucket = buckets == 0 ? hash : "(%s %% %d)".formatted(hash, buckets);
    return "CASE WHEN %s IS NOT NULL THEN %s END".formatted(text, bucket);
  }
}
