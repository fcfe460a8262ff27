/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnTest {

  private static ByteBuffer bytes(Column... columns) {
    return new WireWriter().list(List.of(columns), Column::write).finish();
  }

  @Test
  void readsNestedColumns() {
    Column entries =
        Column.nested(
            "entries",
            ColumnType.STRUCT,
            List.of(
                Column.of("key", ColumnType.VARCHAR).notNull(),
                Column.nested("value", ColumnType.LIST, List.of(Column.decimal("item", 76, -3)))));
    Column map = Column.nested("m", ColumnType.MAP, List.of(entries)).warehouseType("MAP(…)");

    List<Column> read = Column.readAll(new WireReader(bytes(map)));

    assertThat(read).usingRecursiveComparison().isEqualTo(List.of(map));
    assertThat(read.get(0).children().get(0).children().get(1).children().get(0).valueBytes())
        .isEqualTo(32);
  }

  @Test
  void refusesColumnsNestedTooDeep() {
    Column column = Column.of("item", ColumnType.INTEGER);
    for (int i = 0; i < 40; i++) {
      column = Column.nested("item", ColumnType.LIST, List.of(column));
    }
    ByteBuffer bytes = bytes(column);
    assertThatThrownBy(() -> Column.readAll(new WireReader(bytes)))
        .isInstanceOf(WireException.class)
        .hasMessage("nesting: 33 (expected: <= 32)");
  }

  @Test
  void refusesChildrenThatDoNotFitTheType() {
    assertThatThrownBy(() -> Column.of("l", ColumnType.LIST)).isInstanceOf(WireException.class);
    assertThatThrownBy(() -> Column.of("s", ColumnType.STRUCT)).isInstanceOf(WireException.class);
    assertThatThrownBy(() -> Column.of("u", ColumnType.UUID)).isInstanceOf(WireException.class);
    assertThatThrownBy(() -> Column.decimal("d", 77, 0)).isInstanceOf(WireException.class);
    assertThatThrownBy(
            () ->
                Column.nested(
                    "m", ColumnType.MAP, List.of(Column.of("entries", ColumnType.INTEGER))))
        .isInstanceOf(WireException.class);
  }

  @Test
  void refusesUnknownType() {
    ByteBuffer bytes = bytes(Column.of("", ColumnType.INTEGER));
    bytes.put(8, (byte) 99);
    assertThatThrownBy(() -> Column.readAll(new WireReader(bytes)))
        .hasMessage("Unknown type number 99");
  }

  @Test
  void numbersTypesAsThePageDoes() {
    for (ColumnType type : ColumnType.values()) {
      assertThat(ColumnType.of(type.number())).isEqualTo(type);
    }
    assertThat(ColumnType.VARCHAR.number()).isEqualTo(13);
    assertThat(ColumnType.UUID.number()).isEqualTo(23);
  }
}
