package io.github.feedback4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.prompt.Count;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.InMemoryLedger;
import io.github.feedback4j.prompt.InMemorySurveyCounters;
import io.github.feedback4j.prompt.SkipReason;
import io.github.feedback4j.prompt.SurveyCounters;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.survey.Quota;
import io.github.feedback4j.survey.Surveys;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedbackCountersTest {

  private static final SurveyCounters.Counter TOTAL =
      new SurveyCounters.Counter("csat/quota", Instant.EPOCH, SurveyCounters.Counter.NEVER);

  /** Counters that say whether they were closed. */
  private static final class Closeable implements SurveyCounters, AutoCloseable {

    private final SurveyCounters counters = new InMemorySurveyCounters();
    private boolean closed;

    @Override
    public Versioned load(Counter counter) {
      return counters.load(counter);
    }

    @Override
    public boolean compareAndSet(Counter counter, long version, Count next) {
      assertThat(closed).isFalse();
      return counters.compareAndSet(counter, version, next);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private final Closeable counters = new Closeable();
  private final InMemoryLedger ledger = new InMemoryLedger();

  @Test
  void countsInTheCountersThatItIsGiven() {
    try (Feedback feedback = feedback(1)) {
      assertThat(ask(feedback, "anna")).isInstanceOf(Decision.Ask.class);
    }
    try (Feedback another = feedback(1)) {
      assertThat(ask(another, "ben")).satisfies(FeedbackCountersTest::reached);
    }
  }

  @Test
  void givesItsSliceBackBeforeItClosesTheCounters() {
    try (Feedback feedback = feedback(1_600)) {
      ask(feedback, "anna");
      assertThat(counters.load(TOTAL).count().taken()).isEqualTo(100);
    }

    assertThat(counters.load(TOTAL).count().taken()).isEqualTo(1);
    assertThat(counters.closed).isTrue();
  }

  @Test
  void anAnswerThroughTheDoorKeepsItsUnit() {
    try (Feedback feedback = feedback(1)) {
      Decision.Ask ask = (Decision.Ask) ask(feedback, "anna");
      feedback.submit(Response.to(ask.invitation()).rate("satisfaction", 4)).orElseThrow();

      assertThat(ask(feedback, "ben")).satisfies(FeedbackCountersTest::reached);
      assertThat(counters.load(TOTAL).count().taken()).isEqualTo(1);
    }
  }

  private static void reached(Decision decision) {
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Skip.class,
            skip -> assertThat(skip.reason()).isEqualTo(SkipReason.QUOTA_REACHED));
  }

  private static Decision ask(Feedback feedback, String person) {
    return feedback.ask(Touchpoint.of("ticket.closed", person).subject("INC-1"));
  }

  private Feedback feedback(int quota) {
    counters.closed = false;
    return Feedback.builder()
        .survey(Surveys.csat("csat").on("ticket.closed").withQuota(Quota.total(quota)))
        .ledger(ledger)
        .counters(counters)
        .build();
  }
}
