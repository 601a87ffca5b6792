package io.github.feedback4j.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

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
        kept("address of a host", "192.168.100.200"),
        kept("longer than a number", "06.12.34.56.78.90"),
        kept("decimals", "0612345678,50"),
        kept("amount", "1 234,56 €"),
        kept("large amount", "1 234 567 890 $, +1 234 567"),
        kept("score", "10/10"),
        kept("around the clock", "24/7"),
        kept("company number", "SIREN 732 829 320, SIRET 732 829 320 00074"),
        kept("bank account", "FR76 3000 6000 0112 3456 7890 189"),
        kept("card", "4111 1111 1111 1111"),
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
}
