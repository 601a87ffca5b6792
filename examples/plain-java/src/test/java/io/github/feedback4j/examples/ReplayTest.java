package io.github.feedback4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.SkipReason;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d ().-]{8,}\\d");

  private final List<Experience> experiences = TicketGenerator.generate(TicketGenerator.SEED);
  private final ResponseStore store = new InMemoryResponseStore();
  private final AtomicInteger progress = new AtomicInteger();
  private final Replay.Decisions decisions = replay();

  private Replay.Decisions replay() {
    ReplayClock clock = new ReplayClock(experiences.get(0).ticket().closedAt());
    try (Feedback feedback = ReplayMain.feedback(clock, store)) {
      return new Replay(feedback, clock, new RespondentModel(TicketGenerator.SEED + 1))
          .run(experiences, progress::set);
    }
  }

  @Test
  void everyTicketIsEitherAskedAboutOrSkipped() {
    assertThat(decisions.asked().size() + decisions.skipped().size())
        .isEqualTo(experiences.size())
        .isEqualTo(progress.get());
    List<Ticket> tickets = new ArrayList<>();
    decisions.asked().forEach(each -> tickets.add(each.ticket()));
    decisions.skipped().forEach(each -> tickets.add(each.ticket()));
    assertThat(tickets)
        .containsExactlyInAnyOrderElementsOf(
            experiences.stream().map(Experience::ticket).toList());
  }

  @Test
  void nobodyIsAskedTwiceWithinFourteenDays() {
    assertThat(gaps(each -> true))
        .isNotEmpty()
        .allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(Duration.ofDays(14)));
  }

  @Test
  void nobodyIsAskedToRecommendTwiceWithinNinetyDays() {
    assertThat(gaps(each -> each.survey().equals(ReplayMain.NPS)))
        .allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(Duration.ofDays(90)));
  }

  /** Returns the times between one invitation of a person and the next, by the id in the file. */
  private List<Duration> gaps(Predicate<Invitation> condition) {
    List<Duration> gaps = new ArrayList<>();
    decisions.asked().stream()
        .filter(each -> condition.test(each.invitation()))
        .collect(Collectors.groupingBy(each -> each.ticket().requester()))
        .values()
        .forEach(asked -> {
          List<Instant> times = asked.stream()
              .map(each -> each.ticket().closedAt())
              .sorted(Comparator.naturalOrder())
              .toList();
          for (int i = 1; i < times.size(); i++) {
            gaps.add(Duration.between(times.get(i - 1), times.get(i)));
          }
        });
    return gaps;
  }

  @Test
  void ticketsOfLowPriorityAreOutsideTheAudience() {
    assertThat(decisions.skipped())
        .filteredOn(each -> each.ticket().priority().equals("low"))
        .isNotEmpty()
        .allMatch(each -> each.skip().reason() == SkipReason.NOT_IN_AUDIENCE);
    assertThat(decisions.asked()).noneMatch(each -> each.ticket().priority().equals("low"));
    assertThat(decisions.skipped())
        .map(each -> each.skip().reason())
        .contains(SkipReason.COOLING_DOWN, SkipReason.NOT_SAMPLED, SkipReason.OPTED_OUT);
  }

  @Test
  void noStoredCommentHasAnAddressOrAPhoneNumber() {
    List<String> comments = new ArrayList<>();
    for (String survey : List.of(ReplayMain.CSAT, ReplayMain.NPS)) {
      for (AcceptedResponse each : store.newest(ResponseFilter.of(survey), 10_000)) {
        if (each.answer("comment") instanceof Answer.Text text) {
          comments.add(text.text());
        }
      }
    }

    assertThat(comments).hasSizeGreaterThan(300);
    assertThat(comments)
        .noneMatch(each -> ADDRESS.matcher(each).find())
        .noneMatch(each -> NUMBER.matcher(each).find())
        .anyMatch(each -> each.contains("<EMAIL>"))
        .anyMatch(each -> each.contains("<PHONE>"));
  }

  @Test
  void everyAnswerBelongsToAnInvitationAndCountsForItsTeam() {
    List<Invitation> invitations =
        decisions.asked().stream().map(Replay.Asked::invitation).toList();

    List<AcceptedResponse> responses = store.newest(ResponseFilter.of(ReplayMain.CSAT), 10_000);

    assertThat(responses).hasSizeGreaterThan(500);
    assertThat(responses)
        .map(AcceptedResponse::invitation)
        .doesNotHaveDuplicates()
        .isSubsetOf(invitations);
    assertThat(responses).allMatch(each -> each.invitation().accountability().get("team") != null);
  }
}
