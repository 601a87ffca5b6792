package io.github.feedback4j.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RedactorTest {

  private static final Redactor REDACTOR = Redactor.standard();

  private static Arguments row(String name, String text, String redacted) {
    return argumentSet(name, text, redacted);
  }

  private static Arguments kept(String name, String text) {
    return argumentSet(name, text, text);
  }

  static Stream<Arguments> addresses() {
    return Stream.of(
        row("plain", "ask jane@example.org please", "ask <EMAIL> please"),
        row("dots and tag", "jane.m.doe+it@mail.example.co.uk", "<EMAIL>"),
        row("capitals", "JANE@EXAMPLE.ORG", "<EMAIL>"),
        row("at the end of a sentence", "Write to jane@example.org.", "Write to <EMAIL>."),
        row("in angle brackets", "Jane <jane@example.org>", "Jane <<EMAIL>>"),
        row("as a link", "mailto:jane@example.org", "mailto:<EMAIL>"),
        row("in quotes", "'jane@example.org'", "'<EMAIL>'"),
        row("French name", "l'adresse zoé.lefèvre@société.fr", "l'adresse <EMAIL>"),
        row("decomposed accents", "zoe\u0301@example.org", "<EMAIL>"),
        row("apostrophe", "o'brien@example.org", "<EMAIL>"),
        row("a number as a name", "0612345678@example.org", "<EMAIL>"),
        row("hyphens", "a-b@my-company.example", "<EMAIL>"),
        row("two", "a@example.org,b@example.org", "<EMAIL>,<EMAIL>"),
        row("behind another at sign", "x@jane@example.org", "x@<EMAIL>"),
        kept("no domain", "rendez-vous @ 14h"),
        kept("no top level", "root@localhost"),
        kept("no name", "@example.org"),
        kept("a number as top level", "3@4.5"),
        kept("a handle", "thanks @jane"));
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        row("French", "au 06 12 34 56 78 merci", "au <PHONE> merci"),
        row("French, dots", "06.12.34.56.78", "<PHONE>"),
        row("French, hyphens", "01-23-45-67-89", "<PHONE>"),
        row("French, spaced hyphens", "01 - 23 - 45 - 67 - 89", "<PHONE>"),
        row("French, slashes", "01/23/45/67/89", "<PHONE>"),
        row("French, no-break spaces", "06\u00a012\u202f34\u00a056\u00a078", "<PHONE>"),
        row("French, bare", "tél:0612345678.", "tél:<PHONE>."),
        row("French, freephone", "0 800 12 34 56 ou 0800 123 456", "<PHONE> ou <PHONE>"),
        row("French, extension", "01 23 45 67 89 poste 1234", "<PHONE>"),
        row("French, in parentheses", "(0612345678)", "(<PHONE>)"),
        row("French, two", "0612345678/0123456789", "<PHONE>/<PHONE>"),
        row("French, then a number", "06 12 34 56 78 2 fois", "<PHONE> 2 fois"),
        row("international", "+33 6 12 34 56 78", "<PHONE>"),
        row("international, bare", "+33612345678", "<PHONE>"),
        row("international, with zero", "+33 (0)6 12 34 56 78", "<PHONE>"),
        row("international, parentheses", "(+33) 6 12 34 56 78", "<PHONE>"),
        row("international, 00", "0033612345678", "<PHONE>"),
        row("international, 00 and spaces", "00 33 6 12 34 56 78", "<PHONE>"),
        row("international, then a number", "+33 6 12 34 56 78 3 fois", "<PHONE> 3 fois"),
        row("British", "+44 20 7946 0958", "<PHONE>"),
        row("Belgian", "+32 2 555 12 12", "<PHONE>"),
        row("German, 00", "0049 30 901820", "<PHONE>"),
        row("North American", "(514) 555-0199", "<PHONE>"),
        row("North American, glued", "call (514)555-0199!", "call <PHONE>!"),
        row("North American, hyphens", "514-555-0199", "<PHONE>"),
        row("North American, hyphens U+2011", "514‑555‑0199", "<PHONE>"),
        row("North American, dots", "514.555.0199", "<PHONE>"),
        row("North American, spaces", "514 555 0199", "<PHONE>"),
        row("North American, +1", "+1 514 555 0199", "<PHONE>"),
        row("North American, +1 and parentheses", "+1 (514) 555-0199", "<PHONE>"),
        row("North American, 1-800", "1-800-555-0199", "<PHONE>"),
        row("extension x", "514-555-0199 x123", "<PHONE>"),
        row("extension x, glued", "514-555-0199x123.", "<PHONE>."),
        row("extension poste", "514 555-0199, poste 123 svp", "<PHONE> svp"),
        row("extension ext.", "(514) 555-0199 ext. 4567", "<PHONE>"),
        row(
            "a number in place of an extension",
            "514-555-0199 x 06 12 34 56 78",
            "<PHONE> x <PHONE>"),
        row("extension without a number", "514-555-0199 ext", "<PHONE> ext"));
  }

  static Stream<Arguments> others() {
    return Stream.of(
        kept("ticket", "INC-1234"),
        kept("ticket, padded", "INC0012345"),
        kept("ticket, ten digits", "INC0612345678"),
        kept("ticket, ten digits behind a hyphen", "INC-0612345678"),
        kept("ticket, number sign", "#0612345678"),
        kept("ticket, with a date", "CHG 20260115"),
        kept("order, ten digits", "order 5145550199"),
        kept("id, eleven digits", "06123456789"),
        kept("id, letter behind", "0612345678A"),
        kept("id, padded with zeros", "0012345678 and 000123456789"),
        kept("ISO date", "2026-01-15"),
        kept("date and time", "2026-01-15 10:30:00, 2026-01-15T10:30:00.123"),
        kept("French date", "15/01/2026, 15.01.2026 et 05-01-26 10 30"),
        kept("spaced date and hour", "le 09 12 2026 14 h"),
        kept("times", "10:30-11:30, 9h15"),
        kept("version", "10.0.19045 and 10.0.19045.3803"),
        kept("longer than a number", "06.12.34.56.78.90"),
        kept("decimals", "0612345678,50"),
        kept("amount", "1 234,56 €"),
        kept("large amount", "1 234 567 890 $, +1 234 567"),
        kept("score", "10/10"),
        kept("around the clock", "24/7"),
        kept("company number", "SIREN 732 829 320, SIRET 732 829 320 00074"),
        kept("bank account, mistyped", "FR76 3000 6000 0112 3456 7890 188"),
        kept("card, mistyped", "4111 1111 1111 1112"),
        kept("area code below 200", "123 456 7890"),
        kept("local number", "555-0199"),
        kept("short number", "le 15, le 3615"),
        kept("year range", "2019-2026"),
        kept("sum", "2+33612345678"),
        kept("lines", "06 12\n34 56 78"));
  }

  @ParameterizedTest
  @MethodSource({"addresses", "numbers", "others"})
  void redacts(String text, String redacted) {
    assertThat(REDACTOR.redact(text).text()).isEqualTo(redacted);
  }

  @Test
  void countsByKindAndShowsNothingElse() {
    Redaction redaction = REDACTOR.redact("a@example.org, b@example.org or 06 12 34 56 78");

    assertThat(redaction.counts())
        .isEqualTo(Map.of(Redaction.Kind.EMAIL, 2, Redaction.Kind.PHONE, 1));
    assertThat(redaction.count(Redaction.Kind.EMAIL)).isEqualTo(2);
    assertThat(redaction).hasToString("Redaction[27 characters, {EMAIL=2, PHONE=1}]");
  }

  @Test
  void countsNothingWhereNothingWasFound() {
    Redaction redaction = REDACTOR.redact("Quick and kind");

    assertThat(redaction.counts()).isEmpty();
    assertThat(redaction.count(Redaction.Kind.PHONE)).isZero();
  }

  @Test
  void countsWhatOnlyAnApplicationKnows() {
    Redaction redaction = Redactor.standard()
        .withEmployeeIds("EMP-####")
        .withAssetTags("LT####")
        .redact("Zoé (EMP-1234) and Anna took LT0001 and LT0002", List.of("Zoé", "Anna"));

    assertThat(redaction.text())
        .isEqualTo("<NAME> (<EMPLOYEE>) and <NAME> took <ASSET> and <ASSET>");
    assertThat(redaction).hasToString("Redaction[55 characters, {EMPLOYEE=1, ASSET=2, NAME=2}]");
  }

  @Test
  void theTokensAreThoseOfStoredTexts() {
    assertThat(Arrays.stream(Redaction.Kind.values()).map(Redaction.Kind::token))
        .containsExactly(
            "<EMAIL>",
            "<PHONE>",
            "<IP>",
            "<URL>",
            "<IBAN>",
            "<CARD>",
            "<EMPLOYEE>",
            "<ASSET>",
            "<NAME>");
  }

  @Test
  void refusesACountBelowOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Redaction("", Map.of(Redaction.Kind.EMAIL, 0)))
        .withMessage("count of EMAIL must be at least 1, but was 0");
  }

  @Test
  void noneLeavesEverythingAsItIs() {
    String text = "jane@example.org, 06 12 34 56 78";

    assertThat(Redactor.none().redact(text)).isEqualTo(new Redaction(text, Map.of()));
  }

  @Test
  void noneLeavesNamesAsTheyAre() {
    assertThat(Redactor.none().redact("Zoé", List.of("Zoé")).text()).isEqualTo("Zoé");
  }

  @Test
  void takesOutOnlyWhatItWasGiven() {
    Redactor one = Redactor.none().with(Redaction.Kind.EMAIL);

    assertThat(one.redact("a@example.org, 06 12 34 56 78").text())
        .isEqualTo("<EMAIL>, 06 12 34 56 78");
  }

  @Test
  void whatIsSwitchedOffStays() {
    String text = "https://example.org/?to=a@example.org";

    assertThat(REDACTOR.without(Redaction.Kind.URL).redact(text).text())
        .isEqualTo("https://example.org/?to=<EMAIL>");
    assertThat(
            REDACTOR.without(Redaction.Kind.NAME).redact("Zoé", List.of("Zoé")).text())
        .isEqualTo("Zoé");
  }

  @Test
  void anIdIsWhatTheApplicationSaysItIs() {
    Redactor ids = REDACTOR.withEmployeeIds("0#########").withAssetTags("##########");

    assertThat(ids.redact("0612345678").text()).isEqualTo("<EMPLOYEE>");
    assertThat(ids.redact("5145550199").text()).isEqualTo("<ASSET>");
  }

  @Test
  void laterPatternsTakeThePlaceOfEarlierOnes() {
    Redactor ids = REDACTOR.withEmployeeIds("EMP-####").withEmployeeIds("PERS-####");

    assertThat(ids.redact("EMP-1234 PERS-1234").text()).isEqualTo("EMP-1234 <EMPLOYEE>");
  }

  @Test
  void ofTwoPatternsTheLongerOneIsFound() {
    Redactor ids = REDACTOR.withAssetTags("LT-###", "LT-###-@@");

    assertThat(ids.redact("LT-123-FR, LT-123-F").text()).isEqualTo("<ASSET>, <ASSET>-F");
  }

  @Test
  void namesOfOneTextAddToThoseOfAll() {
    Redactor names = REDACTOR.withNames(List.of("Anna"));

    assertThat(names.redact("Anna, Zoé", List.of("Zoé")).text()).isEqualTo("<NAME>, <NAME>");
    assertThat(names.redact("Anna, Zoé").text()).isEqualTo("<NAME>, Zoé");
  }

  @Test
  void namesOfOneTextThatAreNoneAreLeftOut() {
    List<String> names = List.of("", " ", "A", "-", "1", "é", "x".repeat(101), "Zoé");

    assertThat(REDACTOR.redact("A 1 - é Zoé", names).text()).isEqualTo("A 1 - é <NAME>");
  }

  @Test
  void everyMistakeInPatternsIsTold() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REDACTOR.withEmployeeIds(
            "EMP-\\d+", "", " EMP-###", "x".repeat(61), "##", "@@@@", "[A-Z]###", "A\n###"))
        .withMessage(
            String.join(
                "; ",
                "employee id pattern 'EMP-\\d+' must not have the character '\\': it is no regular expression; # is a digit, @ a letter, ? either",
                "employee id pattern '' must stand for at least 3 letters and digits, but stands for 0",
                "employee id pattern ' EMP-###' must not begin or end with a space",
                "employee id pattern '" + "x".repeat(60)
                    + "…' must have at most 60 characters, but has 61",
                "employee id pattern '##' must stand for at least 3 letters and digits, but stands for 2",
                "employee id pattern '@@@@' would take out ordinary words; it needs a # for a digit, or a letter or digit that all ids have",
                "employee id pattern '[A-Z]###' must not have the character '[': it is no regular expression; # is a digit, @ a letter, ? either",
                "employee id pattern 'A\ufffd###' must not have the character '\ufffd': it is no regular expression; # is a digit, @ a letter, ? either"));
  }

  @Test
  void fiftyPatternsAreEnough() {
    String[] patterns = new String[51];
    Arrays.setAll(patterns, each -> "LT##-" + each);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> REDACTOR.withAssetTags(patterns))
        .withMessage("there must be at most 50 asset tag patterns, but there are 51");
    assertThat(REDACTOR
            .withAssetTags(Arrays.copyOf(patterns, 50))
            .redact("LT42-49")
            .text())
        .isEqualTo("<ASSET>");
  }

  @Test
  void mistakesInNamesAreToldWithoutTheNames() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REDACTOR.withNames(List.of("Zoé", "Q", "z".repeat(101))))
        .withMessage(
            "name 2 must have 2 letters up to 100 characters, but has 1 letters and 1 characters; "
                + "name 3 must have 2 letters up to 100 characters, but has 101 letters and 101 characters");
  }

  @Test
  void tenThousandNamesAreEnough() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REDACTOR.withNames(Collections.nCopies(10_001, "Zoé")))
        .withMessage("there must be at most 10000 names, but there are 10001");
  }

  @Test
  void saysWhatItTakesOutButNoName() {
    Redactor names = Redactor.none().with(Redaction.Kind.IP).withNames(List.of("Zoé"));

    assertThat(names).hasToString("Redactor[IP, NAME]");
  }
}
