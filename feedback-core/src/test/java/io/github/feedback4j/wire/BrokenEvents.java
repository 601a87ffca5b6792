package io.github.feedback4j.wire;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * One flaw in the event that has everything: its name, where it is, what is put there, and the code and the place
 * that are told.
 */
final class BrokenEvents {

  /** What may not be left out. */
  private static final String REQUIRED = """
      /specversion /id /source /type /time /data
      /data/response /data/revision /data/complete /data/answeredAt /data/late /data/survey /data/surveyVersion
      /data/respondent /data/invitation /data/answers
      /data/invitation/id /data/invitation/event /data/invitation/invitedAt /data/invitation/expiresAt
      /data/invitation/inclusionProbability /data/invitation/subject/key /data/invitation/subject/resolution
      /data/answers/0/question /data/answers/0/type /data/answers/0/value
      /data/answers/6/value/1/row /data/answers/6/value/1/value
      /data/tagging/pack /data/tagging/engine /data/tagging/texts
      /data/tagging/texts/0/question /data/tagging/texts/0/empty /data/tagging/texts/0/tags
      /data/tagging/texts/0/tags/0/theme /data/tagging/texts/0/tags/0/polarity /data/tagging/texts/0/tags/0/score
      /data/tagging/texts/0/tags/0/spans /data/tagging/texts/0/tags/0/origin /data/tagging/texts/0/tags/0/language
      /data/tagging/texts/0/tags/0/item
      /data/corrections/0/question /data/corrections/0/theme /data/corrections/0/actor /data/corrections/0/at
      """;

  /** Name, place and value; then the place that is told, where it is another one. */
  private static final String MALFORMED = """
      another version of CloudEvents | /specversion | "0.3"
      an id that is none             | /id | "1"
      an id in short groups          | /id | "1-1-1-1-1"
      an id that is a number         | /id | 1
      an empty source                | /source | ""
      a source with a space          | /source | "a b"
      a source of another script     | /source | "/é"
      a type that is a number        | /type | 1
      an empty subject               | /subject | ""
      a day without time             | /time | "2026-01-31"
      a time without zone            | /time | "2026-01-31T08:00:00"
      a time beyond RFC 3339         | /time | "+10000-01-31T08:00:00Z"
      data in XML                    | /datacontenttype | "application/xml"
      data that is a text            | /data | "<a/>"
      a revision of zero             | /data/revision | 0
      half a revision                | /data/revision | 1.5
      a revision in words            | /data/revision | "1"
      a revision beyond all          | /data/revision | 2147483648
      complete in words              | /data/complete | "yes"
      late as a number               | /data/late | 0
      a locale that is a number      | /data/locale | 1
      a locale with half its parts   | /data/locale | {"language":"fr"} | /data/locale/country is missing
      a version below zero           | /data/surveyVersion | -1
      nobody                         | /data/respondent | ""
      a key with a tab               | /data/respondent | "a\\tb"
      an invitation of one text      | /data/invitation | "a"
      a blank key of a subject       | /data/invitation/subject/key | " "
      no resolution                  | /data/invitation/subject/resolution | 0
      a probability of nothing       | /data/invitation/inclusionProbability | 0
      a probability above one        | /data/invitation/inclusionProbability | 1.01
      a probability in words         | /data/invitation/inclusionProbability | "1"
      a team of spaces               | /data/invitation/accountability/team | "  "
      a team that is a number        | /data/invitation/accountability/team | 7
      opened some day                | /data/invitation/accountability/openedAt | "Monday"
      an attribute that is null      | /data/invitation/attributes/tier | null | /data/invitation/attributes must
      an attribute with a space      | /data/invitation/attributes/a b | 1 | /data/invitation/attributes must
      an attribute of numbers        | /data/invitation/attributes/labels | [1] | /data/invitation/attributes must
      an attribute of an attribute   | /data/invitation/attributes/tier | {"a":1} | /data/invitation/attributes must
      answers by name                | /data/answers | {}
      an answer that is null         | /data/answers/0 | null
      an answer of no type           | /data/answers/0/type | "slider"
      a rating in words              | /data/answers/0/value | "4"
      a rating and a half            | /data/answers/0/value | 4.5
      a rating beyond all            | /data/answers/0/value | 2147483648
      a text that is true            | /data/answers/1/value | true
      a choice of two                | /data/answers/2/value | ["a","b"]
      words that are a number        | /data/answers/3/other | 1
      choices of one text            | /data/answers/4/value | "a"
      a choice that is null          | /data/answers/4/value/0 | null
      rows by name                   | /data/answers/6/value | {"a":1}
      a row in words                 | /data/answers/6/value/0/value | "5"
      a ranking of numbers           | /data/answers/7/value | [1] | /data/answers/7/value/0 must
      consent in words               | /data/answers/8/value | "true"
      minutes and a half             | /data/answers/9/value | 0.5
      tagging as a list              | /data/tagging | []
      empty in words                 | /data/tagging/texts/0/empty | "no"
      a theme with a space           | /data/tagging/texts/0/tags/0/theme | "a b" | /data/tagging/texts/0/tags/0 must
      an unknown polarity            | /data/tagging/texts/0/tags/0/polarity | "mixed"
      a score of the other sign      | /data/tagging/texts/0/tags/0/score | 60 | /data/tagging/texts/0/tags/0 must
      a score beyond all             | /data/tagging/texts/0/tags/0/score | -101
      no span                        | /data/tagging/texts/0/tags/0/spans | [] | /data/tagging/texts/0/tags/0 must
      half a span                    | /data/tagging/texts/0/tags/0/spans/0 | [3]
      a span before the text         | /data/tagging/texts/0/tags/0/spans/0/0 | -1
      an unknown origin              | /data/tagging/texts/0/tags/0/origin | "oracle"
      a place without polarity       | /data/corrections/1/place | [0,1] | /data/corrections/1 must
      an actor without a name        | /data/corrections/0/actor | ""
      an actor with a tab            | /data/corrections/0/actor | "a\\tb"
      fewer redactions than none     | /data/redactions/email | -1
      redactions in words            | /data/redactions/email | "1"
      """;

  private BrokenEvents() {}

  /** Returns name, place, value or null for none, code and the beginning of the detail. */
  static Stream<Arguments> all() {
    Stream<Arguments> missing = REQUIRED
        .lines()
        .flatMap(line -> Stream.of(line.trim().split(" ")))
        .map(each -> argumentSet("without " + each, each, null, "malformed", each + " is missing"));
    Stream<Arguments> malformed = MALFORMED.lines().map(line -> {
      String[] columns = line.split(" \\| ", -1);
      String place = columns[1];
      String told = columns.length > 3 ? columns[3] : place + " must";
      return argumentSet(columns[0].trim(), place, columns[2], "malformed", told);
    });
    Stream<Arguments> large = Stream.of(
        large("a long survey", "/data/survey", text(201)),
        large("a long event", "/data/invitation/event", text(201)),
        large("a long answer", "/data/answers/1/value", text(100_001)),
        large("a long choice", "/data/answers/2/value", text(201)),
        large("long words beside a choice", "/data/answers/3/other", text(100_001)),
        large("a long language", "/data/locale", text(201)),
        large("a long actor", "/data/corrections/0/actor", text(201)),
        large("a span of three", "/data/tagging/texts/0/tags/0/spans/0", list(3, "7")),
        large("too many choices", "/data/answers/4/value", list(1_001, "\"a\"")),
        large("too many spans", "/data/tagging/texts/0/tags/0/spans", list(20_001, "[0,1]")),
        large("too many answers", "/data/answers", list(1_001, "{}")),
        large("too many corrections", "/data/corrections", list(1_001, "{}")));
    // The bounds of these are a rule of the type itself.
    Stream<Arguments> tooLong = Stream.of(
        longer("a long source", "/source", text(501)),
        longer("a long subject", "/subject", text(201)),
        longer("a long key", "/data/respondent", text(257)),
        longer("a long key of a subject", "/data/invitation/subject/key", text(201)),
        longer("a long team", "/data/invitation/accountability/team", text(201)));
    return Stream.of(missing, malformed, large, tooLong).flatMap(each -> each);
  }

  private static Arguments large(String name, String place, String json) {
    return argumentSet(name, place, json, "too-large", place + " must have at most");
  }

  private static Arguments longer(String name, String place, String json) {
    return argumentSet(name, place, json, "malformed", place + " must");
  }

  private static String text(int length) {
    return "\"" + "x".repeat(length) + "\"";
  }

  private static String list(int size, String entry) {
    return "[" + String.join(",", Collections.nCopies(size, entry)) + "]";
  }
}
