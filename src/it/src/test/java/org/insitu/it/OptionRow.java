/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insitu.parser.option.Choice;
import org.insitu.parser.option.Effect;
import org.insitu.parser.option.ModelOption;
import org.insitu.parser.option.ModelType;
import org.insitu.parser.option.ValueType;

/** An option of CREATE MODEL as a row of its table: name, type, default, model types, meaning. */
final class OptionRow {
  private static final Set<ModelType> ALL = EnumSet.copyOf(ModelType.available());
  private static final Set<ModelType> SUPERVISED = EnumSet.copyOf(ALL);

  static {
    SUPERVISED.removeIf(type -> !type.isSupervised());
  }

  private OptionRow() {}

  static String of(ModelOption<?> option) {
    return "| `%s` | %s | %s | %s | %s%s |"
        .formatted(
            option.name(),
            type(option),
            defaults(option),
            names(option.effects().keySet()),
            option.documentation(),
            effects(option));
  }

  private static String type(ModelOption<?> option) {
    ValueType<?> type = option.type();
    String name = type.name().contains("<") ? "`" + type.name() + "`" : type.name();
    String range = byModelType(option, each -> option.typeFor(each).range(), "; ");
    return range.isEmpty() ? name : name + ", " + range;
  }

  private static String defaults(ModelOption<?> option) {
    if (!option.defaultText().isEmpty()) {
      return option.defaultText();
    }
    return byModelType(
        option, type -> option.defaultFor(type).map(OptionRow::value).orElse(""), ", ");
  }

  /** What each model type has; where they differ, each with the names of its types. */
  private static String byModelType(
      ModelOption<?> option, Function<ModelType, String> said, String separator) {
    Map<String, Set<ModelType>> types = new LinkedHashMap<>();
    for (ModelType type : EnumSet.copyOf(option.effects().keySet())) {
      types.computeIfAbsent(said.apply(type), s -> EnumSet.noneOf(ModelType.class)).add(type);
    }
    if (types.size() == 1) {
      return types.keySet().iterator().next();
    }
    return types.entrySet().stream()
        .map(each -> each.getKey() + " (" + names(each.getValue()) + ")")
        .collect(Collectors.joining(separator));
  }

  private static String value(Object value) {
    return switch (value) {
      case Boolean bool -> bool ? "`TRUE`" : "`FALSE`";
      case Double number when number == Math.rint(number) -> Long.toString(number.longValue());
      case Choice choice -> "`" + choice.spelling() + "`";
      case List<?> list ->
          list.stream().map(e -> "'" + e + "'").collect(Collectors.joining(", ", "`[", "]`"));
      default -> value.toString();
    };
  }

  private static String effects(ModelOption<?> option) {
    return effect(option, Effect.NONE, "No effect")
        .or(() -> effect(option, Effect.NOT_YET, "Not available yet"))
        .orElse("");
  }

  private static Optional<String> effect(ModelOption<?> option, Effect effect, String words) {
    Set<ModelType> types = EnumSet.noneOf(ModelType.class);
    for (ModelType type : option.effects().keySet()) {
      if (option.effects().get(type) == effect) {
        types.add(type);
      }
    }
    if (types.isEmpty()) {
      return Optional.empty();
    }
    boolean everywhere = types.equals(option.effects().keySet());
    return Optional.of(" " + words + (everywhere ? "." : " on " + names(types) + "."));
  }

  /** Types by the shortest name of all of them. */
  private static String names(Set<ModelType> types) {
    if (types.equals(ALL)) {
      return "all";
    }
    if (types.equals(SUPERVISED)) {
      return "all with a label";
    }
    Set<ModelType> others = EnumSet.copyOf(ALL);
    others.removeAll(types);
    return 2 * others.size() < ALL.size() ? "all but " + listed(others) : listed(types);
  }

  /** Types one by one, classifier and regressor of a kind together. */
  private static String listed(Set<ModelType> types) {
    Set<String> names = new LinkedHashSet<>();
    for (ModelType type : EnumSet.copyOf(types)) {
      String kind = type.name().replaceAll("_(CLASSIFIER|REGRESSOR)$", "");
      boolean both =
          types.stream().filter(other -> other.name().startsWith(kind + "_")).count() == 2;
      names.add(both ? kind + "_*" : type.name());
    }
    return String.join(", ", names);
  }
}
