package io.github.feedback4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.response.Submission;
import io.github.feedback4j.response.Violation;
import io.github.feedback4j.survey.Surveys;
import org.junit.jupiter.api.Test;

class InMemoryResponseStoreTest extends ResponseStoreContract {

  private final InMemoryResponseStore store = new InMemoryResponseStore();

  @Override
  protected ResponseStore store() {
    return store;
  }

  @Test
  void aFullStoreRefusesNewResponsesAndStillTakesChanges() {
    Feedback feedback = Feedback.builder()
        .survey(Surveys.csat("ticket-csat").on("ticket.closed"))
        .store(new InMemoryResponseStore(1))
        .build();
    Response first = Response.to(invite(feedback, "anna")).rate("satisfaction", 2);
    feedback.submit(first).orElseThrow();

    Submission second =
        feedback.submit(Response.to(invite(feedback, "ben")).rate("satisfaction", 3));

    assertThat(second).isInstanceOfSatisfying(Submission.Rejection.class, rejection -> {
      assertThat(rejection.violations())
          .extracting(Violation::code)
          .containsExactly(Violation.Code.STORE_FULL);
      assertThat(rejection.isRetryable()).isTrue();
    });
    assertThat(feedback
            .submit(first.rate("satisfaction", 5).revision(2))
            .orElseThrow()
            .status())
        .isEqualTo(Submission.Receipt.Status.UPDATED);
  }

  @Test
  void refusesABoundOutOfRange() {
    assertThatThrownBy(() -> new InMemoryResponseStore(0))
        .hasMessage("maxResponses must be between 1 and 10000000, but was 0");
  }

  private static Invitation invite(Feedback feedback, String respondent) {
    return ((Decision.Ask) feedback.ask(Touchpoint.of("ticket.closed", respondent))).invitation();
  }
}
