package io.github.feedback4j.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.BatchRelease.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BatchReleaseProperties {

  // What protects people: whoever compares two figures in a row sees at least so many of them at
  // once.
  @Property
  void twoReleasedFiguresDifferByEnoughAnswersOfEnoughPersons(
      @ForAll @Size(max = 80) List<@IntRange(min = 0, max = 9) Integer> persons,
      @ForAll @IntRange(min = 1, max = 6) int minPersons,
      @ForAll @IntRange(min = 0, max = 4) int moreAnswers) {
    BatchRelease rule =
        BatchRelease.defaults().atLeastPersons(minPersons).atLeastAnswers(6 + moreAnswers);
    State<List<Integer>> state = State.empty();
    List<Integer> all = new ArrayList<>();
    List<Integer> shown = List.of();

    for (int each : persons) {
      all.add(each);
      state = rule.changed(state, new RespondentKey("p" + each));
      State<List<Integer>> kept =
          new State<>(state.released(), state.releasedAt(), state.changes(), state.persons());
      state = rule.release(kept, List.copyOf(all), Instant.EPOCH.plusSeconds(all.size()));

      List<Integer> released = state.released();
      if (released != null && !released.equals(shown)) {
        List<Integer> fresh = released.subList(shown.size(), released.size());
        assertThat(fresh).hasSizeGreaterThanOrEqualTo(6 + moreAnswers);
        assertThat(new HashSet<>(fresh)).hasSizeGreaterThanOrEqualTo(minPersons);
        shown = released;
      }
    }
  }
}
