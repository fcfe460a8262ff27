/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The judges are the {@code valueOf} methods of the JDK. */
class LocalClockTest {
  private final TimeZone before = TimeZone.getDefault();

  @AfterEach
  void restoreZone() {
    TimeZone.setDefault(before);
  }

  private static LocalDateTime randomMoment(Random random) {
    // 1500 to 2150, more often near the hours at which clocks change.
    LocalDateTime moment =
        LocalDateTime.of(1500, 1, 1, 0, 0).plusSeconds(random.nextLong(650L * 365 * 86_400));
    return random.nextBoolean()
        ? moment.withHour(random.nextInt(4)).withNano(random.nextInt(1_000_000_000))
        : moment;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "Europe/Berlin",
        "America/New_York",
        "America/Sao_Paulo",
        "Asia/Kolkata",
        "Pacific/Apia",
        "Australia/Lord_Howe",
        "Africa/Casablanca"
      })
  void agreesWithValueOf(String zone) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    LocalClock clock = LocalClock.ofMachine();
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      LocalDateTime moment = randomMoment(random);
      assertThat(clock.timestamp(moment)).isEqualTo(Timestamp.valueOf(moment));
      LocalDate date = moment.toLocalDate();
      assertThat(clock.date(date)).isEqualTo(Date.valueOf(date));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Europe/Berlin", "Asia/Kathmandu"})
  void keepsMillisecondsOfTimes(String zone) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    LocalTime time = LocalTime.parse("23:59:59.987654");
    assertThat(new Timestamp(LocalClock.ofMachine().time(time).getTime()).toLocalDateTime())
        .isEqualTo(LocalDateTime.parse("1970-01-01T23:59:59.987"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Tokyo", "America/New_York"})
  void readsTheClockOfAnotherZone(String zone) {
    LocalClock clock = new LocalClock(ZoneId.of(zone));
    Random random = new Random(3);
    for (int i = 0; i < 5_000; i++) {
      LocalDateTime moment = randomMoment(random).plusYears(200);
      assertThat(clock.timestamp(moment).toInstant())
          .isEqualTo(moment.atZone(ZoneId.of(zone)).toInstant());
    }
  }
}
