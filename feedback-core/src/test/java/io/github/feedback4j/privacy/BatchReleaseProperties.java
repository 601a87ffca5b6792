package io.github.feedback4j.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.BatchRelease.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BatchReleaseProperties {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

  // What protects people: whoever compares two figures in a row sees at least so many of them at
  // once.
  @Property
  void twoReleasedFiguresDifferByEnoughAnswersOfEnoughPersons(
      @ForAll @Size(max = 40) List<@Size(max = 4) List<@IntRange(min = 0, max = 9) Integer>> days,
      @ForAll @IntRange(min = 1, max = 6) int minPersons,
      @ForAll @IntRange(min = 0, max = 4) int moreAnswers,
      @ForAll @IntRange(min = 1, max = 9) int everyDays) {
    BatchRelease rule = BatchRelease.defaults()
        .atLeastPersons(minPersons)
        .atLeastAnswers(6 + moreAnswers)
        .everyDays(everyDays);
    List<Day> counted = new ArrayList<>();
    int shown = 0;

    for (int today = 0; today < days.size(); today++) {
      counted.add(day(today, days.get(today)));
      int now = shown(rule, counted, today + 1);
      if (now != shown) {
        List<Integer> fresh =
            days.subList(shown, now).stream().flatMap(List::stream).toList();
        assertThat(fresh).hasSizeGreaterThanOrEqualTo(6 + moreAnswers);
        assertThat(new HashSet<>(fresh)).hasSizeGreaterThanOrEqualTo(minPersons);
        assertThat(shown == 0 || now - shown >= everyDays).isTrue();
        shown = now;
      }
    }
  }

  private static Day day(int day, List<Integer> persons) {
    List<RespondentKey> keys =
        persons.stream().map(each -> new RespondentKey("p" + each)).toList();
    return new Day(FIRST.plusDays(day), persons.size(), PersonSketch.of(keys));
  }

  private static int shown(BatchRelease rule, List<Day> days, int today) {
    return rule.shownUntil(days, FIRST.plusDays(today))
        .map(each -> (int) (each.toEpochDay() - FIRST.toEpochDay()))
        .orElse(0);
  }
}
