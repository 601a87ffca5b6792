package io.github.feedback4j.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class RedactorProperties {

  private static final Redactor REDACTOR = Redactor.standard();

  private static final List<String> NEAR_MISSES = List.of(
      "a@",
      "@",
      "a.",
      "1",
      "0",
      "06 ",
      "+3 ",
      "(5",
      "(514) ",
      "06.",
      "a@b.",
      "1-800-",
      "a@b.fr-",
      "://",
      "a://",
      "http://",
      "http://.",
      "www.",
      "www.a ",
      "https://a.fr/(",
      "1.",
      "1.2.3.",
      ":",
      "::",
      "a:",
      "1:2:",
      "fe80::",
      "fr",
      "FR76 3000 ",
      "FR76",
      "4111 1111 1111 ",
      "4111 ",
      "4111-1111-",
      "<",
      "<EMAIL>",
      "<EMAIL",
      "Anna ",
      "Anna Bell ",
      "Bell 06 ",
      "a",
      "e\u0301",
      "a a ",
      "-",
      "\ud83d",
      "\ude00",
      "😡",
      "12 ",
      "EMP-",
      "ab-12",
      "version ",
      "06 ab 12 ");

  /** Knows names and ids that are parts of everything else, and of each other. */
  private static final Redactor GREEDY = REDACTOR
      .withEmployeeIds("####", "EMP-##", "+### ##", "?? ?#", "_#@?", "(###)", "@@-##")
      .withAssetTags("## ##", "@@#", "http", "12/##", "###_", "#.##-")
      .withNames(List.of(
          "Anna",
          "Anna Bell",
          "Bell 06",
          "Bell www",
          "http",
          "fr",
          "version",
          "NAME",
          "EMAIL",
          "06 ab",
          "12-ab",
          "ab 4111"));

  @Property(tries = 5_000)
  void aSecondRedactionChangesNothing(@ForAll("numberLike") String text) {
    String once = REDACTOR.redact(text).text();

    assertThat(REDACTOR.redact(once).text()).isEqualTo(once);
    assertThat(REDACTOR.redact(once).counts()).isEmpty();
  }

  @Property
  void aSecondRedactionOfAnyTextChangesNothing(@ForAll("any") String text) {
    String once = REDACTOR.redact(text).text();

    assertThat(REDACTOR.redact(once).text()).isEqualTo(once);
  }

  @Property(tries = 20_000)
  void aSecondRedactionOfOverlappingPiecesChangesNothing(@ForAll("mixed") String text) {
    String once = GREEDY.redact(text).text();

    assertThat(GREEDY.redact(once)).isEqualTo(new Redaction(once, Map.of()));
  }

  @Property(tries = 5_000)
  void aSecondRedactionChangesNothingWithoutSomeKinds(
      @ForAll("mixed") String text, @ForAll Set<Redaction.Kind> off) {
    Redactor redactor = GREEDY;
    for (Redaction.Kind each : off) {
      redactor = redactor.without(each);
    }
    Redaction once = redactor.redact(text);

    assertThat(redactor.redact(once.text()).text()).isEqualTo(once.text());
    assertThat(once.counts()).doesNotContainKeys(off.toArray(Redaction.Kind[]::new));
  }

  @Property(tries = 5_000)
  void countsAreTheTokensThatWerePutIn(@ForAll("mixed") String text) {
    Redaction redaction = GREEDY.redact(text);

    for (Redaction.Kind each : Redaction.Kind.values()) {
      assertThat(redaction.count(each))
          .isEqualTo(occurrences(redaction.text(), each) - occurrences(text, each));
    }
  }

  @Property(tries = 5_000)
  void whatIsNotTakenOutStaysInItsOrder(@ForAll("mixed") String text) {
    String redacted = GREEDY.redact(text).text();

    int at = 0;
    for (String each : redacted.split("<(EMAIL|PHONE|IP|URL|IBAN|CARD|EMPLOYEE|ASSET|NAME)>", -1)) {
      int found = text.indexOf(each, at);
      assertThat(found).isNotNegative();
      at = found + each.length();
    }
  }

  @Property
  void noPlantedPieceIsLeft(
      @ForAll("wordy") String before,
      @ForAll("pieces") String piece,
      @ForAll("wordy") String behind) {
    Redaction redaction = GREEDY.redact(before + " " + piece + " " + behind);

    assertThat(redaction.text()).doesNotContain(piece);
    assertThat(redaction.counts()).isNotEmpty();
  }

  @Property
  void noPlantedNameIsLeft(@ForAll("any") String before, @ForAll("people") String name) {
    Redactor redactor = Redactor.none().with(Redaction.Kind.NAME);
    String upper = name.toUpperCase(Locale.ROOT);

    assertThat(
            redactor.redact(before + " " + name + ", " + upper, List.of(name)).text())
        .endsWith(" <NAME>, <NAME>");
  }

  @Property
  void aNameIsFoundWithAndWithoutItsAccents(@ForAll("people") String name) {
    Redactor redactor = REDACTOR.withNames(List.of(name));
    String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);

    assertThat(redactor.redact(decomposed).text()).isEqualTo("<NAME>");
    assertThat(redactor.redact(decomposed.replaceAll("\\p{M}", "")).text()).isEqualTo("<NAME>");
  }

  @Property
  void everyWrongDigitOfACardIsSeen(
      @ForAll @IntRange(max = 15) int place, @ForAll @IntRange(min = 1, max = 9) int by) {
    StringBuilder card = new StringBuilder("5555555555554444");
    card.setCharAt(place, (char) ('0' + (card.charAt(place) - '0' + by) % 10));

    assertThat(REDACTOR.redact(card.toString()).text()).isEqualTo(card.toString());
  }

  @Property
  void everyWrongDigitOfAnAccountIsSeen(
      @ForAll @IntRange(min = 2, max = 21) int place, @ForAll @IntRange(min = 1, max = 9) int by) {
    StringBuilder account = new StringBuilder("DE89370400440532013000");
    account.setCharAt(place, (char) ('0' + (account.charAt(place) - '0' + by) % 10));

    assertThat(REDACTOR.redact(account.toString()).text()).isEqualTo(account.toString());
  }

  @Property
  void noTextIsTooOdd(
      @ForAll("any") String text, @ForAll List<@StringLength(max = 5) String> names) {
    Redaction redaction = GREEDY.redact(text, names);

    assertThat(GREEDY.redact(redaction.text(), names).text()).isEqualTo(redaction.text());
  }

  @Property
  void noPlantedAddressIsLeft(
      @ForAll("any") String before,
      @ForAll("addresses") String address,
      @ForAll("any") String behind) {
    Redaction redaction = REDACTOR.redact(before + " " + address + " " + behind);

    assertThat(redaction.text()).doesNotContain(address);
    assertThat(redaction.count(Redaction.Kind.EMAIL)).isPositive();
  }

  @Property(tries = 2_000)
  void noPlantedNumberIsLeft(
      @ForAll("numberLike") String before,
      @ForAll("numbers") String number,
      @ForAll("numberLike") String behind) {
    Redaction redaction = REDACTOR.redact(before + " " + number + " " + behind);

    assertThat(redaction.text()).doesNotContain(number);
  }

  @Property
  void keepsWhatStandsAroundANumber(
      @ForAll("wordy") String before, @ForAll("wordy") String behind) {
    assertThat(REDACTOR.redact(before + " 06 12 34 56 78 " + behind).text())
        .isEqualTo(before + " <PHONE> " + behind);
  }

  @Property
  void textWithoutDigitsAtSignsAndAddressesIsUnchanged(@ForAll("any") String text) {
    String harmless = text.replaceAll("[0-9@:.]", "");

    assertThat(REDACTOR.redact(harmless).text()).isEqualTo(harmless);
  }

  @Example
  void takesMegabytesOfNearMissesInItsStride() {
    for (String piece : NEAR_MISSES) {
      String megabyte = piece.repeat(1_000_000 / piece.length());
      String part = megabyte.substring(0, 50_000);

      assertThat(REDACTOR.redact(megabyte + "@").text()).isNotNull();
      assertThat(GREEDY.redact(part + "@", List.of("a a", "a b")).text()).isNotNull();
    }
  }

  @Provide
  Arbitrary<String> any() {
    return Arbitraries.strings().all().ofMaxLength(40);
  }

  /** Texts of what numbers and addresses are made of. */
  @Provide
  Arbitrary<String> numberLike() {
    return Arbitraries.of(
            "0",
            "1",
            "5",
            "06",
            "33",
            "514",
            "555",
            "0199",
            "2026",
            "00",
            "06 12 34 56 78",
            "514-555-0199",
            "+33612345678",
            "0612345678",
            " ",
            " ",
            "-",
            "-",
            ".",
            ".",
            "/",
            ",",
            "+",
            "(",
            ")",
            ") ",
            " x",
            " poste ",
            "a",
            "@",
            "@b",
            ".fr",
            "_",
            "#",
            "\n",
            "\u00a0")
        .list()
        .ofMaxSize(14)
        .map(pieces -> String.join("", pieces));
  }

  /** Texts of everything that is found and what it is made of, without much between. */
  @Provide
  Arbitrary<String> mixed() {
    Arbitrary<String> separators = Arbitraries.of(
        "", "", "", " ", " ", "-", ".", ",", ":", "/", "+", "(", ")", "_", "#", "@", "<", ">", "\n",
        "'", "%", "::", ". ", ", ", "\u00a0", "é", "\u0301");
    Arbitrary<String> parts = Arbitraries.of(
        "Anna",
        "Bell",
        "http",
        "https://",
        "www.",
        "a@b.fr",
        "ab",
        "fr",
        "x.org/a",
        "version",
        "NAME",
        "06 12 34 56 78",
        "+33612345678",
        "(514) 555-0199",
        "0612345678",
        "06",
        "12",
        "1",
        "514",
        "555",
        "0199",
        "10.0.0.1",
        "1.2",
        "fe80::1",
        "2001:db8",
        "4111 1111 1111 1111",
        "4111",
        "1111",
        "4111111111111111",
        "DE89 3704 0044 0532 0130 00",
        "NO9386011117947",
        "NO93 8601",
        "EMP-12",
        "ab1",
        "a1b2",
        "<EMAIL>",
        "<NAME>",
        "<CARD>",
        "poste 12",
        "x1",
        "12/34",
        "\ud83d",
        "\ude00");
    return Combinators.combine(parts, separators)
        .as((part, separator) -> part + separator)
        .list()
        .ofMaxSize(9)
        .map(each -> String.join("", each));
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(
        "https://example.org/a?b=c",
        "www.example.org",
        "192.168.0.12",
        "2001:db8::12",
        "FR76 3000 6000 0112 3456 7890 189",
        "GB82WEST12345698765432",
        "4111 1111 1111 1111",
        "378282246310005",
        "EMP-12",
        "Anna Bell",
        "anna@example.org",
        "+33 6 12 34 56 78");
  }

  @Provide
  Arbitrary<String> people() {
    return Arbitraries.strings()
        .withChars("aZéÈçïÔûñÅőŁžĞ")
        .ofMinLength(2)
        .ofMaxLength(7)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(words -> String.join(" ", words));
  }

  @Provide
  Arbitrary<String> wordy() {
    return Arbitraries.strings().withChars("abcé,.!? \n").ofMaxLength(20);
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> names =
        Arbitraries.strings().withChars("abz0é").ofMinLength(1).ofMaxLength(8);
    Arbitrary<String> tags = Arbitraries.of("", ".x", "+tag", "_1", "-a");
    Arbitrary<String> domains = Arbitraries.of("example.org", "a-b.example.co.uk", "société.fr");
    return Combinators.combine(names, tags, domains)
        .as((name, tag, domain) -> name + tag + "@" + domain);
  }

  @Provide
  Arbitrary<String> numbers() {
    Arbitrary<String> pairs = digits(8);
    Arbitrary<String> french = Combinators.combine(
            Arbitraries.integers().between(1, 9), pairs, Arbitraries.of(" ", ".", "-", ""))
        .as((first, rest, separator) ->
            "0" + first + separator + String.join(separator, List.of(rest.split("(?<=\\G..)"))));
    Arbitrary<String> international = Combinators.combine(
            Arbitraries.of("+33", "+33 ", "0033", "0033 ", "+33 (0)"),
            Arbitraries.integers().between(1, 9),
            pairs)
        .as((prefix, first, rest) -> prefix + first + rest);
    Arbitrary<String> northAmerican = Combinators.combine(
            Arbitraries.of("%s-%s-%s", "(%s) %s-%s", "+1 %s %s %s", "1-%s-%s-%s", "%s.%s.%s"),
            Arbitraries.integers().between(200, 999),
            Arbitraries.integers().between(200, 999),
            digits(4))
        .as((form, area, exchange, line) -> form.formatted(area, exchange, line));
    return Arbitraries.oneOf(french, international, northAmerican);
  }

  private static int occurrences(String text, Redaction.Kind kind) {
    return (text.length() - text.replace(kind.token(), "").length())
        / kind.token().length();
  }

  private static Arbitrary<String> digits(int count) {
    return Arbitraries.strings().numeric().ofLength(count);
  }
}
