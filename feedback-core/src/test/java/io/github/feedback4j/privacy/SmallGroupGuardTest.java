package io.github.feedback4j.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.privacy.SmallGroupGuard.Group;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallGroupGuardTest {

  private final SmallGroupGuard guard = SmallGroupGuard.atLeast(5);

  @Test
  void aGroupOfFourPersonsIsHiddenAndOneOfFiveIsShown() {
    assertThat(
            guard.hidden(List.of(group("four", 0, 4), group("five", 10, 5), group("six", 20, 6))))
        .contains("four")
        .doesNotContain("six");
    assertThat(guard.hidden(List.of(group("five", 10, 5), group("six", 20, 6)))).isEmpty();
  }

  @Test
  void theNextSmallestSiblingIsHiddenTooBecauseTheHiddenOneWouldFollowFromTheTotal() {
    assertThat(
            guard.hidden(List.of(group("big", 0, 9), group("small", 20, 3), group("next", 30, 6))))
        .containsExactlyInAnyOrder("small", "next");
  }

  @Test
  void twoHiddenGroupsProtectEachOtherIfTheyAreEnoughPersonsTogether() {
    assertThat(guard.hidden(List.of(group("a", 0, 3), group("b", 10, 3), group("c", 20, 9))))
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void thePersonsOfHiddenGroupsAreCountedOnce() {
    assertThat(guard.hidden(List.of(group("a", 0, 3), group("b", 1, 3), group("c", 20, 9))))
        .as("a and b are four persons together")
        .containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void manyAnswersOfFewPersonsAreASmallGroup() {
    Group busy = new Group("busy", persons(0, 2), 500);

    assertThat(guard.hidden(List.of(busy, group("other", 10, 7), group("more", 20, 8))))
        .containsExactlyInAnyOrder("busy", "other");
  }

  @Test
  void ofSiblingsWithEquallyManyPersonsTheOneWithFewerAnswersIsHidden() {
    assertThat(guard.hidden(List.of(
            group("small", 0, 2),
            new Group("much", persons(10, 20), 900),
            new Group("less", persons(40, 20), 100))))
        .containsExactlyInAnyOrder("small", "less");
  }

  @Test
  void aSingleSmallGroupIsHidden() {
    assertThat(guard.hidden(List.of(group("only", 0, 1)))).containsExactly("only");
    assertThat(guard.hidden(List.of())).isEmpty();
  }

  @Test
  void theMinimumIsFiveUnlessSaidOtherwiseAndOneHidesNothing() {
    assertThat(SmallGroupGuard.DEFAULT_MIN_PERSONS).isEqualTo(5);
    assertThat(SmallGroupGuard.atLeast(1).hidden(List.of(group("one", 0, 1), group("two", 5, 2))))
        .isEmpty();
  }

  @Test
  void aMinimumOutOfBoundsIsNamed() {
    assertThatThrownBy(() -> SmallGroupGuard.atLeast(0))
        .hasMessage("minPersons must be between 1 and 20, but was 0");
    assertThatThrownBy(() -> SmallGroupGuard.atLeast(21))
        .hasMessage("minPersons must be between 1 and 20, but was 21");
  }

  private static Group group(String name, int first, int size) {
    return new Group(name, persons(first, size), size);
  }

  private static PersonSketch persons(int first, int size) {
    return PersonSketch.of(IntStream.range(first, first + size)
        .mapToObj(each -> new RespondentKey("person-" + each))
        .toList());
  }
}
