package io.github.feedback4j.survey;

import static io.github.feedback4j.survey.Condition.all;
import static io.github.feedback4j.survey.Condition.any;
import static io.github.feedback4j.survey.Condition.eq;
import static io.github.feedback4j.survey.Condition.gt;
import static io.github.feedback4j.survey.Condition.in;
import static io.github.feedback4j.survey.Condition.not;
import static io.github.feedback4j.survey.Condition.present;

import io.github.feedback4j.survey.ContactRule.Since;
import io.github.feedback4j.survey.ContactRules.Boundary;
import io.github.feedback4j.survey.FactorsQuestion.Band;
import io.github.feedback4j.survey.MetricDefinition.Direction;
import io.github.feedback4j.survey.MetricDefinition.ScoreClass;
import io.github.feedback4j.survey.Question.Choice;
import io.github.feedback4j.survey.Question.Presentation;
import io.github.feedback4j.survey.StatementQuestion.Link;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** What {@code maximal.yaml} and {@code maximal.json} say, written in Java. */
final class MaximalSurvey {

  private MaximalSurvey() {}

  static Survey survey() {
    return Survey.build("ticket-csat", parts -> {
          parts.defaultLocale = Locale.CANADA_FRENCH;
          parts.questions = questions();
        })
        .withVersion(3)
        .withStatus(SurveyStatus.PAUSED)
        .withPriority(-5)
        .withWindow(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-12-31T22:00:00Z"))
        .withExpiresAfter(Duration.ofDays(10))
        .withEditableFor(Duration.ofMinutes(90))
        .withAnonymity(Anonymity.ANONYMOUS)
        .withOnDemand(true)
        .withMissingLocale(MissingLocale.SKIP)
        .withTitle(text("Votre avis", "Your feedback"))
        .on("ticket.closed")
        .on(Trigger.on("ticket.resolved").when(in("priority", "high", "critical")))
        .withAudience(all(
            eq("vip", true),
            eq("site", "75"),
            any(gt("reopened", 1.5), eq("reopened", 0), in("tier", 1, 2)),
            not(present("contractor"))))
        .withSampling(Sampling.touchpoints(0.25).withSalt("ticket-csat-2025"))
        .withContactRules(contactRules())
        .withGroups("tickets", "it")
        .withExclusions(EnumSet.of(Exclusion.SELF_CLOSED, Exclusion.SPAM))
        .withDisplay(Display.untilAnswered(4))
        .withQuota(Quota.total(5000).withZone(ZoneId.of("Europe/Paris")))
        .withPacing(Pacing.perWeek(50)
            .withZone(ZoneId.of("America/Toronto"))
            .between(LocalTime.of(8, 0), LocalTime.of(17, 30)));
  }

  private static ContactRules contactRules() {
    return ContactRules.none()
        .sameSurvey(Since.INVITED, Duration.ofDays(90))
        .sameSurvey(Since.SHOWN, Duration.ofDays(30))
        .sameSurvey(Since.ANSWERED, Duration.ofDays(180))
        .sameSurvey(Since.DISMISSED, Duration.ofDays(60))
        .any(Since.INVITED, Duration.ofDays(7))
        .any(Since.SHOWN, Duration.ofDays(2))
        .any(Since.ANSWERED, Duration.ofDays(14))
        .any(Since.DISMISSED, Duration.ofDays(1))
        .group("tickets", Since.INVITED, Duration.ofDays(10))
        .atMost(4, Duration.ofDays(90))
        .atMost(10, Duration.ofDays(365))
        .with(new ContactLimit(ContactScope.group("it"), 2, Duration.ofDays(30)))
        .withNewcomerGrace(Duration.ofDays(14))
        .exempt(
            Exemption.of(ContactScope.ANY_SURVEY, Since.INVITED),
            Exemption.limits(ContactScope.group("tickets")),
            Exemption.newcomerGrace(),
            Exemption.budget())
        .deferUntilEligible()
        .withCalendarDays(ZoneId.of("America/Toronto"))
        .withBoundary(Boundary.EXCLUSIVE)
        .withSnooze(Duration.ofDays(3), 5);
  }

  private static List<Question> questions() {
    return List.of(
        Question.rating(
                "satisfaction",
                text("Êtes-vous satisfait(e) ?", "Are you satisfied?"),
                MetricDefinition.csat(7))
            .shownAs(Presentation.SMILEYS)
            .label(1, text("Pas du tout", "Not at all"))
            .label(7, text("Tout à fait", "Completely"))
            .asRequired(),
        Question.rating("mean", text("La moyenne"), MetricDefinition.csatMean(10))
            .shownAs(Presentation.STARS),
        Question.rating("recommend", text("La recommandation"), MetricDefinition.nps()),
        Question.rating("effort", text("L’effort"), MetricDefinition.ces()),
        Question.rating("helpful", text("L’aide"), MetricDefinition.thumbs())
            .shownAs(Presentation.THUMBS),
        Question.rating("lost", text("Le temps perdu"), lostTime()),
        Question.singleChoice(
                "channel",
                text("Le canal"),
                Choice.of("phone", text("Téléphone", "Phone")),
                Choice.of("chat", text("Messagerie")))
            .withOther(text("Autre", "Other"))
            .shuffled()
            .next(Jump.chosen("phone", "hours"), Jump.to("devices")),
        Question.multiChoice(
                "devices",
                text("Les appareils"),
                Choice.of("laptop", text("Un portable")),
                Choice.of("phone", text("Un téléphone")),
                Choice.of("screen", text("Un écran")))
            .withOther(text("Autre chose"))
            .shuffled()
            .withSelections(2, 3),
        Question.matrix(
                "aspects",
                text("Les aspects"),
                MetricDefinition.csat(7),
                Choice.of("speed", text("La rapidité")),
                Choice.of("tone", text("Le ton")))
            .label(1, text("Mauvais"))
            .label(7, text("Bon")),
        Question.ranking(
                "priorities",
                text("Les priorités"),
                Choice.of("fast", text("Vite")),
                Choice.of("kind", text("Gentiment")),
                Choice.of("once", text("Une fois")))
            .shuffled()
            .withTop(2),
        Question.lostTime("hours", text("Le temps"))
            .withBounds(5, 600)
            .next(Jump.scored(5, 10, Jump.END)),
        Question.expectation("expected", text("L’attente"), MetricDefinition.csat(7))
            .of("satisfaction")
            .shownAs(Presentation.STARS)
            .label(7, text("Beaucoup")),
        Question.factors(
                "reasons",
                text("Les raisons"),
                "satisfaction",
                new Band(
                    1,
                    3,
                    List.of(Choice.of("slow", text("Lent")), Choice.of("rude", text("Impoli")))),
                new Band(4, 7, List.of(Choice.of("quick", text("Rapide")))))
            .withAtMost(1),
        Question.consent("callback", text("Pouvons-nous rappeler ?"))
            .visibleWhen(in(Question.answerTo("satisfaction"), 1, 2, 3)),
        Question.statement(
                "thanks", text("Merci."), new Link(text("Aide"), "https://help.example.org/fr"))
            .visibleWhen(eq("vip", true)),
        Question.text("ticket", text("Le ticket")).asShort().withMinLength(3),
        Question.text("comment", text("Le commentaire"))
            .withMaxLength(500)
            .requiredUpTo("satisfaction", 3));
  }

  private static MetricDefinition lostTime() {
    return new MetricDefinition(
        "lost-time",
        2,
        Scale.of(0, 3),
        Direction.LOWER_IS_BETTER,
        15,
        5,
        List.of(
            new ScoreClass("none", 0, 0, 0),
            new ScoreClass("some", 1, 2, 1),
            new ScoreClass("much", 3, 3, 4)));
  }

  /** A text that a file gives without a language stands under the default one. */
  private static LocalizedText text(String canadianFrench) {
    return LocalizedText.of("fr-CA", canadianFrench);
  }

  private static LocalizedText text(String french, String english) {
    return LocalizedText.of("fr", french, "en", english);
  }
}
