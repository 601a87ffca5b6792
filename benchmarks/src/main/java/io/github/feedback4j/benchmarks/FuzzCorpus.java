package io.github.feedback4j.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyWriter;
import io.github.feedback4j.survey.Surveys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Valid inputs to begin with, and ways to damage them. */
final class FuzzCorpus {

  private static final String EVERYTHING = """
      survey: everything
      version: 3
      defaultLocale: fr
      title: {fr: Bonjour, en: Hello}
      on: [ticket.closed, {event: done, when: {attribute: a, between: [1, 2]}}]
      audience:
        any:
          - all: [{attribute: a, eq: x}, {attribute: b, ne: 2}, {attribute: c, notIn: [p, q]}]
          - not: {attribute: d, startsWith: INC-}
          - {attribute: e, after: 2026-01-01T00:00:00Z}
          - {attribute: f, absent: true}
      sampling:
        segments: [{when: {attribute: vip, eq: true}, rate: 1}]
        otherwise: 0.25
        salt: old
      contact:
        this: {invited: 90d, answered: PT36H}
        groups: {it: {shown: 7d, atMost: {times: 2, within: 60d}}}
        any: {dismissed: 45 min, atMost: [{times: 4, within: 90d}]}
        exempt: [any.invited, newcomerGrace]
        snooze: {for: 3d, atMost: 1}
        newcomerGrace: 14d
        deferUntilEligible: true
      groups: [it, tickets]
      exclude: [spam, staff]
      display: {untilAnswered: 3}
      quota: {answers: 500, per: total}
      pacing: {answers: 20, per: week, zone: Europe/Paris, from: 08:00, until: 18:00}
      priority: -4
      from: 2026-01-01T00:00:00Z
      until: 2027-01-01T00:00:00Z
      missingLocale: skip
      questions:
        - id: q1
          type: rating
          text: "Ça va ?"
          metric: csat
          points: 5
          labels: {1: Non, 5: Oui}
          next: [{from: 4, to: 5, go: q3}]
        - {id: q2, type: factors, text: Pourquoi, of: q1, bands: [{from: 1, to: 3, choices: [{id: a, text: A}, {id: b, text: B}]}]}
        - {id: q3, type: matrix, text: Et, rows: [{id: r, text: R}], metric: nps}
        - {id: q4, type: lostTime, text: Minutes, visibleWhen: {attribute: answer.q3.r, lt: 7}}
        - {id: q5, type: multiChoice, text: Quoi, choices: [{id: a, text: A}, {id: b, text: B}], other: Autre, shuffle: true}
        - {id: q6, type: text, text: Dites, minLength: 2, maxLength: 50, requiredWhen: {attribute: answer.q1, le: 2}}
        - {id: q7, type: ranking, text: Rang, choices: [{id: a, text: A}, {id: b, text: B}], top: 1}
        - {id: q8, type: statement, text: Merci, links: [{text: Ici, url: "https://example.org/a?b"}]}
      """;

  private static final String POLICY = """
      policy: acme
      contact:
        any: {invited: 30d, atMost: {times: 4, within: 90d}}
        days: calendar
        zone: America/Toronto
      doNotAsk: [ceo, "17"]
      """;

  private static final String TOUCHPOINTS = """
      time,event,respondent,subject,resolution,team,sla,locale,zone,flags,memberSince,size
      2026-01-31T09:30:00Z,ticket.closed,anna,INC-1,1,"Net, work",met,fr-CA,Europe/Paris,SPAM STAFF,2020-01-01T00:00:00Z,3
      2026-01-31T09:31:00+02:00,ticket.closed,"b ""b\""",INC-2,2,,,,,,,true
      """;

  /** What damages better than chance. */
  private static final List<String> WORDS = List.of(
      "{",
      "}",
      "[",
      "]",
      ": ",
      "- ",
      "&a ",
      "*a",
      "!!str ",
      "---\n",
      "...",
      "\"",
      "'",
      "|\n",
      ">\n",
      "#",
      "\t",
      "\r\n",
      "\uFEFF",
      "\0",
      "\uD800",
      "NaN",
      ".inf",
      "1e999999999",
      "0x7f",
      "-0",
      "null",
      "~",
      "true",
      "99999999999999999999",
      "P1Y",
      "30d",
      "2026-02-30T00:00:00Z",
      "\\u0000",
      ",",
      "<<: ",
      "survey",
      "questions",
      "text",
      "not: ",
      "all: [",
      "attribute: a");

  private FuzzCorpus() {}

  static List<byte[]> of(String fed) {
    List<byte[]> corpus = new ArrayList<>();
    switch (fed) {
      case "SURVEY_YAML" -> {
        surveys().forEach(each -> corpus.add(SurveyWriter.yaml(each).getBytes(UTF_8)));
        corpus.add(EVERYTHING.getBytes(UTF_8));
      }
      case "SURVEY_JSON" ->
        surveys().forEach(each -> corpus.add(SurveyWriter.json(each).getBytes(UTF_8)));
      case "POLICY" -> corpus.add(POLICY.getBytes(UTF_8));
      case "HISTORY" ->
        HistoryReport.lines()
            .forEach(each -> corpus.add(each.history().encode(HistoryReport.SOMEBODY)));
      case "TOUCHPOINTS" -> corpus.add(TOUCHPOINTS.getBytes(UTF_8));
      default -> throw new IllegalArgumentException("nothing is fed to '" + fed + "'");
    }
    return corpus;
  }

  private static List<Survey> surveys() {
    List<Survey> surveys = new ArrayList<>(List.of(
        Surveys.csat("csat").on("ticket.closed"),
        Surveys.nps("nps"),
        Surveys.ces("ces"),
        Surveys.thumbs("thumbs"),
        Surveys.lostTime("lost")));
    surveys.addAll(Workload.surveys(2));
    return surveys;
  }

  static byte[] damaged(byte[] input, List<byte[]> corpus, SplittableRandom random) {
    int at = random.nextInt(input.length + 1);
    int length = random.nextInt(1, 40);
    return switch (random.nextInt(7)) {
      case 0 -> changed(input, at, random);
      case 1 -> joined(input, at, new byte[0], Math.min(input.length, at + length));
      case 2 -> joined(input, at, WORDS.get(random.nextInt(WORDS.size())).getBytes(UTF_8), at);
      case 3 -> {
        byte[] piece = Arrays.copyOfRange(input, at, Math.min(input.length, at + length));
        yield joined(input, random.nextInt(input.length + 1), piece, -1);
      }
      case 4 -> {
        byte[] other = corpus.get(random.nextInt(corpus.size()));
        int from = random.nextInt(other.length + 1);
        yield joined(
            input, at, Arrays.copyOfRange(other, from, Math.min(other.length, from + 200)), at);
      }
      case 5 -> repeated(input, at, length, random);
      default -> Arrays.copyOf(input, at);
    };
  }

  private static byte[] changed(byte[] input, int at, SplittableRandom random) {
    byte[] changed = input.clone();
    if (at < changed.length) {
      changed[at] = (byte) random.nextInt(256);
    }
    return changed;
  }

  /** Puts a piece at a place, and goes on from {@code rest}, or from the place if it is −1. */
  private static byte[] joined(byte[] input, int at, byte[] piece, int rest) {
    int from = rest < 0 ? at : rest;
    byte[] joined = Arrays.copyOf(input, at + piece.length + input.length - from);
    System.arraycopy(piece, 0, joined, at, piece.length);
    System.arraycopy(input, from, joined, at + piece.length, input.length - from);
    return joined;
  }

  /** Deep nesting and long texts come of this. */
  private static byte[] repeated(byte[] input, int at, int length, SplittableRandom random) {
    byte[] piece = Arrays.copyOfRange(input, at, Math.min(input.length, at + length));
    int times = random.nextInt(2, random.nextInt(30) == 0 ? 1_000 : 20);
    byte[] all = new byte[piece.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(piece, 0, all, i * piece.length, piece.length);
    }
    return joined(input, at, all, at);
  }
}
