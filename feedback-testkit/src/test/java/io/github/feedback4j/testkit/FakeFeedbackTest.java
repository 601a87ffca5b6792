package io.github.feedback4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FakeFeedbackTest {

  private static final Survey CSAT = Surveys.csat("ticket-csat").on("ticket.closed");
  private static final Touchpoint TICKET =
      Touchpoint.of("ticket.closed", "anna").subject("INC-1");

  @Test
  void remembersWhatTheCodeUnderTestSubmitted() {
    FakeFeedback fake = FakeFeedback.of(CSAT);

    fake.feedback()
        .submit(Response.to(fake.invite(TICKET)).rate("satisfaction", 4).comment("Kind"));

    assertThat(fake.responses())
        .singleElement()
        .extracting(AcceptedResponse::answers)
        .asString()
        .contains("value=4");
  }

  @Test
  void makesTheSameInvitationIdsInEveryRun() {
    Invitation first = FakeFeedback.of(CSAT).invite(TICKET);

    assertThat(FakeFeedback.of(CSAT).invite(TICKET).id()).isEqualTo(first.id());
    assertThat(FakeFeedback.seeded(43, ContactRules.none(), CSAT).invite(TICKET).id())
        .isNotEqualTo(first.id());
  }

  @Test
  void failsWithTheExplanationWhenNobodyIsAsked() {
    FakeFeedback fake = FakeFeedback.of(ContactRules.atMostOncePer(Duration.ofDays(30)), CSAT);
    fake.invite(TICKET);

    assertThatThrownBy(() -> fake.invite(Touchpoint.of("ticket.closed", "anna").subject("INC-2")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("STOP CONTACT_RULES: COOLING_DOWN");
  }

  @Test
  void movesThroughTimeWithTheTest() {
    FakeFeedback fake = FakeFeedback.of(ContactRules.atMostOncePer(Duration.ofDays(30)), CSAT);
    fake.invite(TICKET);

    fake.time().advance(Duration.ofDays(30));

    assertThat(fake.invite(Touchpoint.of("ticket.closed", "anna").subject("INC-2")))
        .isNotNull();
  }
}
