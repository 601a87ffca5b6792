package io.github.feedback4j.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RedactorProperties {

  private static final Redactor REDACTOR = Redactor.standard();

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
  void textWithoutDigitsAndAtSignsIsUnchanged(@ForAll("any") String text) {
    String harmless = text.replaceAll("[0-9@]", "");

    assertThat(REDACTOR.redact(harmless).text()).isEqualTo(harmless);
  }

  @Example
  void takesMegabytesOfNearMissesInItsStride() {
    for (String piece :
        List.of("a@", "@", "a.", "1", "0", "06 ", "+3 ", "(5", "(514) ", "06.", "a@b.", "1-800-")) {
      String text = piece.repeat(1_000_000 / piece.length());

      assertThat(REDACTOR.redact(text).text()).isNotNull();
      assertThat(REDACTOR.redact(text + "@").text()).isNotNull();
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

  private static Arbitrary<String> digits(int count) {
    return Arbitraries.strings().numeric().ofLength(count);
  }
}
