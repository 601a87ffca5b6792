package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.survey.ContactRule.Since;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A platform's policy in a file. */
class PolicyReaderTest {

  private static final String YAML = """
      policy: acme
      contact:
        any: {invited: 30d, atMost: {times: 4, within: 90d}}
        groups:
          tickets: {answered: 10d}
        days: calendar
        zone: Europe/Paris
        newcomerGrace: 14d
      doNotAsk: [ceo, "17"]
      budget: {invitations: 1000, per: week, zone: Europe/Paris}
      """;

  private static final Policy POLICY = new Policy(
      "acme",
      ContactRules.atMostOncePer(Duration.ofDays(30))
          .atMost(4, Duration.ofDays(90))
          .group("tickets", Since.ANSWERED, Duration.ofDays(10))
          .withCalendarDays(ZoneId.of("Europe/Paris"))
          .withNewcomerGrace(Duration.ofDays(14)),
      Set.of("ceo", "17"),
      InvitationBudget.perWeek(1_000).withZone(ZoneId.of("Europe/Paris")));

  @Test
  void readsEveryProperty(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("policy.yaml"), YAML);

    assertThat(PolicyReader.read(file)).isEqualTo(POLICY);
    assertThat(PolicyReader.read("p", YAML)).isEqualTo(POLICY);
  }

  @Test
  void readsJson() {
    assertThat(PolicyReader.read("p.json", "{\"policy\": \"acme\"}"))
        .isEqualTo(new Policy("acme", ContactRules.none(), Set.of()));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        argumentSet(
            "no name",
            "contact: {any: {invited: 3d}}",
            "p:1:1: a policy lacks the property 'policy'; add policy: and a name, such as the company's"),
        argumentSet(
            "a survey in its place",
            "survey: s\npolicy: p",
            "p:1:1: unknown property 'survey' of a policy; use one of policy, contact, doNotAsk, budget"),
        argumentSet(
            "an exemption from itself",
            "policy: p\ncontact: {any: {invited: 3d}, exempt: [any.invited]}",
            "p:2:10: a policy must not exempt, but exempts from [any.invited]; "
                + "a survey says itself what does not hold for it"),
        argumentSet(
            "a number among the people",
            "policy: p\ndoNotAsk: [17]",
            "p:2:12: 'doNotAsk' must be a text, but is a number; put it in quotes: \"17\""),
        argumentSet(
            "a budget of nothing",
            "policy: p\nbudget: {invitations: 0, per: week}",
            "p:2:23: invitations must be between 1 and 10000000, but was 0"),
        argumentSet(
            "a budget for ever",
            "policy: p\nbudget: {invitations: 5, per: total}",
            "p:2:31: per must be day, week or month for a budget, but was total; "
                + "an organisation does not ask its last question"),
        argumentSet(
            "a budget of answers",
            "policy: p\nbudget: {invitations: 5, per: day, answers: 5}",
            "p:2:36: unknown property 'answers' of 'budget'; use one of invitations, per, zone"),
        argumentSet(
            "an unknown exemption",
            "policy: p\ncontact: {exempt: [any.invitd]}",
            "p:2:20: there is no rule 'any.invitd' to be exempt from; write one such as any.invited, "
                + "this.answered, groups.tickets.atMost, newcomerGrace or budget"),
        argumentSet(
            "a zone without the calendar",
            "policy: p\ncontact: {zone: Europe/Paris}",
            "p:2:17: 'zone' says where days begin, which matters for days of the calendar only; "
                + "add days: calendar, or delete the zone"),
        argumentSet(
            "hours of the calendar",
            "policy: p\ncontact: {any: {invited: 36h}, days: calendar}",
            "p:2:38: gap must be whole days where days are those of the calendar, but was PT36H"),
        argumentSet(
            "a limit of nothing",
            "policy: p\ncontact: {any: {atMost: {times: 0, within: 9d}}}",
            "p:2:25: times must be between 1 and 1000, but was 0"),
        argumentSet(
            "a limit without a stretch",
            "policy: p\ncontact: {any: {atMost: {times: 2}}}",
            "p:2:25: 'atMost' lacks the property 'within'; add within: 90d"),
        argumentSet(
            "a group with a strange name",
            "policy: p\ncontact: {groups: {\"a b\": {invited: 9d}}}",
            "p:2:27: group must match [A-Za-z0-9][A-Za-z0-9._-]{0,63}, but was 'a b'"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsToldWithItsPlaceAndTheWayOut(String yaml, String message) {
    assertThatThrownBy(() -> PolicyReader.read("p", yaml))
        .isInstanceOf(SurveyFormatException.class)
        .hasMessage("1 mistake in the surveys:\n  " + message);
  }

  @Test
  void thePeopleAreBoundedAndNeverPrinted() {
    Set<String> people =
        IntStream.range(0, 10_001).mapToObj(i -> "p" + i).collect(Collectors.toSet());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policy.none().withDoNotAsk(people))
        .withMessage("doNotAsk must have at most 10000 entries, but has 10001");
    assertThat(POLICY.toString()).doesNotContain("ceo").startsWith("acme: [");
  }
}
