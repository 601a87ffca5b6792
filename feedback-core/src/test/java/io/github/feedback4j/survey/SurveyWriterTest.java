package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SurveyWriterTest {

  @Test
  void writesYamlThatPeopleCanEdit() {
    assertThat(SurveyWriter.yaml(sample())).isEqualTo("""
            survey: "pulse"
            version: 2
            status: "draft"
            until: "2026-12-31T00:00:00Z"
            defaultLocale: "en"
            title:
              en: "Yes: \\"no\\" # maybe"
              fr: "Non"
            "on":
            - event: "ticket.closed"
              when:
                attribute: "reopened"
                gt: 1000
            sampling:
              people: 0.25
              salt: "old"
            contact:
              any:
                invited: "30d"
              boundary: "inclusive"
            priority: 0
            expiresAfter: "36h"
            editableFor: "0s"
            anonymity: "pseudonymous"
            missingLocale: "fallback"
            questions:
            - id: "mood"
              type: "rating"
              text:
                en: "Mood?"
              metric:
                id: "mood"
                version: 1
                scale:
                  min: 0
                  max: 1
                better: "lower"
                factor: 1
                offset: 0
                classes:
                - name: "0"
                  from: 0
                  to: 0
                  score: 0
                - name: "1"
                  from: 1
                  to: 1
                  score: 1
              presentation: "numbers"
              labels:
                "1":
                  en: "Bad"
              required: false
            """);
  }

  @Test
  void writesJsonInOneLine() {
    assertThat(
            SurveyWriter.json(Survey.of("k", Question.text("q", LocalizedText.of("en", "a\nb")))))
        .isEqualTo(
            "{\"survey\":\"k\",\"version\":1,\"status\":\"active\",\"defaultLocale\":\"en\",\"on\":[],"
                + "\"sampling\":{\"people\":1.0},"
                + "\"contact\":{\"boundary\":\"inclusive\"},"
                + "\"priority\":0,\"expiresAfter\":\"14d\",\"editableFor\":\"12h\","
                + "\"anonymity\":\"pseudonymous\",\"missingLocale\":\"fallback\","
                + "\"questions\":[{\"id\":\"q\",\"type\":\"text\",\"text\":{\"en\":\"a\\nb\"},"
                + "\"size\":\"long\",\"minLength\":0,\"maxLength\":4000,\"required\":false}]}");
  }

  private static Survey sample() {
    MetricDefinition mood =
        MetricDefinition.mean("mood", Scale.of(0, 1), MetricDefinition.Direction.LOWER_IS_BETTER);
    return Survey.of(
            "pulse",
            Question.rating("mood", LocalizedText.of("en", "Mood?"), mood)
                .label(1, LocalizedText.of("en", "Bad")))
        .withVersion(2)
        .withStatus(SurveyStatus.DRAFT)
        .withWindow(null, Instant.parse("2026-12-31T00:00:00Z"))
        .withTitle(LocalizedText.of("en", "Yes: \"no\" # maybe", "fr", "Non"))
        .on(Trigger.on("ticket.closed").when(Condition.gt("reopened", 1000)))
        .withSampling(Sampling.people(0.25).withSalt("old"))
        .withContactRules(ContactRules.atMostOncePer(Duration.ofDays(30)))
        .withExpiresAfter(Duration.ofHours(36))
        .withEditableFor(Duration.ZERO);
  }
}
