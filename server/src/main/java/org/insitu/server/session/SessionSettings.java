/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insitu.parser.option.Choice;
import org.insitu.parser.option.Setting;
import org.insitu.parser.statement.Statement;
import org.insitu.planner.table.ColumnType;
import org.insitu.planner.table.Table;

/** The settings of one session: {@code SET insitu.x = v}, {@code RESET}, {@code SHOW}. */
final class SessionSettings {
  static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("name", ColumnType.VARCHAR),
          new Table.Column("value", ColumnType.VARCHAR),
          new Table.Column("description", ColumnType.VARCHAR));

  private final Map<Setting<?>, Choice> values = new HashMap<>();

  Table set(Statement.SetOption set) {
    Setting<?> setting = Setting.of(set.name(), set.position());
    values.put(setting, setting.read(set.value(), set.position()));
    return table(setting);
  }

  Table reset(Statement.ResetOption reset) {
    Setting<?> setting = Setting.of(reset.name(), reset.position());
    values.remove(setting);
    return table(setting);
  }

  Table show(Statement.ShowOption show) {
    return table(Setting.of(show.name(), show.position()));
  }

  private Table table(Setting<?> setting) {
    return new Table(
        COLUMNS,
        List.of(Arrays.asList(setting.name(), value(setting).spelling(), setting.documentation())));
  }

  private Choice value(Setting<?> setting) {
    return values.getOrDefault(setting, setting.defaultValue());
  }

  /** Where fits run that do not say themselves, if the session says so. */
  Optional<Choice.Execution> execution() {
    return Optional.ofNullable((Choice.Execution) values.get(Setting.EXECUTION));
  }

  /** How the text of statements is read. */
  Choice.Lex lex() {
    return (Choice.Lex) value(Setting.LEX);
  }

  /** How queries with models are planned. */
  Choice.Planner planner() {
    return (Choice.Planner) value(Setting.PLANNER);
  }
}
