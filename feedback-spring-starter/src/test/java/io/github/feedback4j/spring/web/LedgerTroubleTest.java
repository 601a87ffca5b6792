package io.github.feedback4j.spring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactHistory;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.spring.http.Problem;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

class LedgerTroubleTest {

  private static final Principal ANNA = () -> "anna";

  @Test
  void aLedgerThatIsDownTellsTheBrowserToSendAgainAndNotThatNobodyWasInvited() {
    Feedback feedback =
        Feedback.builder().surveys(List.of()).ledger(new BrokenLedger()).build();

    Problem problem = catchThrowableOfType(
        Problem.class, () -> PromptController.require(feedback, ANNA, new UUID(1, 1).toString()));

    ResponseEntity<byte[]> answer = problem.toResponse();
    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("5");
  }

  @Test
  void anInvitationThatIsNotThereIsUnknown() {
    Feedback feedback = Feedback.builder().surveys(List.of()).build();

    Problem problem = catchThrowableOfType(
        Problem.class, () -> PromptController.require(feedback, ANNA, new UUID(1, 1).toString()));

    assertThat(problem.toResponse().getStatusCode().value()).isEqualTo(404);
  }

  /** A ledger whose database is away. */
  private static final class BrokenLedger implements ContactLedger {

    @Override
    public Versioned load(RespondentKey respondent) {
      throw new IllegalStateException("database away");
    }

    @Override
    public Commit compareAndSet(RespondentKey respondent, long version, ContactHistory history) {
      throw new IllegalStateException("database away");
    }

    @Override
    public void erase(RespondentKey respondent) {
      throw new IllegalStateException("database away");
    }

    @Override
    public Set<String> paused() {
      throw new IllegalStateException("database away");
    }

    @Override
    public void setPaused(String survey, boolean paused) {
      throw new IllegalStateException("database away");
    }

    @Override
    public byte[] secretKey(byte[] proposed) {
      return proposed.clone();
    }
  }
}
