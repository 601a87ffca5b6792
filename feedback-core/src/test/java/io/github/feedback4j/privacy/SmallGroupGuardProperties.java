package io.github.feedback4j.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.SmallGroupGuard.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SmallGroupGuardProperties {

  @Property
  void noShownGroupIsSmallAndNoHiddenOneFollowsFromTheTotal(
      @ForAll @Size(max = 8) List<@Size(max = 9) Set<@IntRange(max = 30) Integer>> people,
      @ForAll @IntRange(min = 1, max = 8) int minPersons) {
    SmallGroupGuard guard = SmallGroupGuard.atLeast(minPersons);
    List<Group> groups = groups(people);

    Set<String> hidden = guard.hidden(groups);

    PersonSketch behindHidden = PersonSketch.none();
    for (Group each : groups) {
      if (hidden.contains(each.name())) {
        behindHidden = behindHidden.plus(each.persons());
      } else {
        assertThat(each.persons().size()).isGreaterThanOrEqualTo(minPersons);
      }
    }
    boolean somethingIsShown = hidden.size() < groups.size();
    if (!hidden.isEmpty() && somethingIsShown) {
      assertThat(behindHidden.size()).isGreaterThanOrEqualTo(minPersons);
    }
  }

  @Property
  void nothingIsHiddenWhereNoGroupIsSmall(
      @ForAll @Size(max = 8)
          List<@Size(min = 5, max = 9) Set<@IntRange(max = 30) Integer>> people) {
    assertThat(SmallGroupGuard.atLeast(5).hidden(groups(people))).isEmpty();
  }

  @Property
  void theOrderOfTheGroupsDoesNotMatter(
      @ForAll @Size(max = 8) List<@Size(max = 9) Set<@IntRange(max = 30) Integer>> people) {
    List<Group> groups = groups(people);
    List<Group> turned = new ArrayList<>(groups);
    Collections.reverse(turned);
    SmallGroupGuard guard = SmallGroupGuard.atLeast(5);

    assertThat(guard.hidden(turned)).isEqualTo(guard.hidden(groups));
  }

  private static List<Group> groups(List<Set<Integer>> people) {
    List<Group> groups = new ArrayList<>();
    for (Set<Integer> each : people) {
      PersonSketch persons = PersonSketch.of(
          each.stream().map(number -> new RespondentKey("person-" + number)).toList());
      groups.add(new Group("group-" + groups.size(), persons, each.size()));
    }
    return groups;
  }
}
