package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CalendarPeriodProperties {

  @Property
  void everyDayIsInExactlyOnePeriod(
      @ForAll("periods") CalendarPeriod period,
      @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int epochDay) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    long number = period.number(day);

    assertThat(period.first(number)).isBeforeOrEqualTo(day);
    assertThat(period.first(number + 1)).isAfter(day);
    assertThat(period.number(period.first(number))).isEqualTo(number);
    assertThat(period.number(period.first(number).minusDays(1))).isEqualTo(number - 1);
  }

  @Property
  void isReadAsItIsWritten(@ForAll("periods") CalendarPeriod period) {
    assertThat(CalendarPeriod.parse(period.toString())).isEqualTo(period);
  }

  @Provide
  Arbitrary<CalendarPeriod> periods() {
    return SurveyArbitraries.periods();
  }
}
