package io.github.feedback4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.examples.RespondentModel.Act;
import io.github.feedback4j.examples.RespondentModel.Reaction;
import io.github.feedback4j.survey.FactorsQuestion;
import io.github.feedback4j.survey.LocalizedText;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Question.Choice;
import io.github.feedback4j.survey.QuestionRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RespondentModelTest {

  private static final Instant NEW_EXPENSES = Instant.parse("2026-05-11T00:00:00Z");

  private final List<Experience> experiences = TicketGenerator.generate(TicketGenerator.SEED);

  @Test
  void newTravelExpensesChangeSomeCommentsAndNothingElse() {
    RespondentModel without = new RespondentModel(1);
    RespondentModel with = new RespondentModel(1, NEW_EXPENSES);
    List<Experience> changed = new ArrayList<>();
    for (Experience each : experiences) {
      Reaction before = without.react(each, MetricDefinition.csat());
      Reaction after = with.react(each, MetricDefinition.csat());

      assertThat(withComment(after, before.comment())).isEqualTo(before);
      if (!after.comment().equals(before.comment())) {
        assertThat(after.comment().reason()).isEqualTo("expenses");
        assertThat(after.comment().text()).containsPattern("expenses|frais");
        changed.add(each);
      }
    }

    assertThat(changed)
        .hasSizeBetween(20, 60)
        .noneMatch(each -> each.ticket().closedAt().isBefore(NEW_EXPENSES))
        .anyMatch(each -> each.ticket().language().equals("en"))
        .anyMatch(each -> each.ticket().language().equals("fr"));
  }

  private static Reaction withComment(Reaction reaction, CommentBook.Comment comment) {
    return new Reaction(
        reaction.act(), reaction.seenAfter(), reaction.actsAfter(), reaction.rating(), comment);
  }

  @Test
  void mostOfThoseWhoCommentChooseTheReasonOfTheirComment() {
    List<List<String>> chosen = chosen("communication");

    assertThat(chosen)
        .filteredOn(each -> !each.isEmpty())
        .hasSizeBetween(experiences.size() * 7 / 10, experiences.size() * 8 / 10)
        .allSatisfy(each -> assertThat(each).doesNotHaveDuplicates().hasSizeBetween(1, 2));
    assertThat(chosen)
        .filteredOn(List.of("communication")::equals)
        .hasSizeBetween(experiences.size() * 6 / 10, experiences.size() * 75 / 100);
  }

  @Test
  void mostOfThoseWhoCommentOnSomethingElseChooseNothing() {
    assertThat(chosen("network"))
        .filteredOn(each -> !each.isEmpty())
        .hasSizeBetween(experiences.size() / 20, experiences.size() / 10)
        .noneMatch(each -> each.contains("network"));
  }

  /** Returns what was behind a low rating of each ticket, for people who comment for this reason. */
  private List<List<String>> chosen(String reason) {
    FactorsQuestion question = new FactorsQuestion(
        "wrong",
        LocalizedText.of("en", "What?"),
        QuestionRules.none(),
        "satisfaction",
        List.of(new FactorsQuestion.Band(
            1,
            5,
            Stream.of("speed", "resolution", "follow-up", "communication")
                .map(each -> Choice.of(each, LocalizedText.of("en", each)))
                .toList())),
        4);
    RespondentModel model = new RespondentModel(1);
    Reaction reaction = new Reaction(
        Act.ANSWERS, Duration.ZERO, Duration.ZERO, 1, new CommentBook.Comment(reason, "Words."));
    return experiences.stream()
        .map(each -> model.blame(each, question, reaction))
        .toList();
  }
}
