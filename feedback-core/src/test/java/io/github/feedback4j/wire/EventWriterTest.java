package io.github.feedback4j.wire;

import static io.github.feedback4j.wire.WireAssert.assertSame;
import static io.github.feedback4j.wire.WireAssert.readBack;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.Redaction;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.prompt.Subject;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.theme.Tagging;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventWriterTest {

  static Stream<WireEvent> events() {
    return Stream.of(
        Events.usual(),
        Events.maximal(),
        Events.sparse(),
        Events.contact(Outcome.OPTED_OUT),
        Events.erasure(),
        Events.survey());
  }

  @ParameterizedTest
  @MethodSource("events")
  void whatIsWrittenIsReadBackAsAnEqualEvent(WireEvent event) {
    assertSame(readBack(event), event);
  }

  @ParameterizedTest
  @MethodSource("events")
  void writesOneLine(WireEvent event) {
    assertThat(Batches.text(event)).startsWith("{\"specversion\":\"1.0\",").doesNotContain("\n");
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void everyOutcomeHasAWord(Outcome outcome) {
    assertSame(readBack(Events.contact(outcome)), Events.contact(outcome));
  }

  @ParameterizedTest
  @EnumSource(Redaction.Kind.class)
  void everyKindOfRedactionHasAWord(Redaction.Kind kind) {
    WireEvent event = response(List.of(), Map.of(), Map.of(kind, 3));

    assertSame(readBack(event), event);
  }

  @Test
  void threadsThatWriteAtOnceDoNotDisturbEachOther() throws Exception {
    List<WireEvent> events = events().toList();
    List<byte[]> alone = events.stream().map(EventWriter::write).toList();
    // More than there are writers to be used again.
    ExecutorService threads = Executors.newFixedThreadPool(40);
    try {
      CountDownLatch begin = new CountDownLatch(1);
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        int first = i;
        all.add(threads.submit(() -> {
          begin.await();
          for (int n = 0; n < 200; n++) {
            int which = (first + n) % events.size();
            assertThat(EventWriter.write(events.get(which))).isEqualTo(alone.get(which));
          }
          return null;
        }));
      }
      begin.countDown();
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theSubjectIsThatOfTheInvitation() {
    assertThat(Batches.tree(Events.usual()).get("subject").stringValue()).isEqualTo("INC-1234");
    assertThat(Batches.tree(Events.sparse()).has("subject")).isFalse();
    assertThat(Batches.tree(Events.erasure()).has("subject")).isFalse();
  }

  @Test
  void aSubjectMayBeOtherThanThatOfTheInvitation() {
    WireEvent usual = Events.usual();
    WireEvent event =
        new WireEvent(usual.id(), usual.source(), "INC-9", usual.time(), usual.data());

    assertSame(readBack(event), event);
  }

  @Test
  void aBatchIsItsEventsInTheirOrder() {
    byte[] batch = EventWriter.batch(List.of(bytes("{\"a\":1}"), bytes("{}"), bytes("{\"b\":2}")));

    assertThat(new String(batch, UTF_8)).isEqualTo("[{\"a\":1},{},{\"b\":2}]");
  }

  @Test
  void aBatchOfNothingIsAnEmptyArray() {
    assertThat(new String(EventWriter.batch(List.of()), UTF_8)).isEqualTo("[]");
    assertThat(EventReader.readBatch(EventWriter.batch(List.of()), 1)).isEmpty();
  }

  @Test
  void halfAnEmojiComesBackFromEveryText() {
    String half = "a\ude00b\ud83d";
    Invitation invitation = new Invitation(
        Events.uuid(30),
        half,
        1,
        new RespondentKey(half),
        half,
        new Subject(half, 1),
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(1),
        1,
        Accountability.none().team(half),
        null,
        Attributes.none().with("half", half));
    WireEvent event = Events.event(
        1,
        new ResponseAccepted(AcceptedResponse.restored(
            Events.uuid(31),
            1,
            true,
            invitation,
            Instant.EPOCH,
            false,
            null,
            List.of(new Answer.Text(half, half), new Answer.Choices("c", List.of(half), half)),
            Map.of(half, new Tagging(half, half, false, List.of())),
            List.of(),
            Map.of())));

    assertSame(readBack(event), event);
    assertThat(EventWriter.write(event)).asString(UTF_8).doesNotContain("?").contains("\\uDE00");
  }

  @Test
  void aTextOfTheGreatestLengthComesBack() {
    String longest = "\u00e9\ud83d\ude80\"\\".repeat(20_000);
    WireEvent event = response(List.of(new Answer.Text("comment", longest)), Map.of(), Map.of());

    assertThat(longest).hasSize(Part.TEXT);
    assertSame(readBack(event), event);
  }

  @Test
  void timesBeyondFourDigitsComeBack() {
    Invitation invitation = new Invitation(
        Events.uuid(30),
        "k",
        1,
        Events.RESPONDENT,
        "e",
        null,
        Instant.MIN,
        Instant.MAX,
        Double.MIN_VALUE,
        Accountability.none().openedAt(Instant.MIN).closedAt(Instant.MAX),
        null);
    WireEvent event = Events.event(
        1, new InvitationChanged(new ContactEvent(invitation, Outcome.EXPIRED, Instant.MAX)));

    assertSame(readBack(event), event);
    assertThat(EventSchema.validate(Batches.tree(event))).isEmpty();
  }

  @Test
  void localesThatNoTagDescribesComeBack() {
    for (Locale each : List.of(
        new Locale("no", "NO", "NY"),
        new Locale("ja", "JP", "JP"),
        new Locale("not a language"),
        new Locale("not a language", "x y", "a_b"),
        Locale.ROOT,
        new Locale("", "FR"),
        Locale.forLanguageTag("zh-Hant-TW"),
        Locale.forLanguageTag("de-CH-1901"),
        Locale.forLanguageTag("es-419"),
        Locale.forLanguageTag("en-u-ca-gregory"),
        Locale.forLanguageTag("x-private"),
        new Locale("iw"))) {
      WireEvent event = Events.event(1, new ResponseAccepted(localized(each)));

      assertThat(((ResponseAccepted) readBack(event).data()).response().locale())
          .isEqualTo(each);
    }
  }

  @Test
  void theOrderOfMapsDoesNotChangeTheBytes() {
    List<Answer> answers = new ArrayList<>();
    Map<String, Tagging> forth = new LinkedHashMap<>();
    Map<String, Tagging> back = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      answers.add(new Answer.Text("q" + i, "words"));
      forth.put("q" + i, new Tagging("p", "1", false, List.of()));
      back.put("q" + (19 - i), new Tagging("p", "1", false, List.of()));
    }
    Map<Redaction.Kind, Integer> redactions = new EnumMap<>(Redaction.Kind.class);
    for (Redaction.Kind each : Redaction.Kind.values()) {
      redactions.put(each, redactions.size());
    }

    assertThat(EventWriter.write(response(answers, forth, redactions)))
        .isEqualTo(EventWriter.write(response(answers, back, new LinkedHashMap<>(redactions))));
  }

  private static AcceptedResponse localized(Locale locale) {
    return AcceptedResponse.restored(
        Events.uuid(31),
        1,
        true,
        Events.invitation(Accountability.none(), Attributes.none()),
        Instant.EPOCH,
        false,
        locale,
        List.of(),
        Map.of(),
        List.of(),
        Map.of());
  }

  private static WireEvent response(
      List<Answer> answers,
      Map<String, Tagging> taggings,
      Map<Redaction.Kind, Integer> redactions) {
    return Events.event(
        1,
        new ResponseAccepted(AcceptedResponse.restored(
            Events.uuid(31),
            1,
            true,
            Events.invitation(Accountability.none(), Attributes.none()),
            Instant.EPOCH,
            false,
            null,
            answers,
            taggings,
            List.of(),
            redactions)));
  }

  private static byte[] bytes(String json) {
    return json.getBytes(UTF_8);
  }
}
