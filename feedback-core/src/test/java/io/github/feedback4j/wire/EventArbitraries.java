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
import io.github.feedback4j.survey.AttributeValue;
import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.SurveyArbitraries;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Tag;
import io.github.feedback4j.theme.Tagging;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Events with everything that the types of the library let pass, however odd. */
final class EventArbitraries {

  private EventArbitraries() {}

  static Arbitrary<WireEvent> events() {
    Arbitrary<EventData> data = Arbitraries.frequencyOf(
        Tuple.of(4, responses().map(ResponseAccepted::new)),
        Tuple.of(2, contacts().map(InvitationChanged::new)),
        Tuple.of(1, respondents().map(RespondentErased::new)),
        Tuple.of(1, SurveyArbitraries.surveys().map(SurveyLoaded::new)));
    return Combinators.combine(
            uuids(),
            Arbitraries.of("https://desk.example.org/", "/desk", "urn:desk:1", "desk?a=%20&b=(1)")
                .map(URI::create),
            texts(1, 200).injectNull(0.3),
            instants().filter(TimeText::hasFourDigitYear),
            data)
        .as(WireEvent::new);
  }

  /** Texts that JSON, UTF-8 and databases do not like. */
  static Arbitrary<String> texts(int least, int most) {
    return Arbitraries.oneOf(
            Arbitraries.strings().ofMinLength(least).ofMaxLength(Math.min(most, 12)),
            Arbitraries.strings()
                .withChars(
                    '\0', '\n', '"', '\\', '/', '\u007f', '\u2028', '\ud83d', '\ude80', '\uffff')
                .ofMinLength(least)
                .ofMaxLength(Math.min(most, 12)),
            Arbitraries.strings().ascii().ofMinLength(least).ofMaxLength(most))
        .filter(each -> each.length() >= least);
  }

  private static Arbitrary<String> visible(int most) {
    return texts(1, most).filter(each -> !each.isBlank());
  }

  private static Arbitrary<String> withoutControls(int most) {
    return visible(most).map(each -> {
      String kept = each.replaceAll("\\p{Cntrl}|[\u0080-\u009f]", "x");
      return kept.isBlank() ? "x" : kept;
    });
  }

  private static Arbitrary<UUID> uuids() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
  }

  private static Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.oneOf(
                Arbitraries.longs().between(1_600_000_000L, 2_000_000_000L),
                Arbitraries.longs()
                    .between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond() - 1)),
            Arbitraries.integers().between(0, 999_999_999))
        .as(Instant::ofEpochSecond);
  }

  private static Arbitrary<Locale> locales() {
    return Arbitraries.of(
        Locale.ENGLISH,
        Locale.CANADA_FRENCH,
        Locale.ROOT,
        Locale.forLanguageTag("zh-Hant-TW"),
        Locale.forLanguageTag("de-CH-1901"),
        Locale.forLanguageTag("en-u-ca-gregory"),
        new Locale("no", "NO", "NY"),
        new Locale("not a language", "x y", "a_b"));
  }

  static Arbitrary<RespondentKey> respondents() {
    return withoutControls(256).map(RespondentKey::new);
  }

  private static Arbitrary<Accountability> accountabilities() {
    return Combinators.combine(
            Arbitraries.maps(Arbitraries.of(Accountability.DIMENSIONS), visible(200)),
            instants().injectNull(0.5),
            instants().injectNull(0.5))
        .as((dimensions, opened, closed) -> {
          Accountability made = Accountability.none();
          for (Map.Entry<String, String> each : dimensions.entrySet()) {
            made = made.with(each.getKey(), each.getValue());
          }
          made = opened == null ? made : made.openedAt(opened);
          return closed == null ? made : made.closedAt(closed);
        });
  }

  private static Arbitrary<Attributes> attributes() {
    Arbitrary<AttributeValue> values = Arbitraries.oneOf(
        texts(0, 500).map(AttributeValue.Text::new),
        Arbitraries.bigDecimals().map(AttributeValue.Numeric::new),
        Arbitraries.of(true, false).map(AttributeValue.Bool::new),
        instants().map(AttributeValue.Time::new),
        texts(0, 20).list().ofMaxSize(3).map(AttributeValue.Texts::new));
    return Arbitraries.maps(
            Arbitraries.strings().withChars("abcXYZ019").ofMinLength(1).ofMaxLength(8), values)
        .ofMaxSize(4)
        .map(map -> {
          Attributes made = Attributes.none();
          for (Map.Entry<String, AttributeValue> each : map.entrySet()) {
            made = made.with(each.getKey(), each.getValue());
          }
          return made;
        });
  }

  static Arbitrary<Invitation> invitations() {
    Arbitrary<Subject> subjects = Combinators.combine(
            visible(200), Arbitraries.integers().greaterOrEqual(1))
        .as(Subject::new);
    Arbitrary<List<Instant>> lives =
        instants().set().ofSize(2).map(each -> each.stream().sorted().toList());
    Arbitrary<Double> probabilities = Arbitraries.oneOf(
        Arbitraries.of(1.0, 0.1, 1e-9, Double.MIN_VALUE, 0.30000000000000004),
        Arbitraries.doubles().between(0, false, 1, true));
    return Combinators.combine(
            Combinators.combine(uuids(), texts(0, 200), Arbitraries.integers().greaterOrEqual(0))
                .as((id, survey, version) -> List.<Object>of(id, survey, version)),
            respondents(),
            texts(0, 200),
            subjects.injectNull(0.3),
            lives,
            probabilities,
            Combinators.combine(accountabilities(), attributes()).as(List::<Object>of),
            locales().injectNull(0.3))
        .as((start, respondent, event, subject, life, probability, rest, locale) -> new Invitation(
            (UUID) start.get(0),
            (String) start.get(1),
            (Integer) start.get(2),
            respondent,
            event,
            subject,
            life.get(0),
            life.get(1),
            probability,
            (Accountability) rest.get(0),
            locale,
            (Attributes) rest.get(1)));
  }

  static Arbitrary<ContactEvent> contacts() {
    return Combinators.combine(invitations(), Arbitraries.of(Outcome.class), instants())
        .as(ContactEvent::new);
  }

  private static Arbitrary<Answer> answers(String question) {
    Arbitrary<String> ids = texts(0, 64);
    Arbitrary<String> others = texts(0, 500).injectNull(0.5);
    return Arbitraries.oneOf(
        Arbitraries.integers().map(each -> new Answer.Rating(question, each)),
        texts(0, 500).map(each -> new Answer.Text(question, each)),
        Combinators.combine(ids, others)
            .as((choice, other) -> new Answer.Choice(question, choice, other)),
        Combinators.combine(ids.list().ofMaxSize(4), others)
            .as((choices, other) -> new Answer.Choices(question, choices, other)),
        Combinators.combine(ids.list().uniqueElements().ofMaxSize(4), Arbitraries.integers())
            .as((rows, point) -> {
              Map<String, Integer> points = new LinkedHashMap<>();
              rows.forEach(each -> points.put(each, point + points.size()));
              return new Answer.Matrix(question, points);
            }),
        ids.list().ofMaxSize(4).map(each -> new Answer.Ranking(question, each)),
        Arbitraries.of(true, false).map(each -> new Answer.Consent(question, each)),
        Arbitraries.integers().map(each -> new Answer.LostTime(question, each)));
  }

  private static Arbitrary<Tag.Span> spans() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1_000_000_000),
            Arbitraries.integers().between(1, 1_000_000_000))
        .as((start, length) -> new Tag.Span(start, start + length));
  }

  private static Arbitrary<String> themes() {
    return Arbitraries.strings().withChars("abc-019").ofMinLength(1).ofMaxLength(64);
  }

  private static Arbitrary<Tag> tags() {
    Arbitrary<Tag.Source> sources = Combinators.combine(
            Arbitraries.of(Tag.Origin.class),
            Arbitraries.of("pack", "pack:2"),
            Arbitraries.of("1", "2"),
            Arbitraries.of("en", "und"),
            Arbitraries.of("item", "vpn NEAR slow"),
            texts(0, 40))
        .as(Tag.Source::new);
    return Combinators.combine(
            themes(),
            Arbitraries.integers().between(-100, 100),
            spans().list().ofMinSize(1).ofMaxSize(3),
            spans().injectNull(0.5),
            sources)
        .as((theme, score, spans, negation, source) -> new Tag(
            theme,
            score > 0 ? Polarity.POSITIVE : score < 0 ? Polarity.NEGATIVE : Polarity.NEUTRAL,
            score,
            spans,
            negation,
            source));
  }

  private static Arbitrary<Tagging> taggings(String pack, String engine) {
    return Combinators.combine(Arbitraries.of(true, false), tags().list().ofMaxSize(3))
        .as((empty, tags) -> new Tagging(pack, engine, empty, tags));
  }

  private static Arbitrary<Correction> corrections(String question) {
    return Combinators.combine(
            themes(),
            Arbitraries.of(Polarity.class).injectNull(0.3),
            spans().injectNull(0.5),
            withoutControls(200),
            instants())
        .as((theme, polarity, place, actor, at) -> new Correction(
            new TagRuling(question, theme, polarity, polarity == null ? null : place), actor, at));
  }

  static Arbitrary<AcceptedResponse> responses() {
    Arbitrary<Map<Redaction.Kind, Integer>> redactions = Arbitraries.maps(
        Arbitraries.of(Redaction.Kind.class), Arbitraries.integers().greaterOrEqual(0));
    return texts(0, 64)
        .list()
        .uniqueElements()
        .ofMaxSize(5)
        .flatMap(questions -> Combinators.combine(
                Combinators.combine(uuids(), Arbitraries.integers().greaterOrEqual(1))
                    .as(List::<Object>of),
                Arbitraries.integers().between(0, 3),
                invitations(),
                instants(),
                locales().injectNull(0.3),
                Combinators.combine(
                        questions.stream().map(EventArbitraries::answers).toList())
                    .as(List::copyOf),
                Combinators.combine(questions.stream()
                        .map(each -> taggings("pack", "1").injectNull(0.5))
                        .toList())
                    .as(ArrayList::new),
                Combinators.combine(
                        Combinators.combine(questions.stream()
                                .map(EventArbitraries::corrections)
                                .toList())
                            .as(List::copyOf),
                        redactions)
                    .as(List::<Object>of))
            .as((start, flags, invitation, at, locale, answers, taggings, rest) -> {
              Map<String, Tagging> byQuestion = new HashMap<>();
              for (int i = 0; i < questions.size(); i++) {
                if (taggings.get(i) != null) {
                  byQuestion.put(questions.get(i), taggings.get(i));
                }
              }
              return restored(start, flags, invitation, at, locale, answers, byQuestion, rest);
            }));
  }

  @SuppressWarnings("unchecked")
  private static AcceptedResponse restored(
      List<Object> start,
      int flags,
      Invitation invitation,
      Instant at,
      Locale locale,
      List<Answer> answers,
      Map<String, Tagging> taggings,
      List<Object> rest) {
    return AcceptedResponse.restored(
        (UUID) start.get(0),
        (Integer) start.get(1),
        (flags & 1) == 1,
        invitation,
        at,
        (flags & 2) == 2,
        locale,
        answers,
        taggings,
        (List<Correction>) rest.get(0),
        (Map<Redaction.Kind, Integer>) rest.get(1));
  }
}
