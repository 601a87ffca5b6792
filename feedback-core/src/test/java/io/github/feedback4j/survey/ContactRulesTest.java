package io.github.feedback4j.survey;

import static io.github.feedback4j.survey.ContactRule.Since.ANSWERED;
import static io.github.feedback4j.survey.ContactRule.Since.INVITED;
import static io.github.feedback4j.survey.ContactRule.Since.SHOWN;
import static io.github.feedback4j.survey.ContactScope.ANY_SURVEY;
import static io.github.feedback4j.survey.ContactScope.THIS_SURVEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.survey.ContactRules.Boundary;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContactRulesTest {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);

  @Test
  void noneRestrictsNothing() {
    ContactRules none = ContactRules.none();

    assertThat(none.rules()).isEmpty();
    assertThat(none.boundary()).isEqualTo(Boundary.INCLUSIVE);
    assertThat(none.snooze()).isEqualTo(ContactRules.DEFAULT_SNOOZE);
    assertThat(none.maxSnoozes()).isEqualTo(ContactRules.DEFAULT_MAX_SNOOZES);
  }

  @Test
  void atMostOncePerCountsInvitationsOfAnySurvey() {
    assertThat(ContactRules.atMostOncePer(MONTH).rules())
        .containsExactly(new ContactRule(ANY_SURVEY, INVITED, MONTH));
  }

  @Test
  void theLongerGapOfACellStaysWhateverTheOrder() {
    ContactRules shortFirst = ContactRules.none().any(SHOWN, WEEK).any(SHOWN, MONTH);
    ContactRules longFirst = ContactRules.none().any(SHOWN, MONTH).any(SHOWN, WEEK);

    assertThat(shortFirst.gap(ANY_SURVEY, SHOWN)).isEqualTo(MONTH);
    assertThat(longFirst).isEqualTo(shortFirst);
  }

  @Test
  void cellsDoNotTouchEachOther() {
    ContactRules rules =
        ContactRules.none().any(SHOWN, WEEK).any(ANSWERED, MONTH).sameSurvey(SHOWN, MONTH);

    assertThat(rules.gap(ANY_SURVEY, SHOWN)).isEqualTo(WEEK);
    assertThat(rules.gap(ANY_SURVEY, ANSWERED)).isEqualTo(MONTH);
    assertThat(rules.gap(THIS_SURVEY, SHOWN)).isEqualTo(MONTH);
    assertThat(rules.gap(THIS_SURVEY, ANSWERED)).isNull();
  }

  @Test
  void listsRulesByScopeThenEvent() {
    ContactRules rules =
        ContactRules.none().any(ANSWERED, WEEK).any(INVITED, WEEK).sameSurvey(SHOWN, WEEK);

    assertThat(rules).hasToString("[this: {shown: 7d}, any: {invited: 7d}, any: {answered: 7d}]");
  }

  @Test
  void theSmallerLimitOfAStretchStaysWhateverTheOrder() {
    ContactRules one = ContactRules.none().atMost(4, MONTH).atMost(2, MONTH).atMost(9, WEEK);
    ContactRules other = ContactRules.none().atMost(9, WEEK).atMost(2, MONTH).atMost(4, MONTH);

    assertThat(one).isEqualTo(other);
    assertThat(one.limits())
        .containsExactly(
            new ContactLimit(ANY_SURVEY, 9, WEEK), new ContactLimit(ANY_SURVEY, 2, MONTH));
    assertThat(one)
        .hasToString(
            "[] [any: {atMost: {times: 9, within: 7d}}, any: {atMost: {times: 2, within: 30d}}]");
  }

  @Test
  void rulesOfAGroupStandBetweenThisAndAny() {
    ContactRules rules = ContactRules.none()
        .any(INVITED, WEEK)
        .group("it", INVITED, WEEK)
        .group("hr", INVITED, WEEK)
        .sameSurvey(INVITED, WEEK);

    assertThat(rules)
        .hasToString("[this: {invited: 7d}, groups: {hr: {invited: 7d}}, "
            + "groups: {it: {invited: 7d}}, any: {invited: 7d}]");
  }

  @Test
  void exemptionsAreNamedAsInFiles() {
    for (String each : List.of("any.invited", "this.atMost", "groups.a.b.shown", "newcomerGrace")) {
      assertThat(Exemption.parse(each)).hasToString(each);
    }
    assertThat(ContactRules.none()
            .exempt(Exemption.newcomerGrace(), Exemption.limits(ANY_SURVEY))
            .exempt(Exemption.limits(ANY_SURVEY))
            .exemptions())
        .hasToString("[any.atMost, newcomerGrace]");
  }

  @Test
  void calendarDaysWantWholeDaysWhateverTheOrder() {
    Duration odd = Duration.ofHours(36);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContactRules.none().any(SHOWN, odd).withCalendarDays(ZoneOffset.UTC))
        .withMessage("gap must be whole days where days are those of the calendar, but was PT36H");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContactRules.none().withCalendarDays(ZoneOffset.UTC).atMost(1, odd))
        .withMessage(
            "within must be whole days where days are those of the calendar, but was PT36H");
  }

  @Test
  void aScopeNamesAGroupIfAndOnlyIfItIsOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ContactScope(ContactScope.Kind.GROUP, null))
        .withMessage("a scope must name a group if, and only if, it is one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ContactScope(ContactScope.Kind.ANY_SURVEY, "it"));
  }

  @Test
  void theNumberOfRulesIsBounded() {
    ContactRules many = ContactRules.none();
    for (int i = 0; i < ContactRules.MAX_RULES; i++) {
      many = many.group("g" + i, INVITED, WEEK);
    }
    ContactRules full = many;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> full.any(INVITED, WEEK))
        .withMessage("contact rules must have at most 100 gaps, but have 101");
  }

  @Test
  void theOrderOfAdditionsDoesNotMatter() {
    ContactRules one = ContactRules.none().any(INVITED, WEEK).sameSurvey(SHOWN, MONTH);
    ContactRules other = ContactRules.none().sameSurvey(SHOWN, MONTH).any(INVITED, WEEK);

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }

  @ParameterizedTest
  @MethodSource
  void differWhenOnePartDiffers(ContactRules other) {
    ContactRules rules = ContactRules.none().any(INVITED, WEEK);

    assertThat(other).isNotEqualTo(rules);
  }

  static Stream<Arguments> differWhenOnePartDiffers() {
    ContactRules rules = ContactRules.none().any(INVITED, WEEK);
    return Stream.of(
        argumentSet("in the gap", ContactRules.none().any(INVITED, MONTH)),
        argumentSet("in the event", ContactRules.none().any(SHOWN, WEEK)),
        argumentSet("in the scope", ContactRules.none().sameSurvey(INVITED, WEEK)),
        argumentSet("in the boundary", rules.withBoundary(Boundary.EXCLUSIVE)),
        argumentSet("in the snooze", rules.withSnooze(MONTH, 2)),
        argumentSet("in the number of snoozes", rules.withSnooze(WEEK, 1)));
  }

  @Test
  void additionsKeepBoundaryAndSnooze() {
    ContactRules rules = ContactRules.none()
        .withBoundary(Boundary.EXCLUSIVE)
        .withSnooze(MONTH, 5)
        .any(INVITED, WEEK);

    assertThat(rules.boundary()).isEqualTo(Boundary.EXCLUSIVE);
    assertThat(rules.snooze()).isEqualTo(MONTH);
    assertThat(rules.maxSnoozes()).isEqualTo(5);
  }

  @Test
  void additionsLeaveTheOriginalAlone() {
    ContactRules rules = ContactRules.none().any(INVITED, WEEK);

    assertThat(rules.sameSurvey(SHOWN, WEEK)).isNotEqualTo(rules);
    assertThat(rules.rules()).hasSize(1);
  }

  @Test
  void snoozesUpTo365DaysAndTenTimes() {
    ContactRules rules = ContactRules.none().withSnooze(Duration.ofDays(365), 10);

    assertThat(rules.snooze()).isEqualTo(Duration.ofDays(365));
    assertThat(rules.maxSnoozes()).isEqualTo(10);
  }

  @Test
  void neverSnoozesWhenToldSo() {
    assertThat(ContactRules.none().withSnooze(WEEK, 0).maxSnoozes()).isZero();
  }

  @ParameterizedTest
  @MethodSource
  void refusesASnooze(Duration snooze, int atMost, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContactRules.none().withSnooze(snooze, atMost))
        .withMessage(message);
  }

  static Stream<Arguments> refusesASnooze() {
    String bounds = "snooze must be more than zero and at most 365 days, but was ";
    return Stream.of(
        argumentSet("of no length", Duration.ZERO, 2, bounds + "PT0S"),
        argumentSet("that is negative", WEEK.negated(), 2, bounds + "PT-168H"),
        argumentSet(
            "a nanosecond too long",
            Duration.ofDays(365).plusNanos(1),
            2,
            bounds + "PT8760H0.000000001S"),
        argumentSet("too often", WEEK, 11, "snooze atMost must be between 0 and 10, but was 11"),
        argumentSet(
            "less than never", WEEK, -1, "snooze atMost must be between 0 and 10, but was -1"));
  }

  @ParameterizedTest
  @MethodSource
  void refusesAGap(Duration gap, String shown) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContactRules.none().any(INVITED, gap))
        .withMessage("gap must be more than zero and at most 730 days, but was " + shown);
  }

  static Stream<Arguments> refusesAGap() {
    return Stream.of(
        argumentSet("of no length", Duration.ZERO, "PT0S"),
        argumentSet("that is negative", MONTH.negated(), "PT-720H"),
        argumentSet(
            "a nanosecond too long", Duration.ofDays(730).plusNanos(1), "PT17520H0.000000001S"));
  }

  @Test
  void aRuleReadsAsInASurveyFile() {
    assertThat(new ContactRule(ANY_SURVEY, INVITED, MONTH)).hasToString("any: {invited: 30d}");
    assertThat(new ContactRule(THIS_SURVEY, ANSWERED, Duration.ofHours(36)))
        .hasToString("this: {answered: 36h}");
  }
}
