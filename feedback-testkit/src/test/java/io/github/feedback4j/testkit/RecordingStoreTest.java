package io.github.feedback4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.response.Submission;
import io.github.feedback4j.response.Violation;
import io.github.feedback4j.survey.Surveys;
import org.junit.jupiter.api.Test;

class RecordingStoreTest extends ResponseStoreContract {

  private final RecordingStore store = new RecordingStore();

  @Override
  protected ResponseStore store() {
    return store;
  }

  @Test
  void aBrokenStoreAsksTheRespondentToTryAgainAndTakesTheResponseOnceMended() {
    FakeFeedback fake = FakeFeedback.of(Surveys.csat("ticket-csat").on("ticket.closed"));
    Invitation invitation = fake.invite(Touchpoint.of("ticket.closed", "anna").subject("INC-1"));
    Response response = Response.to(invitation).rate("satisfaction", 4);
    fake.store().breakWith(new IllegalStateException("disk gone"));

    Submission refused = fake.feedback().submit(response);
    fake.store().mend();
    Submission kept = fake.feedback().submit(response);

    assertThat(refused).isInstanceOfSatisfying(Submission.Rejection.class, rejection -> {
      assertThat(rejection.isRetryable()).isTrue();
      assertThat(rejection.violations())
          .extracting(Violation::code)
          .containsExactly(Violation.Code.STORE_UNAVAILABLE);
    });
    assertThat(kept.orElseThrow().status()).isEqualTo(Submission.Receipt.Status.STORED);
    assertThat(fake.responses()).hasSize(1);
  }
}
