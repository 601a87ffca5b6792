package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.survey.Attributes;
import java.io.ByteArrayInputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TouchpointCsvTest {

  private static final String HEADER = "time,event,respondent,subject\n";
  private static final String LINE = "2026-01-31T09:30:00Z,ticket.closed,anna,T-1\n";

  @Test
  void readsWhatATouchpointCanSay() {
    List<TimedTouchpoint> read = read("""
        time,event,respondent,subject,resolution,parent,team,agent,service,channel,location,priority,\
        sla,change,locale,zone,closedBy,memberSince,flags
        2026-01-31T10:30:00+01:00,ticket.closed,anna,T-1,2,MI-7,Network,Nils,VPN,portal,Lyon,high,\
        missed,CH-1,fr-CA,Europe/Paris,ben,2020-02-01T00:00:00Z,auto-closed DUPLICATE
        """);

    assertThat(read).singleElement().satisfies(each -> {
      assertThat(each.at()).isEqualTo("2026-01-31T09:30:00Z");
      Touchpoint touchpoint = each.touchpoint();
      assertThat(touchpoint.event()).isEqualTo("ticket.closed");
      assertThat(touchpoint.respondent()).isEqualTo("anna");
      assertThat(touchpoint.subject()).isEqualTo(new Subject("T-1", 2));
      assertThat(touchpoint.parent()).isEqualTo(new Subject("MI-7", 1));
      assertThat(touchpoint.accountability())
          .isEqualTo(Accountability.none()
              .team("Network")
              .agent("Nils")
              .service("VPN")
              .channel("portal")
              .location("Lyon")
              .priority("high")
              .slaMet(false)
              .change("CH-1"));
      assertThat(touchpoint.locale()).isEqualTo(Locale.CANADA_FRENCH);
      assertThat(touchpoint.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
      assertThat(touchpoint.closedBy()).isEqualTo("ben");
      assertThat(touchpoint.memberSince()).isEqualTo("2020-02-01T00:00:00Z");
      assertThat(touchpoint.flags())
          .containsExactly(Touchpoint.Flag.AUTO_CLOSED, Touchpoint.Flag.DUPLICATE);
      assertThat(touchpoint.attributes()).isEqualTo(Attributes.none());
    });
  }

  @Test
  void anyOtherColumnIsAnAttributeWhoseContentSaysItsType() {
    List<TimedTouchpoint> read = read("""
        time,event,respondent,vip,contractor,hours,credit,key,since,code,like,none
        2026-01-31T09:30:00Z,e,anna,true,false,12,-1.50,007,2026-01-01T00:00:00Z,1e3,2026-01-01Tea and cake,
        """);

    assertThat(read.get(0).touchpoint().attributes())
        .isEqualTo(Attributes.none()
            .with("vip", true)
            .with("contractor", false)
            .with("hours", 12)
            .with("credit", -1.5)
            .with("key", "007")
            .with("since", Instant.parse("2026-01-01T00:00:00Z"))
            .with("code", "1e3")
            .with("like", "2026-01-01Tea and cake"));
  }

  @Test
  void anAttributeMayBeCalledLikeAnotherColumn() {
    TimedTouchpoint read = read("""
        time,event,respondent,priority,attribute.priority
        2026-01-31T09:30:00Z,e,anna,P1,high
        """).get(0);

    assertThat(read.touchpoint().accountability().get("priority")).isEqualTo("P1");
    assertThat(read.touchpoint().attributes())
        .isEqualTo(Attributes.none().with("priority", "high"));
  }

  @Test
  void anEmptyFieldIsNoValue() {
    TimedTouchpoint read = read("""
        time,event,respondent,subject,resolution,team,locale
        2026-01-31T09:30:00Z,e,anna,,,,
        """).get(0);

    assertThat(read.touchpoint().subject()).isNull();
    assertThat(read.touchpoint().locale()).isNull();
    assertThat(read.touchpoint().accountability()).isEqualTo(Accountability.none());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyEndOfALineAndAByteOrderMarkAreUnderstood(String end) {
    String text = "\uFEFF" + HEADER + "\n" + LINE + LINE.stripTrailing();

    assertThat(read(text.replace("\n", end))).hasSize(2);
  }

  @Test
  void quotedFieldsMayHoldCommasQuotesAndLines() {
    List<TimedTouchpoint> read = read("""
        time,event,respondent,note,"team"
        2026-01-31T09:30:00Z,e,"anna","a ""b"", c
        d","Réseau, Lyon"
        2026-01-31T09:30:00Z,e,ben,,""
        """);

    assertThat(read).hasSize(2);
    assertThat(read.get(0).touchpoint().attributes())
        .isEqualTo(Attributes.none().with("note", "a \"b\", c\nd"));
    assertThat(read.get(0).touchpoint().accountability().get("team")).isEqualTo("Réseau, Lyon");
  }

  static Stream<Arguments> mistakes() {
    String time = "2026-01-31T09:30:00Z";
    return Stream.of(
        argumentSet("empty", "", "f.csv:1: there is no header; the first line names the columns"),
        argumentSet(
            "no header", "a,b\n", "f.csv:1: the header lacks 'time' and 'event' and 'respondent'"),
        argumentSet("semicolons", "time;event\n", "f.csv:1: the columns are separated by ';'"),
        argumentSet("twice", "time,event,respondent,a,a\n", "the header names 'a' twice"),
        argumentSet(
            "attribute name", "time,event,respondent,a b\n", "f.csv:1: the header: attribute must"),
        argumentSet("too few fields", HEADER + "a,b\n", "f.csv:2: the line has 2 fields, but the"),
        argumentSet(
            "local time",
            HEADER + "2026-01-31T09:30,e,anna,\n",
            "f.csv:2: 'time' must be a time such as 2026-01-31T09:30:00Z"),
        argumentSet(
            "year", HEADER + "0026-01-31T09:30:00Z,e,anna,\n", "'time': occurredAt must be in the"),
        argumentSet(
            "no respondent", HEADER + time + ",e,,\n", "f.csv:2: respondent must have 1 to 256"),
        argumentSet("no event", HEADER + time + ",,anna,\n", "f.csv:2: event must have 1 to 64"),
        argumentSet(
            "resolution",
            "time,event,respondent,subject,resolution\n" + time + ",e,anna,T,one\n",
            "f.csv:2: 'resolution' must be a whole number"),
        argumentSet(
            "resolution 0",
            "time,event,respondent,subject,resolution\n" + time + ",e,anna,T,0\n",
            "f.csv:2: 'subject': resolution must be at least 1, but was 0"),
        argumentSet("locale", column("locale", "x_y"), "'locale' must be a language such as en"),
        argumentSet("zone", column("zone", "Mars"), "'zone' must be a time zone such as Europe/"),
        argumentSet("sla", column("sla", "yes"), "'sla': must be met or missed"),
        argumentSet("flags", column("flags", "SPAM HAM"), "'flags': must be flags such as AUTO_"),
        argumentSet("since", column("memberSince", "2020"), "'memberSince' must be a time such as"),
        argumentSet("text", column("note", "x".repeat(501)), "'note': text must have at most 500"),
        argumentSet(
            "order",
            HEADER + LINE + "2026-01-31T09:29:59Z,e,anna,\n",
            "f.csv:3: 'time' must not be before that of the line above; sort the lines by time"),
        argumentSet("quote inside", HEADER + "a\"b,c\n", "f.csv:2: a quote stands inside of a"),
        argumentSet("text after quote", HEADER + "\"a\"b,c\n", "f.csv:2: text follows a closing"),
        argumentSet("open quote", HEADER + "\"a\n", "the quote that opens in line 2 is never clos"),
        argumentSet(
            "long field", HEADER + "\"" + "x\n".repeat(6_000), "f.csv:2: a field has more than"),
        argumentSet(
            "many fields", HEADER + ",".repeat(200), "f.csv:2: the line has more than 200 fields"));
  }

  private static String column(String name, String value) {
    return "time,event,respondent," + name + "\n2026-01-31T09:30:00Z,e,anna," + value + "\n";
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void everyMistakeHasItsLineAndTheWayOut(String text, String message) {
    TouchpointCsvException thrown =
        catchThrowableOfType(TouchpointCsvException.class, () -> read(text));

    assertThat(thrown).isNotNull();
    assertThat(thrown.mistakes()).singleElement().asString().contains(message);
    assertThat(thrown).hasMessageStartingWith("1 mistake in the touchpoints:\n  f.csv:");
  }

  @Test
  void allMistakesAreToldTogetherAndNothingIsReadAfterTheFirst() {
    TouchpointCsv csv = csv(HEADER + LINE + "x,e,anna,T\n" + LINE + "a\"b\n" + LINE + "y,,,\n");

    assertThat(csv.next().touchpoint().respondent()).isEqualTo("anna");
    assertThatThrownBy(csv::hasNext)
        .isInstanceOf(TouchpointCsvException.class)
        .hasMessageStartingWith("4 mistakes in the touchpoints:")
        .hasMessageContaining("f.csv:3: 'time'")
        .hasMessageContaining("f.csv:5: a quote")
        .hasMessageContaining("f.csv:7: 'time'")
        .hasMessageContaining("f.csv:7: event");
  }

  @Test
  void mistakesAreBounded() {
    TouchpointCsvException thrown = catchThrowableOfType(
        TouchpointCsvException.class, () -> read(HEADER + "x,e,anna,T\n".repeat(1_000)));

    assertThat(thrown.mistakes()).hasSize(TouchpointCsv.MAX_MISTAKES);
  }

  @Test
  void aMistakeNeverRepeatsWhatStandsInTheFile() {
    assertThatThrownBy(() -> read(HEADER + "Anna Smith,e,2026-01-31T09:30:00Z,T\n"))
        .hasMessageNotContaining("Smith");
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() {
    byte[] latin =
        (HEADER + "2026-01-31T09:30:00Z,e,René,T\n").getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(
            () -> TouchpointCsv.of("f.csv", new ByteArrayInputStream(latin)).hasNext())
        .isInstanceOf(TouchpointCsvException.class)
        .hasMessageContaining("not UTF-8; save the file as UTF-8");
  }

  @Test
  void linesInAnyOrderCanBeSorted() {
    String later = "2026-02-01T00:00:00Z,e,ben,\n";

    assertThat(csv(HEADER + later + LINE + LINE).sorted(3))
        .extracting(each -> each.touchpoint().respondent())
        .containsExactly("anna", "anna", "ben");
    assertThatThrownBy(() -> csv(HEADER + later + LINE + LINE).sorted(2))
        .isInstanceOf(TouchpointCsvException.class)
        .hasMessageContaining("more than 2 touchpoints to sort; sort the file itself");
  }

  @Test
  void aFileWithoutEndIsReadLineByLine() {
    Reader endless = new Reader() {
      private boolean begun;

      @Override
      public int read(char[] buffer, int offset, int length) {
        String text = begun ? LINE : HEADER;
        begun = true;
        text.getChars(0, text.length(), buffer, offset);
        return text.length();
      }

      @Override
      public void close() {}
    };
    TouchpointCsv csv = TouchpointCsv.of("endless", endless);

    for (int i = 0; i < 10_000; i++) {
      csv.next();
    }
  }

  @Test
  void afterTheLastThereIsNone() {
    TouchpointCsv csv = csv(HEADER);

    assertThat(csv.hasNext()).isFalse();
    assertThatThrownBy(csv::next).isInstanceOf(NoSuchElementException.class);
  }

  private static TouchpointCsv csv(String text) {
    return TouchpointCsv.of("f.csv", new StringReader(text));
  }

  private static List<TimedTouchpoint> read(String text) {
    List<TimedTouchpoint> all = new ArrayList<>();
    csv(text).forEachRemaining(all::add);
    return all;
  }
}
