package io.github.feedback4j.testkit;

import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.FactorsQuestion.Band;
import io.github.feedback4j.survey.LocalizedText;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Question.Choice;
import io.github.feedback4j.survey.Survey;
import java.util.List;

/** A survey with a question of every type, and somebody who answers all of it. */
final class EveryQuestion {

  static final ResponseFilter FILTER = ResponseFilter.of("every-question");

  private static final LocalizedText TEXT = LocalizedText.of("en", "Tell us.");
  private static final Choice LAPTOP = Choice.of("laptop", TEXT);
  private static final Choice PHONE = Choice.of("phone", TEXT);

  private EveryQuestion() {}

  static FakeFeedback feedback() {
    return FakeFeedback.of(survey());
  }

  static Survey survey() {
    return Survey.of(
            "every-question",
            Question.rating("satisfaction", TEXT, MetricDefinition.csat()),
            Question.singleChoice("channel", TEXT, PHONE, Choice.of("mail", TEXT))
                .withOther(TEXT),
            Question.multiChoice("devices", TEXT, LAPTOP, PHONE).withOther(TEXT),
            Question.matrix("aspects", TEXT, MetricDefinition.csat(), LAPTOP, PHONE),
            Question.ranking("best", TEXT, LAPTOP, PHONE),
            Question.consent("call", TEXT).visibleWhen(Condition.eq("vip", true)),
            Question.lostTime("lost", TEXT),
            Question.expectation("expected", TEXT, MetricDefinition.csat()),
            Question.factors("why", TEXT, "satisfaction", new Band(1, 3, List.of(LAPTOP, PHONE))),
            Question.statement("thanks", TEXT).visibleWhen(Condition.present("tags")),
            Question.text("comment", TEXT).requiredUpTo("satisfaction", 2))
        .on("ticket.closed");
  }

  static Response answer(FakeFeedback feedback) {
    Touchpoint touchpoint = Touchpoint.of("ticket.closed", "anna")
        .attribute("vip", true)
        .attribute("tags", List.of("a", "\u00e9"))
        .attribute("salary", 1);
    return Response.to(feedback.invite(touchpoint))
        .rate("satisfaction", 2)
        .with(new Answer.Choice("channel", "other", "by fax"))
        .with(new Answer.Choices(
            "devices", List.of("phone", "other", "laptop"), "the slow VPN, and the VPN client"))
        .rateRow("aspects", "phone", 1)
        .rateRow("aspects", "laptop", 5)
        .rank("best", "phone", "laptop")
        .consent("call", false)
        .lostMinutes("lost", 90)
        .rate("expected", 5)
        .chooseAll("why", "laptop")
        .comment("The VPN is slow");
  }
}
