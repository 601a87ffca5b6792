package io.github.feedback4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.Insights.Agreements;
import io.github.feedback4j.Insights.Course;
import io.github.feedback4j.Insights.Progress;
import io.github.feedback4j.Insights.ServiceGap;
import io.github.feedback4j.Scoreboard.State;
import io.github.feedback4j.insight.BernoulliCusum;
import io.github.feedback4j.insight.ChannelConsistency;
import io.github.feedback4j.insight.Difference;
import io.github.feedback4j.insight.Drivers;
import io.github.feedback4j.insight.Initiative;
import io.github.feedback4j.insight.InitiativeEffect;
import io.github.feedback4j.insight.MixAdjustment;
import io.github.feedback4j.insight.SlaGap;
import io.github.feedback4j.insight.TeamComparison;
import io.github.feedback4j.insight.Teams;
import io.github.feedback4j.insight.ThemeImpact;
import io.github.feedback4j.insight.TrendChart;
import io.github.feedback4j.insight.Verdict;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.response.Periods;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.LocalizedText;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InsightsTest {

  private static final Survey CSAT = Surveys.csat("ticket-csat").on("ticket.closed");
  private static final Query QUERY = Query.of("ticket-csat");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final Query SINCE_MONDAY = QUERY.from(at(MONDAY, 0));
  private static final Initiative LAPTOPS = new Initiative(
      "New laptops",
      MONDAY.plusDays(30),
      Map.of("service", "Laptops"),
      MetricDefinition.csat(),
      Initiative.Direction.RISE,
      Period.ofDays(30));

  private final InMemoryResponseStore store = new InMemoryResponseStore();
  private Instant now = at(MONDAY, 9);
  private int doors;
  private int tickets;
  private Feedback feedback = feedback(CSAT);

  private Feedback feedback(Survey... surveys) {
    return Feedback.builder()
        .surveys(List.of(surveys))
        .store(store)
        .time(() -> now)
        .pseudonymKey(new byte[16])
        .random(new SplittableRandom(++doors))
        .build();
  }

  @Nested
  class Change {

    @Test
    void isTheScoreAgainstTheTimeOfTheSameLengthBefore() {
      answers(5, 5, "before", each -> each);
      answers(5, 1, "too", each -> each);
      now = at(MONDAY.plusDays(8), 9);
      answers(9, 4, "after", each -> each);
      answers(1, 2, "still", each -> each);
      now = at(MONDAY.plusDays(14), 0);

      Difference change = insights().change(QUERY.last(Duration.ofDays(7))).orElseThrow();

      assertThat(change.value()).hasValue(90 - 50);
      assertThat(change.referenceN()).isEqualTo(10);
      assertThat(change.comparedN()).isEqualTo(10);
      assertThat(change)
          .isEqualTo(Difference.between(
              Score.of(Tally.of(MetricDefinition.csat(), Map.of(5, 5L, 1, 5L))),
              Score.of(Tally.of(MetricDefinition.csat(), Map.of(4, 9L, 2, 1L)))));
    }

    @Test
    void endsWhereTheQueryDoes() {
      answers(6, 1, "before", each -> each);
      now = at(MONDAY.plusDays(1), 9);
      answers(6, 5, "then", each -> each);
      now = at(MONDAY.plusDays(2), 9);
      answers(6, 1, "after", each -> each);
      Query tuesday = QUERY.between(at(MONDAY.plusDays(1), 0), at(MONDAY.plusDays(2), 0));

      assertThat(insights().change(tuesday).orElseThrow().value()).hasValue(100);
    }

    @Test
    void keepsTheFiltersAndTheLevelOfTheQuery() {
      answers(6, 1, "before", each -> each.team("Lyon"));
      answers(9, 5, "before", each -> each.team("Paris"));
      now = at(MONDAY.plusDays(8), 9);
      answers(6, 5, "after", each -> each.team("Lyon"));
      answers(9, 1, "after", each -> each.team("Paris"));
      Query lyon = QUERY.last(Duration.ofDays(7)).where("team", "Lyon").level(0.8);

      Difference change = insights().change(lyon).orElseThrow();

      assertThat(change.value()).hasValue(100);
      assertThat(change.level()).isEqualTo(0.8);
    }

    @Test
    void needsEnoughPeopleOnBothSides() {
      answers(4, 1, "before", each -> each);
      now = at(MONDAY.plusDays(8), 9);
      answers(9, 5, "after", each -> each);
      assertThat(insights().change(QUERY.last(Duration.ofDays(7)))).isEmpty();

      now = at(MONDAY.plusDays(16), 9);
      answers(4, 1, "later", each -> each);
      assertThat(insights().change(QUERY.last(Duration.ofDays(7)))).isEmpty();

      answers(1, 1, "and", each -> each);
      assertThat(insights().change(QUERY.last(Duration.ofDays(7)))).isPresent();
    }

    @Test
    void isNotThereForAQueryWithoutABeginningOrFromTheFuture() {
      answers(9, 5, "anna", each -> each);

      assertThat(insights().change(QUERY)).isEmpty();
      assertThat(insights().change(QUERY.from(now.plusSeconds(1)))).isEmpty();
    }
  }

  @Nested
  class OfTeams {

    @Test
    void eachStandsAgainstAllOthersTogether() {
      answers(10, 5, "anna", each -> each.team("Lyon"));
      answers(6, 1, "ben", each -> each.team("Paris"));
      answers(6, 4, "carla", each -> each.team("Geneva"));

      Teams teams = insights().teams(QUERY, "team");

      assertThat(teams.comparisons())
          .map(TeamComparison::team)
          .containsExactly("Geneva", "Lyon", "Paris");
      assertThat(teams.comparisons().get(1).score().value()).hasValue(100);
      // 6 of the other 12 are satisfied.
      assertThat(teams.comparisons().get(1).againstRest().value()).hasValue(100 - 50);
      assertThat(teams.findings())
          .filteredOn(each -> each.team().equals("Paris"))
          .map(TeamComparison::verdict)
          .containsExactly(Verdict.WORSE);
    }

    @Test
    void fourPeopleTakeNoPartAndTheNextSmallestHidesThem() {
      answers(4, 1, "anna", each -> each.team("Lyon"));
      answers(6, 4, "ben", each -> each.team("Paris"));
      answers(9, 4, "carla", each -> each.team("Geneva"));
      answers(10, 5, "dora", each -> each.team("Milan"));

      Teams teams = insights().teams(QUERY, "team");

      assertThat(teams.comparisons()).map(TeamComparison::team).containsExactly("Geneva", "Milan");
      assertThat(teams.overall().n()).isEqualTo(19);
    }

    @Test
    void otherFiltersCountAndThatOfTheDimensionDoesNot() {
      answers(6, 5, "anna", each -> each.team("Lyon").channel("portal"));
      answers(7, 4, "ben", each -> each.team("Paris").channel("portal"));
      answers(8, 1, "carla", each -> each.team("Paris").channel("phone"));
      answers(9, 1, "dora", each -> each.team("Lyon").channel("phone"));
      Query portal = QUERY.where("channel", "portal").where("team", "Lyon");

      assertThat(insights().teams(portal, "team").comparisons())
          .extracting(each -> each.score().n())
          .containsExactly(6L, 7L);
    }

    @Test
    void ofAValueThatIsHiddenNothingIsShown() {
      answers(4, 1, "anna", each -> each.team("Lyon").channel("chat"));
      answers(6, 5, "ben", each -> each.team("Paris").channel("phone"));
      answers(9, 5, "carla", each -> each.team("Paris").channel("portal"));

      // With the answers of the phone those of the chat would follow.
      assertThat(insights().teams(QUERY.where("channel", "phone"), "team").comparisons())
          .isEmpty();
      assertThat(insights().teams(QUERY.where("channel", "portal"), "team").comparisons())
          .hasSize(1);
    }

    @Test
    void aDimensionThatThereIsNotIsRefused() {
      assertThatThrownBy(() -> insights().teams(QUERY, "city"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("city");
    }
  }

  @Nested
  class OfChannels {

    @Test
    void areComparedWithTheMixOfServicesOfAllAnswers() {
      // Both make everybody happy with Mobiles and nobody with VPN; the phone gets the hard
      // tickets.
      answers(20, 5, "anna", each -> each.channel("portal").service("Mobiles"));
      answers(5, 1, "ben", each -> each.channel("portal").service("VPN"));
      answers(5, 5, "carla", each -> each.channel("phone").service("Mobiles"));
      answers(20, 1, "dora", each -> each.channel("phone").service("VPN"));

      ChannelConsistency channels = insights().channels(QUERY);

      assertThat(channels.channels())
          .map(ChannelConsistency.Channel::name)
          .containsExactly("phone", "portal");
      assertThat(channels.channels())
          .extracting(each -> each.crude().value().orElseThrow())
          .containsExactly(20.0, 80.0);
      assertThat(channels.channels())
          .extracting(each -> each.standardised().value())
          .allSatisfy(each -> assertThat(each).isCloseTo(50, within(1e-9)));
      assertThat(channels.covered()).isCloseTo(1, within(1e-12));
      assertThat(channels.finding()).isEqualTo(ChannelConsistency.Finding.CANNOT_TELL);
    }

    @Test
    void aChannelOfFourPeopleTakesNoPart() {
      answers(9, 5, "anna", each -> each.channel("portal").service("VPN"));
      answers(8, 1, "ben", each -> each.channel("phone").service("VPN"));
      answers(6, 5, "carla", each -> each.channel("walk-up").service("VPN"));
      // With five answers it would be compared: what counts is people.
      answers(4, 5, "dora", each -> each.channel("chat").service("VPN"));
      answers(1, 5, "dora", each -> each.channel("chat").service("VPN"));

      ChannelConsistency channels = insights().channels(QUERY);

      assertThat(channels.channels())
          .map(ChannelConsistency.Channel::name)
          .containsExactly("phone", "portal");
      assertThat(channels.tooFew()).isEmpty();
      assertThat(channels.worstPair().orElseThrow().lower()).isEqualTo("phone");
    }

    @Test
    void areThoseOfTheScope() {
      answers(9, 5, "anna", each -> each.team("Lyon").channel("portal").service("VPN"));
      answers(8, 1, "ben", each -> each.team("Lyon").channel("phone").service("VPN"));
      answers(30, 5, "carla", each -> each.team("Paris").channel("phone").service("VPN"));

      assertThat(insights().channels(QUERY.where("team", "Lyon")).channels())
          .extracting(each -> each.crude().n())
          .containsExactly(8L, 9L);
    }

    @Test
    void ofAValueThatIsHiddenNothingIsShown() {
      answers(4, 1, "anna", each -> each.team("Lyon").channel("phone").service("VPN"));
      answers(6, 1, "ben", each -> each.team("Paris").channel("phone").service("VPN"));
      answers(6, 5, "carla", each -> each.team("Paris").channel("portal").service("VPN"));
      answers(30, 5, "dora", each -> each.team("Geneva").channel("portal").service("VPN"));

      assertThat(insights().channels(QUERY.where("team", "Paris")).channels()).isEmpty();
    }
  }

  @Nested
  class OfAgreements {

    @Test
    void theSidesOfAllAndOfEachServiceAreCounted() {
      sla("VPN", 6, 4, 3, 5);
      sla("Mobiles", 1, 9, 6, 2);

      Agreements agreements = insights().agreements(QUERY);

      assertThat(agreements.all()).isEqualTo(SlaGap.of(7, 20, 9, 16, 0.95));
      assertThat(agreements.services())
          .containsExactly(
              new ServiceGap("Mobiles", SlaGap.of(1, 10, 6, 8, 0.95)),
              new ServiceGap("VPN", SlaGap.of(6, 10, 3, 8, 0.95)));
      assertThat(agreements.services().get(0).gap().finding()).isEqualTo(SlaGap.Finding.PREDICTS);
      assertThat(agreements.services().get(1).gap().finding().sentence())
          .isEqualTo("SLA does not predict experience here");
    }

    @Test
    void aServiceWithFourPeopleOnOneSideTakesNoPartAndTheNextSmallestHidesThem() {
      sla("ERP", 5, 5, 2, 2);
      sla("Mobiles", 5, 5, 3, 4);
      sla("Printing", 5, 5, 4, 4);
      sla("VPN", 5, 5, 3, 3);

      assertThat(insights().agreements(QUERY).services())
          .map(ServiceGap::service)
          .containsExactly("Mobiles", "Printing");
    }

    @Test
    void withFourPeopleWhoseSlaWasMissedNothingIsSaid() {
      sla("Mobiles", 5, 5, 2, 2);
      // Their second answers make eight, and still four people.
      sla("Mobiles", 0, 0, 2, 2);

      Agreements agreements = insights().agreements(QUERY);

      assertThat(agreements.all().finding()).isEqualTo(SlaGap.Finding.NOT_ENOUGH_DATA);
      assertThat(agreements.all().met()).isZero();
      assertThat(agreements.services()).isEmpty();
    }

    @Test
    void areThoseOfTheScope() {
      sla("VPN", 6, 4, 3, 5);
      sla("Mobiles", 1, 9, 6, 2);

      assertThat(insights().agreements(QUERY.where("service", "VPN")).all())
          .isEqualTo(SlaGap.of(6, 10, 3, 8, 0.95));
    }

    private void sla(String service, int unhappyMet, int met, int unhappyMissed, int missed) {
      answers(unhappyMet, 2, service + "-a", each -> each.service(service).slaMet(true));
      answers(met, 4, service + "-b", each -> each.service(service).slaMet(true));
      answers(unhappyMissed, 3, service + "-c", each -> each.service(service).slaMet(false));
      answers(missed, 5, service + "-d", each -> each.service(service).slaMet(false));
    }
  }

  @Nested
  class OfDrivers {

    @Test
    void aThemeCostsWhatTheOthersHaveAboveAll() {
      comments(6, 1, "slow", "Too slow");
      comments(4, 1, "plain", "Hm");
      comments(10, 5, "happy", "Thank you");
      answers(50, 5, "silent", each -> each);

      Drivers drivers = insights().drivers(QUERY);

      assertThat(drivers.impacts()).map(ThemeImpact::theme).containsExactly("speed");
      ThemeImpact speed = drivers.impacts().get(0);
      assertThat(speed.tagged()).isEqualTo(6);
      assertThat(speed.untagged()).isEqualTo(14);
      // 10 of 14 without it, 10 of 20 in all.
      assertThat(speed.impact().value()).isCloseTo(100 * (10 / 14.0 - 10 / 20.0), within(1e-9));
    }

    @Test
    void aThemeThatFourPeopleMentionTakesNoPart() {
      comments(6, 1, "slow", "Too slow");
      comments(10, 5, "happy", "Thank you");
      comments(4, 1, "vpn", "The VPN again");
      comments(1, 1, "vpn", "The VPN again");
      assertThat(themes()).containsExactly("speed");

      comments(1, 1, "another", "The VPN again");

      assertThat(themes()).containsExactlyInAnyOrder("network", "speed");
    }

    @Test
    void aThemeThatAllButFourPeopleMentionTakesNoPart() {
      comments(10, 1, "slow", "Too slow");
      comments(4, 5, "happy", "Thank you");
      comments(4, 5, "happy", "Thank you again");

      assertThat(themes()).isEmpty();
    }

    @Test
    void areThoseOfTheScope() {
      comments(9, 1, "slow", "Too slow");
      comments(10, 5, "happy", "Thank you");

      assertThat(insights().drivers(QUERY.where("team", "Lyon")).impacts()).isEmpty();
      assertThat(insights().drivers(QUERY.whereMissing("team")).impacts()).hasSize(1);
    }

    private List<String> themes() {
      Drivers drivers = insights().drivers(QUERY);
      assertThat(drivers.tooFew()).isEmpty();
      return drivers.impacts().stream().map(ThemeImpact::theme).toList();
    }

    private void comments(int persons, int rating, String name, String comment) {
      for (int i = 0; i < persons; i++) {
        answer(name + "-" + i, rating, each -> each, comment);
      }
    }
  }

  @Nested
  class OfTheCourse {

    @Test
    void weeksAreCountedAndTheFirstHalfOfTheAnswersIsUsual() {
      week(0, 2, 8);
      week(1, 3, 7);
      week(2, 6, 4);
      week(3, 1, 9);

      Course course = insights().course(SINCE_MONDAY);

      assertThat(course.chart().periods())
          .extracting(TrendChart.Period::unhappy)
          .containsExactly(2L, 3L, 6L, 1L);
      assertThat(course.chart().periods())
          .extracting(TrendChart.Period::answers)
          .containsOnly(10L);
      assertThat(course.usualShare()).hasValue(5 / 20.0);
      assertThat(course.alarms()).isEmpty();
      BernoulliCusum cusum = BernoulliCusum.watchingForDoubling(0.25);
      assertThat(course.answersToFalseAlarm()).hasValue(cusum.expectedAnswersToAlarm(0.25));
    }

    @Test
    void anAlarmComesOnTheDayOnWhichTheUnhappyHaveDoubled() {
      week(0, 1, 9);
      week(1, 1, 9);
      week(2, 1, 9);
      week(3, 15, 0);

      Course course = insights().course(SINCE_MONDAY);

      assertThat(course.alarms())
          .isNotEmpty()
          .allMatch(each -> each.noticed().equals(MONDAY.plusDays(21)));
    }

    @Test
    void aWeekOfFourPeopleTakesNoPartNorDoesTheOneThatHidesIt() {
      week(0, 0, 9);
      week(1, 0, 6);
      week(2, 4, 0);
      week(3, 0, 8);

      Course course = insights().course(SINCE_MONDAY);

      assertThat(course.chart().periods())
          .extracting(TrendChart.Period::answers)
          .containsExactly(9L, 0L, 0L, 8L);
      assertThat(course.usualShare()).hasValue(0.0);
    }

    @Test
    void isThatOfTheScopeAndTheTimeOfTheQuery() {
      week(0, 1, 9);
      answers(20, 1, "elsewhere", each -> each.team("Paris"));
      week(1, 2, 8);
      answers(20, 1, "elsewhere", each -> each.team("Paris"));
      week(2, 3, 7);
      Query lyon = QUERY
          .between(at(MONDAY.plusDays(7), 0), at(MONDAY.plusDays(14), 0))
          .where("team", "Lyon");

      assertThat(insights().course(lyon).chart().periods())
          .extracting(TrendChart.Period::unhappy)
          .containsExactly(2L);
    }

    @Test
    void needsABeginning() {
      assertThatThrownBy(() -> insights().course(QUERY))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a course needs a query with a beginning: use Query.last");
    }

    private void week(int week, int unhappy, int happy) {
      now = at(MONDAY.plusDays(7L * week), 9);
      answers(unhappy, 2, "bad-" + week, each -> each.team("Lyon"));
      answers(happy, 4, "good-" + week, each -> each.team("Lyon"));
    }
  }

  @Nested
  class OfAnInitiative {

    @Test
    void isTheScoreOfItsScopeAfterAgainstBefore() {
      laptops(0, 8, 2);
      answers(30, 5, "else", each -> each.service("VPN").channel("portal"));
      laptops(30, 2, 8);
      answers(30, 1, "else", each -> each.service("VPN").channel("portal"));
      now = at(LAPTOPS.until(), 9);

      Progress progress = insights().progress(LAPTOPS, QUERY);

      assertThat(progress.state()).isEqualTo(State.SHOWN);
      assertThat(Objects.requireNonNull(progress.before()).value()).hasValue(20);
      assertThat(Objects.requireNonNull(progress.after()).value()).hasValue(80);
      InitiativeEffect effect = Objects.requireNonNull(progress.effect());
      assertThat(effect.change().value()).hasValue(60);
      assertThat(effect.headline().value().orElseThrow()).isCloseTo(60, within(1e-9));
      assertThat(effect.isAsDeclared()).isTrue();
    }

    @Test
    void isAdjustedForTheMixOfChannels() {
      // Each channel stays as it is, and more people come by the one that makes them happy.
      laptops(0, "phone", 8, 0);
      laptops(0, "portal", 0, 6);
      laptops(30, "phone", 6, 0);
      laptops(30, "portal", 0, 12);

      InitiativeEffect effect =
          Objects.requireNonNull(insights().progress(LAPTOPS, QUERY).effect());

      assertThat(effect.change().value().orElseThrow())
          .isCloseTo(100 * (12 / 18.0 - 6 / 14.0), within(1e-9));
      assertThat(effect.headline().value().orElseThrow()).isCloseTo(0, within(1e-9));
      assertThat(effect.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void channelsOfFewPeopleAreOneStratumSoThatNoneOfThemIsShown() {
      laptops(0, "portal", 4, 6);
      laptops(0, "phone", 6, 0);
      laptops(0, "chat", 0, 3);
      laptops(30, "portal", 4, 6);
      laptops(30, "phone", 6, 0);
      laptops(30, "chat", 3, 4);
      laptops(30, "walk-up", 1, 0);

      InitiativeEffect effect =
          Objects.requireNonNull(insights().progress(LAPTOPS, QUERY).effect());

      MixAdjustment mix = Objects.requireNonNull(effect.mix());
      assertThat(mix.strata()).map(MixAdjustment.Stratum::name).containsExactly("others", "portal");
      Difference others = mix.strata().get(0).change();
      assertThat(others.referenceN()).isEqualTo(6 + 3);
      assertThat(others.comparedN()).isEqualTo(6 + 7 + 1);
    }

    @Test
    void withFourPeopleBeforeItIsHidden() {
      laptops(0, 2, 2);
      laptops(0, 2, 2);
      laptops(30, 2, 8);

      Progress progress = insights().progress(LAPTOPS, QUERY);

      assertThat(progress).isEqualTo(new Progress(LAPTOPS, State.HIDDEN, null, null, null, null));
    }

    @Test
    void withFourPeopleAfterItIsHidden() {
      laptops(0, 2, 8);
      laptops(30, 2, 2);

      assertThat(insights().progress(LAPTOPS, QUERY).state()).isEqualTo(State.HIDDEN);
    }

    @Test
    void isHiddenWhereItsScopeIs() {
      laptops(0, 3, 3);
      laptops(30, 3, 3);
      answers(4, 1, "few", each -> each.service("ERP").channel("portal"));
      answers(30, 1, "many", each -> each.service("VPN").channel("portal"));

      // With the answers about Laptops those about the ERP would follow.
      assertThat(insights().progress(LAPTOPS, QUERY).state()).isEqualTo(State.HIDDEN);
    }

    @Test
    void withoutAnswersOnOneSideThereIsNothingToSee() {
      laptops(0, 3, 3);

      assertThat(insights().progress(LAPTOPS, QUERY).state()).isEqualTo(State.NO_ANSWERS);
    }

    @Test
    void whileItIsNotOverSomebodyWhoLooksEveryDayMayLookToday() {
      laptops(0, 25, 5);
      laptops(30, 1, 14);
      laptops(31, 1, 14);

      Progress progress = insights().progress(LAPTOPS, QUERY);

      var look = Objects.requireNonNull(progress.lookedAtToday());
      assertThat(look.day()).isEqualTo(MONDAY.plusDays(31));
      assertThat(look.reference().n()).isEqualTo(30);
      assertThat(look.compared().n()).isEqualTo(30);
      assertThat(look.interval()).isNotNull();
      assertThat(look.verdict()).isEqualTo(Verdict.BETTER);

      now = at(LAPTOPS.until(), 0);
      assertThat(insights().progress(LAPTOPS, QUERY).lookedAtToday()).isNull();
    }

    @Test
    void anotherMetricThanThatOfTheRatingIsRefused() {
      Initiative other = new Initiative(
          "Kinder words",
          MONDAY,
          Map.of(),
          MetricDefinition.nps(),
          Initiative.Direction.RISE,
          Period.ofDays(30));

      assertThatThrownBy(() -> insights().progress(other, QUERY))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "initiative 'Kinder words' was declared for nps (0–10), but the rating 'satisfaction' measures csat (1–5); declare it for that one, or ask for another rating");
    }

    private void laptops(int day, int unhappy, int happy) {
      laptops(day, "portal", unhappy, happy);
    }

    private void laptops(int day, String channel, int unhappy, int happy) {
      now = at(MONDAY.plusDays(day), 9);
      answers(unhappy, 1, "bad", each -> each.service("Laptops").channel(channel));
      answers(happy, 5, "good", each -> each.service("Laptops").channel(channel));
    }
  }

  @Test
  void theSumsAreThoseOfTheDoorTheScoreboardAndTheResponses() {
    SplittableRandom random = new SplittableRandom(1);
    List<String> services = List.of("ERP", "Mobiles", "VPN");
    for (int i = 0; i < 600; i++) {
      now = at(MONDAY.plusDays(i / 12), 9);
      String team = "team-" + random.nextInt(4);
      String channel = random.nextBoolean() ? "phone" : "portal";
      String service = services.get(random.nextInt(3));
      boolean met = random.nextInt(3) > 0;
      answer(
          "person-" + random.nextInt(80),
          1 + random.nextInt(5),
          each -> each.team(team).channel(channel).service(service).slaMet(met),
          random.nextBoolean() ? "Too slow" : "Thank you");
    }
    Query query = SINCE_MONDAY.where("channel", "phone");
    Tally door = feedback.score(query).tally();
    Tally board = Objects.requireNonNull(feedback
            .scoreboard(SmallGroupGuard.atLeast(5))
            .overview(query, List.of("team"), new Periods(MONDAY, 7))
            .score())
        .tally();
    int[] ratings = store.newest(ResponseFilter.of(CSAT.key()), 1_000).stream()
        .filter(each -> "phone".equals(each.invitation().accountability().get("channel")))
        .mapToInt(InsightsTest::rating)
        .toArray();

    Teams teams = insights().teams(query, "team");
    Agreements agreements = insights().agreements(query);
    Drivers drivers = insights().drivers(query);
    Course course = insights().course(query);

    assertThat(door).isEqualTo(board).isEqualTo(Tally.ofAnswers(MetricDefinition.csat(), ratings));
    assertThat(teams.overall().tally()).isEqualTo(door);
    for (TeamComparison each : teams.comparisons()) {
      assertThat(each.score().tally())
          .isEqualTo(feedback.score(query.where("team", each.team())).tally());
    }
    assertThat(agreements.all().met() + agreements.all().missed()).isEqualTo(door.n());
    assertThat(agreements.all().unhappyMet() + agreements.all().unhappyMissed())
        .isEqualTo(door.count("unsatisfied"));
    assertThat(agreements.services())
        .map(each -> each.gap().met())
        .containsExactlyElementsOf(services.stream()
            .map(each ->
                feedback.score(query.where("service", each).where("sla", "met")).n())
            .toList());
    assertThat(drivers.impacts()).allMatch(each -> each.tagged() + each.untagged() == door.n());
    assertThat(course.chart().periods().stream()
            .mapToLong(TrendChart.Period::answers)
            .sum())
        .isEqualTo(door.n());
    assertThat(insights().channels(SINCE_MONDAY).channels())
        .extracting(each -> each.crude().tally())
        .contains(door);
  }

  @Test
  void answersToAVersionWithAnotherMetricAreLeftOutEverywhere() {
    Survey sevenPoints = Survey.of(
            "ticket-csat",
            Question.rating(
                "satisfaction",
                LocalizedText.of("en", "How satisfied are you?"),
                MetricDefinition.csat(7)),
            Question.text("comment", LocalizedText.of("en", "Anything else?")))
        .withVersion(2)
        .on("ticket.closed");
    UnaryOperator<Accountability> where =
        each -> each.team("Lyon").channel("portal").service("Laptops").slaMet(true);
    for (int day : new int[] {0, 31}) {
      now = at(MONDAY.plusDays(day), 9);
      feedback = feedback(CSAT);
      slow(9, 1, where);
      feedback = feedback(CSAT, sevenPoints);
      slow(8, 7, where);
    }
    feedback = feedback(CSAT);
    assertSeven(18, 9);

    feedback = feedback(CSAT, sevenPoints);
    assertSeven(16, 8);
  }

  /** Everything counts so many answers, half of them in each month, and nothing else. */
  private void assertSeven(int all, int half) {
    Initiative laptops = new Initiative(
        LAPTOPS.name(),
        LAPTOPS.start(),
        LAPTOPS.scope(),
        Objects.requireNonNull(feedback.surveys().get(0).firstRating()).metric(),
        LAPTOPS.direction(),
        LAPTOPS.horizon());
    assertThat(insights().teams(QUERY, "team").overall().n()).isEqualTo(all);
    assertThat(insights().course(SINCE_MONDAY).chart().periods().stream()
            .mapToLong(TrendChart.Period::answers)
            .sum())
        .isEqualTo(all);
    assertThat(insights()
            .change(QUERY.from(at(MONDAY.plusDays(30), 0)).until(at(MONDAY.plusDays(60), 0)))
            .orElseThrow()
            .referenceN())
        .isEqualTo(half);
    assertThat(
            Objects.requireNonNull(insights().progress(laptops, QUERY).before()).n())
        .isEqualTo(half);
    assertThat(insights().drivers(QUERY).tooFew()).isEmpty();
  }

  private void slow(int persons, int rating, UnaryOperator<Accountability> where) {
    for (int i = 0; i < persons; i++) {
      answer("person-" + i, rating, where, "Too slow");
    }
  }

  @Test
  void findingsThatAreReadOnceAreThoseThatAreReadAlone() {
    answers(9, 5, "a", a -> a.team("Lyon").service("VPN").channel("chat").slaMet(true));
    answers(7, 1, "b", a -> a.team("Paris").service("VPN").channel("phone").slaMet(false));
    slow(8, 2, a -> a.team("Paris").service("Mail").channel("chat").slaMet(true));
    answers(3, 1, "d", a -> a.team("Geneva").service("Mail").channel("phone").slaMet(false));
    now = now.plus(Duration.ofDays(9));
    answers(12, 4, "e", a -> a.team("Lyon").service("Mail").channel("chat").slaMet(true));

    for (Query query : List.of(
        SINCE_MONDAY, SINCE_MONDAY.where("service", "VPN"), SINCE_MONDAY.where("team", "Geneva"))) {
      Findings findings = insights().findings(query);

      assertThat(findings.change()).isEqualTo(insights().change(query));
      assertThat(figures(findings.teams("team")))
          .isEqualTo(figures(insights().teams(query, "team")));
      assertThat(figures(findings.channels())).isEqualTo(figures(insights().channels(query)));
      assertThat(findings.agreements()).isEqualTo(insights().agreements(query));
      assertThat(figures(findings.drivers())).isEqualTo(figures(insights().drivers(query)));
      assertThat(figures(findings.course())).isEqualTo(figures(insights().course(query)));
    }
    assertThat(figures(insights().findings(SINCE_MONDAY).teams("team"))).isNotEmpty();
  }

  private static List<Object> figures(Teams teams) {
    return teams.comparisons().stream()
        .flatMap(each -> Stream.<Object>of(each.team(), each.score()))
        .toList();
  }

  private static List<Object> figures(ChannelConsistency channels) {
    return channels.channels().stream()
        .flatMap(each -> Stream.<Object>of(each.name(), each.crude()))
        .toList();
  }

  private static List<Object> figures(Drivers drivers) {
    return drivers.impacts().stream()
        .flatMap(each -> Stream.<Object>of(each.theme(), each.tagged(), each.untagged()))
        .toList();
  }

  private static List<Object> figures(Course course) {
    return Stream.concat(
            Stream.<Object>of(course.usualShare()),
            course.chart().periods().stream()
                .flatMap(each -> Stream.<Object>of(each.first(), each.answers())))
        .toList();
  }

  @Test
  void withoutAnswersNothingIsClaimed() {
    assertThat(insights().change(QUERY.last(Duration.ofDays(7)))).isEmpty();
    assertThat(insights().teams(QUERY, "team").comparisons()).isEmpty();
    assertThat(insights().channels(QUERY).finding())
        .isEqualTo(ChannelConsistency.Finding.NOT_ENOUGH_DATA);
    assertThat(insights().agreements(QUERY).all().finding())
        .isEqualTo(SlaGap.Finding.NOT_ENOUGH_DATA);
    assertThat(insights().agreements(QUERY).services()).isEmpty();
    assertThat(insights().drivers(QUERY).impacts()).isEmpty();
    Course course = insights().course(SINCE_MONDAY);
    assertThat(course.usualShare()).isEmpty();
    assertThat(course.chart().periods()).isEmpty();
    assertThat(course.alarms()).isEmpty();
    assertThat(course.answersToFalseAlarm()).isEmpty();
    assertThat(insights().progress(LAPTOPS, QUERY).state()).isEqualTo(State.NO_ANSWERS);
  }

  static Stream<Arguments> questions() {
    Query nowhere = Query.of("nowhere").last(Duration.ofDays(7));
    return Stream.of(
        question("change", each -> each.change(nowhere)),
        question("teams", each -> each.teams(nowhere, "team")),
        question("channels", each -> each.channels(nowhere)),
        question("agreements", each -> each.agreements(nowhere)),
        question("drivers", each -> each.drivers(nowhere)),
        question("course", each -> each.course(nowhere)),
        question("progress", each -> each.progress(LAPTOPS, nowhere)));
  }

  private static Arguments question(String name, Consumer<Insights> question) {
    return argumentSet(name, question);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void aSurveyThatThereIsNotIsNamed(Consumer<Insights> question) {
    assertThatThrownBy(() -> question.accept(insights()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no survey 'nowhere'; the surveys are [ticket-csat]");
  }

  static Stream<Arguments> unhappy() {
    return Stream.of(
        argumentSet("csat", MetricDefinition.csat(), Set.of("unsatisfied")),
        argumentSet("nps", MetricDefinition.nps(), Set.of("detractor")),
        argumentSet("nsat", MetricDefinition.nsat(), Set.of("dissatisfied")),
        argumentSet("mean of 1 to 5", MetricDefinition.csatMean(5), Set.of("1", "2")),
        argumentSet("mean of 1 to 7", MetricDefinition.cesMean(), Set.of("1", "2", "3")),
        argumentSet("effort, where less is better", MetricDefinition.ces1(), Set.of("4", "5")));
  }

  @ParameterizedTest
  @MethodSource("unhappy")
  void unhappyIsWhoGivesOneOfTheScoresOfTheWorstThird(
      MetricDefinition metric, Set<String> classes) {
    assertThat(Insights.unhappyClasses(metric)).isEqualTo(classes);
  }

  private Insights insights() {
    return feedback.insights(SmallGroupGuard.atLeast(5));
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
  }

  private void answers(
      int persons, int rating, String name, UnaryOperator<Accountability> accountability) {
    for (int i = 0; i < persons; i++) {
      answer(name + "-" + i, rating, accountability, "");
    }
  }

  private void answer(
      String person, int rating, UnaryOperator<Accountability> accountability, String comment) {
    Decision decision = feedback.ask(Touchpoint.of("ticket.closed", person)
        .subject("INC-" + ++tickets)
        .accountable(accountability));
    assertThat(decision).isInstanceOf(Decision.Ask.class);
    Response response =
        Response.to(((Decision.Ask) decision).invitation()).rate("satisfaction", rating);
    feedback.submit(response.comment(comment)).orElseThrow();
  }

  private static int rating(AcceptedResponse response) {
    return ((Answer.Rating) Objects.requireNonNull(response.answer("satisfaction"))).value();
  }
}
