package io.github.feedback4j.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.privacy.Redaction;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.LocalizedText;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Question.Choice;
import io.github.feedback4j.survey.Survey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Open options and conditions, from the touchpoint to the store. */
class QuestionsThroughTheDoorTest {

  private static final LocalizedText TEXT = LocalizedText.of("en", "What do you use?");

  private final InMemoryResponseStore store = new InMemoryResponseStore();
  private final Feedback feedback = Feedback.builder()
      .store(store)
      .survey(Survey.of(
              "devices",
              Question.multiChoice(
                      "devices", TEXT, Choice.of("laptop", TEXT), Choice.of("phone", TEXT))
                  .withOther(TEXT),
              Question.singleChoice(
                      "main", TEXT, Choice.of("laptop", TEXT), Choice.of("phone", TEXT))
                  .withOther(TEXT),
              Question.consent("call", TEXT).visibleWhen(Condition.eq("vip", true)))
          .on("ticket.closed"))
      .build();

  @AfterEach
  void close() {
    feedback.close();
  }

  @Test
  void wordsBesideTheOpenOptionAreRedactedTaggedAndListedLikeComments() {
    Response response = Response.to(invite(Attributes.none()))
        .with(new Answer.Choices(
            "devices", List.of("laptop", "other"), "the VPN box, ask anna@example.org"))
        .with(new Answer.Choice("main", "other", " \n"));

    feedback.submit(response).orElseThrow();

    AcceptedResponse kept = store.newest(ResponseFilter.of("devices"), 1).get(0);
    assertThat(kept.answers())
        .containsExactly(
            new Answer.Choices("devices", List.of("laptop", "other"), "the VPN box, ask <EMAIL>"),
            new Answer.Choice("main", "other"));
    assertThat(kept.redactions()).isEqualTo(Map.of(Redaction.Kind.EMAIL, 1));
    assertThat(kept.mentions()).containsKey("devices");
    assertThat(store.comments(CommentFilter.of(ResponseFilter.of("devices")), 10))
        .hasSize(1);
  }

  @Test
  void aChoiceWithoutWordsIsNoComment() {
    feedback
        .submit(Response.to(invite(Attributes.none())).choose("main", "other"))
        .orElseThrow();

    assertThat(store.comments(CommentFilter.of(ResponseFilter.of("devices")), 10))
        .isEmpty();
  }

  @Test
  void theInvitationFreezesWhatConditionsOfQuestionsNameAndTheCheckUsesIt() {
    Invitation vip = invite(Attributes.none().with("vip", true).with("salary", 1_000_000));

    assertThat(vip.attributes()).isEqualTo(Attributes.none().with("vip", true));
    assertThat(feedback.submit(Response.to(vip).consent("call", true)))
        .isInstanceOf(Submission.Receipt.class);
  }

  @Test
  void whatTheLedgerFrozeCountsNotWhatComesBackWithTheResponse() {
    Invitation plain = invite(Attributes.none());
    Invitation forged = new Invitation(
        plain.id(),
        plain.survey(),
        plain.surveyVersion(),
        plain.respondent(),
        plain.event(),
        plain.subject(),
        plain.invitedAt(),
        plain.expiresAt(),
        plain.inclusionProbability(),
        plain.accountability(),
        plain.locale(),
        Attributes.none().with("vip", true));

    Submission submission = feedback.submit(Response.to(forged).consent("call", true));

    assertThat(((Submission.Rejection) submission).violations())
        .extracting(Violation::code)
        .containsExactly(Violation.Code.NOT_VISIBLE);
  }

  private Invitation invite(Attributes attributes) {
    Decision decision = feedback.ask(Touchpoint.of("ticket.closed", "anna").with(attributes));
    return Objects.requireNonNull(decision instanceof Decision.Ask ask ? ask.invitation() : null);
  }
}
