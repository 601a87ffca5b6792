package io.github.feedback4j.wire;

import io.github.feedback4j.privacy.Redaction;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.prompt.Subject;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.response.Correction;
import io.github.feedback4j.response.TagRuling;
import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.LocalizedText;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Tag;
import io.github.feedback4j.theme.Tagging;
import java.net.URI;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Events of a service desk, one of each type and of each variant that looks different. */
final class Events {

  static final URI SOURCE = URI.create("https://desk.example.org/");
  static final RespondentKey RESPONDENT = new RespondentKey("b3WmIYhN0vKqZ1uD7c9xRw");

  private static final Instant INVITED = Instant.parse("2026-01-30T16:45:00Z");
  private static final Instant ANSWERED = Instant.parse("2026-01-31T08:00:02.5Z");

  private Events() {}

  /** What most applications send most of the time: a rating and a few words. */
  static WireEvent usual() {
    return event(
        1,
        new ResponseAccepted(response(
            invitation(
                Accountability.none().team("network").channel("portal").slaMet(true),
                Attributes.none()),
            1,
            List.of(
                new Answer.Rating("satisfaction", 4),
                new Answer.Text("comment", "Quick and kind")))));
  }

  /** Everything that a response can have. */
  static WireEvent maximal() {
    Map<String, Integer> rows = new LinkedHashMap<>();
    rows.put("tone", 5);
    rows.put("speed", 2);
    Invitation invitation = new Invitation(
        uuid(20),
        "ticket-csat",
        3,
        RESPONDENT,
        "ticket.closed",
        new Subject("INC-1234 \"é\" \ud83d\ude80", 2),
        INVITED,
        INVITED.plusSeconds(1_209_600),
        0.1,
        Accountability.none()
            .agent("a-17")
            .change("CHG-9")
            .channel("phone")
            .location("Genève")
            .priority("2")
            .service("VPN")
            .slaMet(false)
            .team("network")
            .openedAt(Instant.parse("2026-01-30T09:00:00.123456789Z"))
            .closedAt(Instant.parse("2026-01-30T16:44:59.000001Z")),
        Locale.CANADA_FRENCH,
        Attributes.none()
            .with("tier", "gold")
            .with("reopened", 2)
            .with("share", 0.25)
            .with("vip", true)
            .with("since", Instant.parse("2020-02-29T00:00:00Z"))
            .with("labels", List.of("a", "\u00fc")));
    String words = "VPN jamais stable <EMAIL> \ud83d\ude22";
    return event(
        2,
        new ResponseAccepted(AcceptedResponse.restored(
            uuid(10),
            2,
            true,
            invitation,
            ANSWERED,
            true,
            Locale.FRENCH,
            List.of(
                new Answer.Rating("satisfaction", 2),
                new Answer.Text("comment", words),
                new Answer.Choice("way", "phone"),
                new Answer.Choice("reason", "other", "none of these"),
                new Answer.Choices("factors", List.of("speed", "other"), "the music"),
                new Answer.Choices("tools", List.of("chat"), null),
                new Answer.Matrix("parts", rows),
                new Answer.Ranking("order", List.of("b", "a", "c")),
                new Answer.Consent("contact", false),
                new Answer.LostTime("lost", 90)),
            Map.of(
                "comment",
                new Tagging(
                    "it-service:1:ab12cd34",
                    "1",
                    false,
                    List.of(
                        new Tag(
                            "vpn",
                            Polarity.NEGATIVE,
                            -60,
                            List.of(new Tag.Span(0, 3), new Tag.Span(11, 17)),
                            new Tag.Span(4, 10),
                            new Tag.Source(
                                Tag.Origin.RULE,
                                "it-service:1:ab12cd34",
                                "1",
                                "fr",
                                "vpn NEAR stable",
                                "vpn NEAR/3 stable")),
                        new Tag(
                            "network",
                            Polarity.NEUTRAL,
                            0,
                            List.of(new Tag.Span(0, 28)),
                            null,
                            new Tag.Source(
                                Tag.Origin.MANUAL, "manual", "0", "und", "network", "network")),
                        new Tag(
                            "stability",
                            Polarity.POSITIVE,
                            20,
                            List.of(new Tag.Span(11, 17)),
                            null,
                            new Tag.Source(
                                Tag.Origin.CANDIDATE,
                                "it-service:1:ab12cd34",
                                "1",
                                "fr",
                                "stable",
                                "stable")))),
                "reason",
                new Tagging("it-service:1:ab12cd34", "1", true, List.of())),
            List.of(
                new Correction(
                    TagRuling.is("comment", "network", Polarity.NEUTRAL).at(0, 28),
                    "u-3",
                    ANSWERED),
                new Correction(TagRuling.isNot("comment", "phone"), "u-3", ANSWERED)),
            redactions())));
  }

  private static Map<Redaction.Kind, Integer> redactions() {
    Map<Redaction.Kind, Integer> redactions = new EnumMap<>(Redaction.Kind.class);
    for (Redaction.Kind each : Redaction.Kind.values()) {
      redactions.put(each, redactions.size() + 1);
    }
    return redactions;
  }

  /** A response of whom nothing is known, about nothing, with half an emoji. */
  static WireEvent sparse() {
    Invitation invitation = new Invitation(
        uuid(21),
        "portal",
        1,
        ContactEvent.NOBODY,
        Invitation.ON_DEMAND,
        null,
        INVITED,
        INVITED.plusNanos(1),
        1,
        Accountability.none(),
        null);
    return event(
        3,
        new ResponseAccepted(AcceptedResponse.restored(
            uuid(11),
            1,
            false,
            invitation,
            ANSWERED,
            false,
            null,
            List.of(new Answer.Text("comment", "cut \ud83d\u0000")),
            Map.of(),
            List.of(),
            Map.of())));
  }

  static WireEvent contact(Outcome outcome) {
    return event(
        4,
        new InvitationChanged(new ContactEvent(
            invitation(Accountability.none().team("network"), Attributes.none()),
            outcome,
            ANSWERED)));
  }

  static WireEvent erasure() {
    return event(5, new RespondentErased(RESPONDENT));
  }

  static WireEvent survey() {
    Survey survey = Survey.of(
            "ticket-csat",
            Question.rating(
                "satisfaction",
                LocalizedText.of("en", "How was it? \ud83d\ude80"),
                MetricDefinition.csat(5)),
            Question.text("comment", LocalizedText.of("en", "Why?")))
        .on("ticket.closed")
        .withVersion(3);
    return event(6, new SurveyLoaded(survey));
  }

  static Invitation invitation(Accountability accountability, Attributes attributes) {
    return new Invitation(
        uuid(22),
        "ticket-csat",
        3,
        RESPONDENT,
        "ticket.closed",
        new Subject("INC-1234", 1),
        INVITED,
        INVITED.plusSeconds(1_209_600),
        1,
        accountability,
        Locale.ENGLISH,
        attributes);
  }

  private static AcceptedResponse response(
      Invitation invitation, int revision, List<Answer> answers) {
    return AcceptedResponse.restored(
        uuid(12),
        revision,
        true,
        invitation,
        ANSWERED,
        false,
        Locale.ENGLISH,
        answers,
        Map.of(),
        List.of(),
        Map.of());
  }

  static WireEvent event(int number, EventData data) {
    return WireEvent.of(uuid(number), SOURCE, ANSWERED, data);
  }

  static UUID uuid(int number) {
    return UUID.fromString("019c11d2-7d3b-7c66-8000-" + "%012x".formatted(number));
  }
}
