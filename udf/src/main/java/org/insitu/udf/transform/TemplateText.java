/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Templates as people read them: the expression as it was written, each call followed by what the
 * fit found for it.
 *
 * <pre>
 *   1 + ML.STANDARD_SCALER(km) OVER () {mean: 10.5, stddev: 5.77}
 *   ML.LABEL_ENCODER(place, 10, 1) OVER () {vocabulary: ['lake', 'sea']}
 * </pre>
 */
final class TemplateText {
  /** More values of a list, or longer texts, are only counted. */
  private static final int VALUES_MAX = 5;

  private static final int CHARACTERS_MAX = 40;
  private static final int EXPRESSION_MAX = 1_000;

  private TemplateText() {}

  static String of(Template template) {
    String text = written(template);
    return text.length() > EXPRESSION_MAX ? text.substring(0, EXPRESSION_MAX) + "..." : text;
  }

  private static String written(Template template) {
    StringBuilder text = new StringBuilder();
    for (Template.Part part : template.parts()) {
      switch (part) {
        case Template.Text own -> text.append(own.sql());
        case Template.Call call -> text.append(call(call));
      }
    }
    return text.toString().strip();
  }

  private static String call(Template.Call call) {
    List<String> arguments = new ArrayList<>();
    if (Preprocessors.valueOf(call.function()).arity() < 0) {
      arguments.add(
          call.arguments().stream()
              .map(given -> "%s AS %s".formatted(written(given.template()), given.name()))
              .collect(Collectors.joining(", ", "STRUCT(", ")")));
    } else {
      call.arguments().forEach(given -> arguments.add(written(given.template())));
    }
    call.constants().forEach(constant -> arguments.add(constant(constant)));
    return "ML.%s(%s)%s%s"
        .formatted(
            call.function(),
            String.join(", ", arguments),
            call.preprocessor().isAnalytic() ? " OVER ()" : "",
            found(call));
  }

  private static String found(Template.Call call) {
    List<String> names = Preprocessors.valueOf(call.function()).frozen();
    List<String> found = new ArrayList<>();
    for (int i = 0; i < call.parameters().size(); i++) {
      found.add(names.get(i) + ": " + parameter(call.parameters().get(i)));
    }
    return found.isEmpty() ? "" : " {" + String.join(", ", found) + "}";
  }

  private static String parameter(Parameter parameter) {
    return switch (parameter) {
      case Parameter.Num n -> number(n.value());
      case Parameter.Text t -> text(t.value());
      case Parameter.Numbers n -> list(n.values().stream().map(TemplateText::number).toList());
      case Parameter.Texts t -> list(t.values().stream().map(TemplateText::text).toList());
      case Parameter.Missing m -> "NULL";
    };
  }

  private static String constant(Constant constant) {
    return switch (constant) {
      case Constant.Num n -> number(n.value());
      case Constant.Text t -> text(t.value());
      case Constant.Truth t -> String.valueOf(t.value()).toUpperCase(Locale.ROOT);
      case Constant.Array a -> list(a.values().stream().map(TemplateText::constant).toList());
    };
  }

  /** The first values, and how many more there are. */
  private static String list(List<String> values) {
    int shown = Math.min(values.size(), VALUES_MAX);
    String more = values.size() > shown ? ", ... %d more".formatted(values.size() - shown) : "";
    return "[" + String.join(", ", values.subList(0, shown)) + more + "]";
  }

  private static String text(String value) {
    String shown =
        value.length() > CHARACTERS_MAX ? value.substring(0, CHARACTERS_MAX) + "..." : value;
    return "'" + shown.replace("'", "''") + "'";
  }

  /** Six digits: enough to know a number by. */
  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.6g", value);
  }
}
