package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.PolicyReader;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The decision table: definitions, what happened before, one touchpoint, and the decision with its
 * reason. The rows are in {@code decisions.txt}, which says how they are written.
 *
 * <p>Each row is checked three times: as it is, against {@code explain}, and with a history that was
 * written and read again before the decision.
 */
class DecisionTableTest {

  /** A row of the table. */
  record Row(
      String rule,
      String policy,
      String survey,
      String other,
      String story,
      String touchpoint,
      String decision) {}

  private static final String QUESTIONS = """
      questions:
        - {id: q, type: rating, text: "How was it?", metric: csat}
      """;

  static Stream<Arguments> decisions() {
    return rows().stream().map(row -> Arguments.argumentSet(row.rule(), row));
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void decides(Row row) {
    decides(row, fixture(row, EngineFixture::new));
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void decidesTheSameOnTheBytesOfTheLedgerInMemory(Row row) {
    decides(row, fixture(row, EngineFixture::inMemory));
  }

  private static void decides(Row row, EngineFixture fixture) {
    play(row.story(), fixture);

    Touchpoint touchpoint = touchpoint(row.touchpoint());
    RespondentKey person = new RespondentKey(touchpoint.respondent());
    ContactHistory before = fixture.ledger.load(person).history();
    Explanation explanation = fixture.engine.explain(touchpoint, person);
    Decision decision = fixture.ask(touchpoint);

    assertThat(words(decision)).isEqualTo(expected(row.decision()));
    assertThat(ContactHistory.decode(before.encode(person), person)).isEqualTo(before);
    assertThat(explanation.skip() == null ? "ask " + explanation.asks() : explanation.skip())
        .isEqualTo(decision.fold(ask -> "ask " + ask.invitation().survey(), skip -> skip));
  }

  @Test
  void hasAtLeastAHundredAndFiftyRowsAndEveryReasonThatADecisionCanGive() {
    List<Row> rows = rows();

    assertThat(rows).hasSizeGreaterThanOrEqualTo(150);
    assertThat(rows.stream().map(Row::rule)).doesNotHaveDuplicates();
    assertThat(rows.stream().map(row -> row.decision().split(" ", -1)[0]).distinct())
        .contains(Arrays.stream(SkipReason.values())
            // Somebody asks then; and these two are trouble of the store, with tests of their own.
            .filter(each -> each != SkipReason.OUTRANKED)
            .filter(each -> each != SkipReason.STORE_FULL && each != SkipReason.STORE_UNAVAILABLE)
            .map(Enum::name)
            .toArray(String[]::new));
  }

  /** A way to make an engine. */
  private interface Maker {
    EngineFixture make(Policy policy, Survey... surveys);
  }

  private static EngineFixture fixture(Row row, Maker maker) {
    Policy policy = PolicyReader.read("policy.yaml", "policy: policy\n" + lines(row.policy()));
    Survey survey = survey("csat", "ticket.closed", row.survey());
    Survey other = survey("nps", "project.finished", row.other());
    return maker.make(policy, survey, other);
  }

  private static Survey survey(String key, String event, String more) {
    String lines = lines(more);
    String on = lines.contains("on:") ? "" : "on: [" + event + "]\n";
    return SurveyReader.read(key + ".yaml", "survey: " + key + "\n" + on + lines + QUESTIONS);
  }

  private static String lines(String cell) {
    return cell.equals("-") ? "" : cell.replace(" & ", "\n") + "\n";
  }

  private static void play(String story, EngineFixture fixture) {
    if (story.equals("-")) {
      return;
    }
    Invitation last = null;
    for (String step : story.split(", ", -1)) {
      last = play(step.strip(), last, fixture);
    }
  }

  private static @Nullable Invitation play(
      String step, @Nullable Invitation last, EngineFixture fixture) {
    String[] words = step.split(" ", 2);
    String rest = words.length == 1 ? "" : words[1];
    if (words[0].startsWith("+") || words[0].startsWith("-")) {
      Duration by = duration(step.substring(1));
      fixture.advance(step.startsWith("-") ? by.negated() : by);
      return last;
    }
    switch (words[0]) {
      case "ask" -> {
        return fixture.invite(touchpoint(rest));
      }
      case "skip" -> fixture.skip(touchpoint(rest));
      case "at" -> fixture.advance(Duration.between(fixture.now(), Instant.parse(rest)));
      case "shown" -> done(fixture.contacts.shown(there(last)));
      case "answer" -> fixture.answer(there(last));
      case "close" -> done(fixture.contacts.dismiss(there(last), Dismissal.CLOSED));
      case "later" -> done(fixture.contacts.dismiss(there(last), Dismissal.LATER));
      case "never" -> done(fixture.contacts.dismiss(there(last), Dismissal.NEVER));
      case "cancel" -> done(fixture.contacts.cancel(EngineFixture.ANNA, rest));
      case "optOut" -> done(fixture.contacts.optOut(EngineFixture.ANNA));
      case "optIn" -> done(fixture.contacts.optIn(EngineFixture.ANNA));
      case "erase" -> fixture.ledger.erase(EngineFixture.ANNA);
      case "pending" -> {
        return fixture.engine.pending(EngineFixture.ANNA).get(0);
      }
      case "pause" -> fixture.ledger.setPaused("csat", true);
      case "resume" -> fixture.ledger.setPaused("csat", false);
      default -> throw new IllegalArgumentException("unknown step '" + step + "'");
    }
    return last;
  }

  private static void done(Recorded recorded) {
    assertThat(recorded).isEqualTo(Recorded.DONE);
  }

  private static Invitation there(@Nullable Invitation last) {
    if (last == null) {
      throw new IllegalArgumentException("nobody was invited before this step");
    }
    return last;
  }

  private static Touchpoint touchpoint(String cell) {
    String[] words = cell.split(" ", -1);
    String event = words[0].startsWith("P-") ? "project.finished" : "ticket.closed";
    String person = "anna";
    for (String each : words) {
      event = each.startsWith("event=") ? each.substring(6) : event;
      person = each.startsWith("person=") ? each.substring(7) : person;
    }
    Touchpoint touchpoint = Touchpoint.of(event, person);
    String[] subject = words[0].split("#", -1);
    if (!words[0].equals("nothing")) {
      touchpoint = subject.length == 1
          ? touchpoint.subject(subject[0])
          : touchpoint.subject(subject[0], Integer.parseInt(subject[1]));
    }
    for (int i = 1; i < words.length; i++) {
      touchpoint = with(touchpoint, words[i].split("=", 2));
    }
    return touchpoint;
  }

  private static Touchpoint with(Touchpoint touchpoint, String[] pair) {
    String value = pair[1];
    return switch (pair[0]) {
      case "event", "person" -> touchpoint;
      case "zone" -> touchpoint.zone(ZoneId.of(value));
      case "locale" -> touchpoint.locale(Locale.forLanguageTag(value));
      case "memberSince" -> touchpoint.memberSince(time(value));
      case "occurredAt" -> touchpoint.occurredAt(time(value));
      case "closedBy" -> touchpoint.closedBy(value);
      case "flag" -> touchpoint.flag(Touchpoint.Flag.valueOf(value));
      case "parent" -> touchpoint.parent(value);
      case "team" -> touchpoint.accountable(a -> a.team(value));
      default -> attribute(touchpoint, pair[0], value);
    };
  }

  private static Touchpoint attribute(Touchpoint touchpoint, String name, String value) {
    if (value.equals("true") || value.equals("false")) {
      return touchpoint.attribute(name, Boolean.parseBoolean(value));
    }
    if (value.matches("-?[0-9.]+")) {
      return touchpoint.attribute(name, Double.valueOf(value));
    }
    return value.matches("[0-9]{4}-.*Z")
        ? touchpoint.attribute(name, Instant.parse(value))
        : touchpoint.attribute(name, value.replace("'", ""));
  }

  private static String words(Decision decision) {
    return decision.fold(
        ask -> "ask " + ask.invitation().survey()
            + (ask.again() ? " again" : "")
            + (ask.exemptions().isEmpty() ? "" : " exempt from " + ask.exemptions()),
        skip -> skip.reason() + (skip.eligibleAt() == null ? "" : " until " + skip.eligibleAt()));
  }

  /** Returns the words of a decision with its time, if any, told from the start of the story. */
  private static String expected(String cell) {
    String[] parts = cell.split(" until ", -1);
    return parts.length == 1 ? cell : parts[0] + " until " + time(parts[1]);
  }

  private static Instant time(String text) {
    return text.startsWith("+")
        ? EngineFixture.START.plus(duration(text.substring(1)))
        : text.startsWith("-")
            ? EngineFixture.START.minus(duration(text.substring(1)))
            : Instant.parse(text);
  }

  /** Reads {@code 29d23h59m}, {@code 1ns}. */
  private static Duration duration(String text) {
    if (text.endsWith("ns")) {
      return Duration.ofNanos(Long.parseLong(text.substring(0, text.length() - 2)));
    }
    int days = text.indexOf('d');
    Duration whole =
        days < 0 ? Duration.ZERO : Duration.ofDays(Long.parseLong(text.substring(0, days)));
    String rest = text.substring(days + 1);
    return rest.isEmpty()
        ? whole
        : whole.plus(Duration.parse("PT" + rest.toUpperCase(Locale.ROOT)));
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    try (InputStream in = DecisionTableTest.class.getResourceAsStream("/prompt/decisions.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] cells =
            Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        if (cells.length != 7) {
          throw new IllegalArgumentException("a row must have 7 cells: " + line);
        }
        rows.add(new Row(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
