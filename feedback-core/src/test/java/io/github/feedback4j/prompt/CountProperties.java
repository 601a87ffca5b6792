package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The laws of counting, in whatever order the nodes tell. */
class CountProperties {

  @Provide
  Arbitrary<Count> counts() {
    Arbitrary<Long> numbers = Arbitraries.longs().between(-1_000, 1_000);
    Arbitrary<Count> plain = Combinators.combine(
            Arbitraries.integers().between(0, 1_000_000), numbers)
        .as((taken, day) -> Count.NONE.take(taken).on(day));
    return Combinators.combine(plain, numbers.list().ofMaxSize(6)).as((count, moments) -> {
      Count changed = count;
      for (long each : moments) {
        changed = switch ((int) Math.floorMod(each, 4L)) {
          case 0 -> changed.at(each);
          case 1 -> changed.opened(each, 2);
          case 2 -> changed.answered(each);
          default -> changed.released(each);
        };
      }
      return changed;
    });
  }

  @Property
  void aCountThatWasWrittenIsReadAsItWas(@ForAll("counts") Count count) {
    assertThat(Count.decode(count.encode())).isEqualTo(count).hasSameHashCodeAs(count);
    assertThat(count.encode()).hasSizeLessThan(4_000).matches("[0-9= -]+");
  }

  @Property
  void whatIsOutIsNeverNegative(@ForAll("counts") Count count, @ForAll boolean late) {
    assertThat(count.at(late ? Long.MAX_VALUE : 0).released(7L).giveBack(2).taken())
        .isNotNegative();
  }

  /** What became of an invitation, and in which order and how late its news arrive. */
  record News(int moment, int fate, int openedAt, int closedAt) {}

  @Provide
  Arbitrary<News> news() {
    Arbitrary<Integer> times = Arbitraries.integers().between(0, 20);
    return Combinators.combine(
            Arbitraries.integers().between(1, 15),
            Arbitraries.integers().between(0, 2),
            times,
            times)
        .as(News::new);
  }

  @Property
  void inWhateverOrderNewsArriveWhatIsOutAtLastIsWhatWasAnswered(
      @ForAll @Size(max = 12) List<@From("news") News> all,
      @ForAll @IntRange(min = 1, max = 4) int step) {
    Count count = Count.NONE.take(all.size());
    long answered = all.stream().filter(each -> each.fate() == 1).count();
    List<News> toldAnswers = new ArrayList<>();
    for (int now = 0; now <= 21; now++) {
      for (News each : all) {
        if (each.openedAt() == now) {
          count = count.opened(each.moment(), 1);
        }
        if (each.closedAt() == now && each.fate() == 1) {
          count = count.answered(each.moment());
          toldAnswers.add(each);
        }
        if (each.closedAt() == now && each.fate() == 2) {
          count = count.released((long) each.moment());
        }
      }
      count = now % step == 0 ? count.at(now) : count;
      if (toldAnswers.size() == answered) {
        assertThat(count.taken()).isGreaterThanOrEqualTo(answered);
      }
    }

    assertThat(count.at(22).taken()).isEqualTo(answered);
  }
}
