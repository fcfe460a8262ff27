/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;

/**
 * One JSON object a line for each statement:
 *
 * <pre>
 * {"statement": 1, "columns": [{"name": …, "type": …}], "rows": [[…]], "update_count": null,
 *  "elapsed_ms": …}
 * {"statement": 2, "error": {"code", "sqlstate", "line", "column", "message", "hint"}}
 * </pre>
 *
 * A line is printed when it is complete, so that an error in the middle of the rows leaves no half
 * of one; see {@link SpooledLine}.
 */
public final class JsonAnswers implements AnswerWriter {
  private static final JsonFactory JSON =
      new JsonFactoryBuilder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final OutputStream out;

  public JsonAnswers(OutputStream out) {
    this.out = out;
  }

  @Override
  public void rows(int number, AnswerRows rows, Stopwatch watch) throws SQLException, IOException {
    try (SpooledLine line = new SpooledLine()) {
      try (JsonGenerator json = JSON.createGenerator(line)) {
        json.writeStartObject();
        json.writeNumberField("statement", number);
        List<AnswerRows.AnswerColumn> columns = rows.columns();
        JsonValue[] values = new JsonValue[columns.size()];
        json.writeArrayFieldStart("columns");
        for (int i = 0; i < values.length; i++) {
          values[i] = JsonValue.of(columns.get(i).sqlType());
          json.writeStartObject();
          json.writeStringField("name", columns.get(i).label());
          json.writeStringField("type", columns.get(i).typeName());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rows");
        while (rows.next()) {
          json.writeStartArray();
          for (int i = 0; i < values.length; i++) {
            values[i].write(json, rows.row(), columns.get(i).index());
          }
          json.writeEndArray();
        }
        json.writeEndArray();
        json.writeNullField("update_count");
        json.writeNumberField("elapsed_ms", watch.millis());
        json.writeEndObject();
      }
      line.printTo(out);
    }
  }

  @Override
  public void updated(int number, long count, Stopwatch watch) throws IOException {
    try (SpooledLine line = new SpooledLine()) {
      try (JsonGenerator json = JSON.createGenerator(line)) {
        json.writeStartObject();
        json.writeNumberField("statement", number);
        json.writeArrayFieldStart("columns");
        json.writeEndArray();
        json.writeArrayFieldStart("rows");
        json.writeEndArray();
        if (count < 0) {
          json.writeNullField("update_count");
        } else {
          json.writeNumberField("update_count", count);
        }
        json.writeNumberField("elapsed_ms", watch.millis());
        json.writeEndObject();
      }
      line.printTo(out);
    }
  }

  @Override
  public void failed(int number, Failure failure) throws IOException {
    try (SpooledLine line = new SpooledLine()) {
      try (JsonGenerator json = JSON.createGenerator(line)) {
        json.writeStartObject();
        json.writeNumberField("statement", number);
        json.writeObjectFieldStart("error");
        json.writeStringField("code", failure.code());
        json.writeStringField("sqlstate", failure.sqlState());
        position(json, "line", failure.line());
        position(json, "column", failure.column());
        json.writeStringField("message", failure.message());
        json.writeStringField("hint", failure.hint());
        json.writeEndObject();
        json.writeEndObject();
      }
      line.printTo(out);
    }
  }

  private static void position(JsonGenerator json, String name, int value) throws IOException {
    if (value > 0) {
      json.writeNumberField(name, value);
    } else {
      json.writeNullField(name);
    }
  }
}
