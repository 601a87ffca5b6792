package io.github.feedback4j.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is taken out of texts and what is not, beside the addresses and numbers of {@link RedactorTest}. */
class RedactedPiecesTest {

  private static final Redactor REDACTOR = Redactor.standard()
      .withEmployeeIds("EMP-######", "@#####", "MAT ####")
      .withAssetTags("LT#####", "@@-PC-####", "ÉCRAN-??##")
      .withNames(List.of(
          "Zoé Lefèvre",
          "Zoé",
          "Anna Schmidt",
          "O'Brien",
          "Jean-Pierre",
          "van den Berg",
          "Li",
          "Søren Łukasz",
          "Müller",
          "Strauß",
          "Иванов",
          "山田"));

  private static Arguments row(String name, String text, String redacted) {
    return argumentSet(name, text, redacted);
  }

  private static Arguments kept(String name, String text) {
    return argumentSet(name, text, text);
  }

  static Stream<Arguments> urls() {
    return Stream.of(
        row("plain", "see https://example.org/help for more", "see <URL> for more"),
        row("http", "http://example.org", "<URL>"),
        row("capitals", "HTTPS://EXAMPLE.ORG/A", "<URL>"),
        row("ftp", "ftp://files.example.org/a.zip", "<URL>"),
        row("a file", "file:///srv/share/report.pdf", "<URL>"),
        row("a share", "smb://nas.example.org/team", "<URL>"),
        row("www", "www.example.org", "<URL>"),
        row("www, intranet", "Sur www.intranet/rh, rien", "Sur <URL>, rien"),
        row("a host alone", "http://localhost:8080/x is down", "<URL> is down"),
        row("at the end of a sentence", "See https://example.org/a.", "See <URL>."),
        row("at the end of a question", "Est-ce https://example.org/a ?", "Est-ce <URL> ?"),
        row("ellipsis", "https://example.org/a…", "<URL>…"),
        row("in parentheses", "(https://example.org/a)", "(<URL>)"),
        row("with parentheses", "https://example.org/a_(b)", "<URL>"),
        row("both", "(voir https://example.org/a_(b))", "(voir <URL>)"),
        row("in angle brackets", "<https://example.org/a>", "<<URL>>"),
        row("in guillemets", "« https://example.org/a »", "« <URL> »"),
        row("in tight guillemets", "«https://example.org/a»", "«<URL>»"),
        row("in quotes", "\"https://example.org/a\"", "\"<URL>\""),
        row("in Markdown", "[the form](https://example.org/a)", "[the form](<URL>)"),
        row("with a query", "https://example.org/a?b=c&d=%20#e", "<URL>"),
        row("with accents", "https://société.fr/été", "<URL>"),
        row("with a user", "https://anna:secret@example.org", "<URL>"),
        row("with an address in it", "https://example.org/?to=anna@example.org", "<URL>"),
        row("with a phone number in it", "https://example.org/0612345678", "<URL>"),
        row("with an IP address in it", "http://10.0.0.1:8080/a", "<URL>"),
        row("with an id in it", "https://example.org/EMP-123456", "<URL>"),
        row("two", "https://a.example/ https://b.example/", "<URL> <URL>"),
        row("a missing space", "voirhttps://example.org", "<URL>"),
        row("a line break", "https://example.org/a\nThanks", "<URL>\nThanks"),
        kept("a bare domain", "example.org was slow"),
        kept("a product", "Node.js and Booking.com"),
        kept("a file", "report.pdf"),
        kept("a drive", "C://Temp and C:\\Temp"),
        kept("no scheme", "://"),
        kept("a scheme alone", "https:// and http://..."),
        kept("www alone", "the www. is slow, www"),
        kept("a ratio", "either/or, 1:1, note://"));
  }

  static Stream<Arguments> ips() {
    return Stream.of(
        row("version 4", "my laptop has 192.168.100.200", "my laptop has <IP>"),
        row("in French", "l'adresse 10.0.0.1 ne répond pas", "l'adresse <IP> ne répond pas"),
        row("at the end of a sentence", "C'est 10.0.0.1.", "C'est <IP>."),
        row("with a port", "10.0.0.1:8080", "<IP>:8080"),
        row("with a prefix length", "10.0.0.0/24", "<IP>/24"),
        row("a range", "10.0.0.1-10.0.0.9", "<IP>-<IP>"),
        row("with a label", "IP:10.0.0.1", "IP:<IP>"),
        row("padded", "010.001.000.012", "<IP>"),
        row("in parentheses", "(172.16.254.1)", "(<IP>)"),
        row("version 6", "2001:0db8:0000:0000:0000:ff00:0042:8329", "<IP>"),
        row("version 6, compressed", "2001:db8::ff00:42:8329", "<IP>"),
        row("version 6, capitals", "2001:DB8::8:800:200C:417A", "<IP>"),
        row("version 6, loopback", "::1 answers", "<IP> answers"),
        row("version 6, link local", "ping fe80::1%eth0 fails", "ping <IP> fails"),
        row("version 6, mapped", "::ffff:192.168.0.1", "<IP>"),
        row("version 6, prefix", "2001:db8::/32", "<IP>/32"),
        row("version 6, in brackets", "[2001:db8::1]:443", "[<IP>]:443"),
        row("version 6, with a label", "host:fe80::1", "host:<IP>"),
        row("version 6, end of a sentence", "It is 2001:db8::1.", "It is <IP>."),
        kept("too great", "10.0.0.256 and 300.1.1.1"),
        kept("three numbers", "10.0.1"),
        kept("five numbers", "1.2.3.4.5"),
        kept("a version", "version 10.0.1.2 and Version: 4.8.1.0"),
        kept("a version, short", "v1.2.3.4, v 1.2.3.4, ver. 1.2.3.4"),
        kept("a French version", "en vers. 2.1.0.5, maj 2.1.0.6, pilote 31.0.1.2"),
        kept("a build", "build 1.2.3.4, firmware 1.2.3.4"),
        kept("a section", "section 3.2.1.4, § 3.2.1.4, étape 1.2.3.4"),
        kept("a version from 0", "0.9.1.2"),
        kept("times", "10:30, 10:30:45 and 12::30"),
        kept("a ratio", "16:9, 1:2:3:4:5:6:7:8"),
        kept("a MAC address", "00:1a:2b:3c:4d:5e"),
        kept("a namespace", "std::vector, a::b, d3::select"),
        kept("nine groups", "1a:2:3:4:5:6:7:8:9"),
        kept("two colons", "note:: and ::"));
  }

  static Stream<Arguments> ibans() {
    return Stream.of(
        row("French", "IBAN FR76 3000 6000 0112 3456 7890 189 merci", "IBAN <IBAN> merci"),
        row("French, bare", "FR7630006000011234567890189", "<IBAN>"),
        row("French, small letters", "fr7630006000011234567890189", "<IBAN>"),
        row("French, with a letter", "FR14 2004 1010 0505 0001 3M02 606", "<IBAN>"),
        row("French, as on a RIB", "FR76 30006 00001 12345678901 89", "<IBAN>"),
        row("French, country apart", "FR 76 3000 6000 0112 3456 7890 189", "<IBAN>"),
        row("hyphens", "DE89-3704-0044-0532-0130-00", "<IBAN>"),
        row("no-break spaces", "DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000", "<IBAN>"),
        row("British", "GB82 WEST 1234 5698 7654 32", "<IBAN>"),
        row("Belgian", "paid to BE68 5390 0754 7034.", "paid to <IBAN>."),
        row("Swiss", "CH93 0076 2011 6238 5295 7", "<IBAN>"),
        row("Dutch", "NL91 ABNA 0417 1643 00", "<IBAN>"),
        row("Italian", "IT60 X054 2811 1010 0000 0123 456", "<IBAN>"),
        row("Norwegian, the shortest", "NO93 8601 1117 947", "<IBAN>"),
        row("Maltese", "MT84 MALT 0110 0001 2345 MTLC AST0 01S", "<IBAN>"),
        row("Seychellois", "SC18SSCB11010000000000001497USD", "<IBAN>"),
        row("Moroccan", "MA64 0115 1900 0001 2050 0053 4921", "<IBAN>"),
        row("with a label", "IBAN:DE89370400440532013000,", "IBAN:<IBAN>,"),
        row("two", "BE68539007547034/NO9386011117947", "<IBAN>/<IBAN>"),
        kept("a wrong check digit", "FR76 3000 6000 0112 3456 7890 188"),
        kept("too short", "BE68 5390 0754 703"),
        kept("one digit more", "DE893704004405320130001"),
        kept("no such country", "XX68 5390 0754 7034"),
        kept("in a word", "aDE89370400440532013000"),
        kept("words", "no 15 people said so, be 68 times kinder than that"));
  }

  static Stream<Arguments> cards() {
    return Stream.of(
        row("Visa", "my card 4111 1111 1111 1111 was charged", "my card <CARD> was charged"),
        row("Visa, bare", "4111111111111111", "<CARD>"),
        row("Visa, hyphens", "4111-1111-1111-1111", "<CARD>"),
        row("Visa, hyphens U+2011", "4111‑1111‑1111‑1111", "<CARD>"),
        row("Visa, no-break spaces", "4111\u00a01111\u202f1111\u00a01111", "<CARD>"),
        row("Visa, 13 digits", "4222222222222", "<CARD>"),
        row("Visa, 19 digits", "4917 6100 0000 0000 003", "<CARD>"),
        row("Mastercard", "carte n° 5555 5555 5555 4444", "carte n° <CARD>"),
        row("Mastercard, new", "2223003122003222", "<CARD>"),
        row("American Express", "3782 822463 10005", "<CARD>"),
        row("Discover", "6011-0009-9013-9424", "<CARD>"),
        row("JCB", "3530111333300000", "<CARD>"),
        row("Diners Club", "3056 930902 5904", "<CARD>"),
        row("UnionPay", "6250 9410 0652 8599", "<CARD>"),
        row("Maestro", "6759 6498 2643 8453", "<CARD>"),
        row("with its code", "4111 1111 1111 1111 123", "<CARD> 123"),
        row("with its end", "4111 1111 1111 1111 12/27", "<CARD> 12/27"),
        row("behind a number sign", "card #4111111111111111.", "card #<CARD>."),
        row("in French", "ma carte (4111 1111 1111 1111)", "ma carte (<CARD>)"),
        kept("a wrong check digit", "4111 1111 1111 1112"),
        kept("no issuer", "1234 5678 9012 3452"),
        kept("SIRET", "SIRET 732 829 320 00074 ou 73282932000074"),
        kept("IMEI", "IMEI 352099001761481"),
        kept("a barcode", "4006381333931"),
        kept("milliseconds", "1764158400000"),
        kept("in a word", "INC4111111111111111"),
        kept("twenty digits", "41111111111111111111"),
        kept("an amount", "4111111111111111,50 €"),
        kept("dates", "2026 2027 2028 2029"),
        kept("a GUID", "550e8400-e29b-41d4-a716-446655440000"));
  }

  static Stream<Arguments> codes() {
    return Stream.of(
        row("employee", "EMP-123456 came", "<EMPLOYEE> came"),
        row("employee, small letters", "emp-123456", "<EMPLOYEE>"),
        row("employee, hyphen U+2011", "EMP‑123456", "<EMPLOYEE>"),
        row("employee, a letter first", "l'agent A12345 m'a aidé", "l'agent <EMPLOYEE> m'a aidé"),
        row("employee, a French letter", "é12345", "<EMPLOYEE>"),
        row("employee, a space", "MAT\u00a01234.", "<EMPLOYEE>."),
        row("asset", "LT00042 is slow", "<ASSET> is slow"),
        row("asset, letters", "FR-PC-0042", "<ASSET>"),
        row("asset, either", "écran-A742 ou ÉCRAN-7B42", "<ASSET> ou <ASSET>"),
        row(
            "beside marks",
            "(LT00042),LT00043/LT00044-LT00045",
            "(<ASSET>),<ASSET>/<ASSET>-<ASSET>"),
        row("beside a decimal comma", "LT00042,5", "<ASSET>,5"),
        kept("a digit more", "EMP-1234567, LT000421"),
        kept("a digit less", "EMP-12345, LT0004"),
        kept("a letter before", "XEMP-123456, XLT00042"),
        kept("a letter behind", "EMP-123456A, LT00042b, LT00042_"),
        kept("other places", "EMP/123456, 12-PC-0042"));
  }

  static Stream<Arguments> names() {
    return Stream.of(
        row("full", "Zoé Lefèvre was kind", "<NAME> was kind"),
        row("first name", "merci à Zoé !", "merci à <NAME> !"),
        row("without accents", "ZOE LEFEVRE", "<NAME>"),
        row("decomposed accents", "Zoe\u0301 Lefe\u0300vre", "<NAME>"),
        row("small letters", "zoé a tout réglé", "<NAME> a tout réglé"),
        row("possessive", "Zoé's help", "<NAME>'s help"),
        row("elision", "l'aide d'Anna Schmidt", "l'aide d'<NAME>"),
        row("elision, typographic", "l’aide d’Anna Schmidt", "l’aide d’<NAME>"),
        row("hyphen for a space", "anna-schmidt", "<NAME>"),
        row("dot for a space", "Anna.Schmidt", "<NAME>"),
        row("space for a hyphen", "Jean Pierre", "<NAME>"),
        row("apostrophe", "Mr O’Brien and o'brien", "Mr <NAME> and <NAME>"),
        row("particles", "M. van den Berg", "M. <NAME>"),
        row("two letters", "Li est rapide", "<NAME> est rapide"),
        row("Nordic and Polish", "Soren Lukasz, SØREN ŁUKASZ", "<NAME>, <NAME>"),
        row("umlaut", "Frau Muller / MÜLLER", "Frau <NAME> / <NAME>"),
        row("sharp s", "Strauss, STRAUẞ", "<NAME>, <NAME>"),
        row("Cyrillic", "ИВАНОВ помог", "<NAME> помог"),
        row("Han", "山田 さん", "<NAME> さん"),
        row("part of a longer one", "Jean-Pierre-Marie", "<NAME>-Marie"),
        row("beside a mark", "(Zoé),Zoé/Zoé", "(<NAME>),<NAME>/<NAME>"),
        row("in an address", "zoé.lefèvre@example.org", "<EMAIL>"),
        kept("inside a word", "Zoéline, lieu, delicate, Mullers"),
        kept("with an underline", "zoé_, _zoé"),
        kept("half a name", "Anna; Schmidt, Berg et Pierre"),
        kept("lines", "Anna\nSchmidt"),
        kept("other words between", "Anna B. Schmidt"));
  }

  static Stream<Arguments> overlaps() {
    return Stream.of(
        row("a card in a number", "+44 4111 1111 1111 1111", "+44 <CARD>"),
        row("a number before an address", "06 12 34 56 78@example.org", "<PHONE>@example.org"),
        row("a name as long as an address", "Anna Schmidt@e.fr", "<NAME>@e.fr"),
        row("an address after half a name", "Anna schmidt@example.org", "Anna <EMAIL>"),
        row("a URL after an address", "a@b.http://example.org/long", "a@b.<URL>"),
        row("an id in an address", "emp-123456@example.org", "<EMAIL>"),
        row("a name in a number", "Li 06 12 34 56 78", "<NAME> <PHONE>"),
        row("a token", "<EMAIL> and <NAME> and <CARD>", "<EMAIL> and <NAME> and <CARD>"),
        row("a token in a piece", "https://example.org/<EMAIL>/a", "<URL><EMAIL>/a"),
        row("no token", "<email> Zoé <EMAILS>", "<email> <NAME> <EMAILS>"));
  }

  static Stream<Arguments> english() {
    return Stream.of(
        row(
            "a signature",
            "Regards, Zoé (514) 555-0199 zoe@example.org",
            "Regards, <NAME> <PHONE> <EMAIL>"),
        row(
            "a problem",
            "LT00042 (10.1.2.3) can't open https://portal.example.org/x since INC-1234.",
            "<ASSET> (<IP>) can't open <URL> since INC-1234."),
        row(
            "an expense",
            "Please refund 4111-1111-1111-1111 or GB29 NWBK 6016 1331 9268 19, $12.50.",
            "Please refund <CARD> or <IBAN>, $12.50."),
        kept("a ticket", "INC0012345, REQ-004211, CHG0030001 and RITM0010002"),
        kept("a ticket, spaced", "ticket 0012345 and incident # 1234567"),
        kept("a date", "on 2026-11-26 at 14:15, 11/26/2026, Nov 26th 2026"),
        kept("a date and time", "2026-11-26T14:15:00.000+01:00"),
        kept("a version", "Windows 11 23H2, Office 16.0.17328, Java 17.0.15+6, 3.2.1"),
        kept("a price", "$1,234.56, £1 200 000, 12.50 USD"),
        kept("times", "9:00-17:30, 9am to 5pm, 24/7"),
        kept("numbers", "waited 45 minutes, 3 times, 10/10, 99.9 %"),
        kept("an error code", "0x80070005 and HTTP 503, error 0xC0000022"),
        kept("a room", "room 4.12, desk B-204, floor 3"),
        kept("a path", "\\\\server\\share and /usr/local/bin"),
        kept("a model", "ThinkPad T14s, PA-7050, WH-1000XM5"),
        kept("other names", "Paul and Mary were kind"),
        kept("nothing", ""));
  }

  static Stream<Arguments> french() {
    return Stream.of(
        row(
            "une signature",
            "Cordialement, Zoé Lefèvre – 06.12.34.56.78 – zoe@société.fr",
            "Cordialement, <NAME> – <PHONE> – <EMAIL>"),
        row(
            "un problème",
            "Le poste fr-pc-0042 (172.16.0.9) n'ouvre plus www.portail.fr/rh depuis lundi",
            "Le poste <ASSET> (<IP>) n'ouvre plus <URL> depuis lundi"),
        row(
            "un remboursement",
            "À virer sur FR76 3000 6000 0112 3456 7890 189, soit 1 234,56 €",
            "À virer sur <IBAN>, soit 1 234,56 €"),
        row(
            "un agent",
            "C'est l'agent EMP-004217 (Jean-Pierre) qui m'a rappelé au +33 6 12 34 56 78",
            "C'est l'agent <EMPLOYEE> (<NAME>) qui m'a rappelé au <PHONE>"),
        kept("un ticket", "Ticket INC0012345, demande n° 004211, dossier 2026-00451"),
        kept("une date", "le 26/11/2026 à 14h15, du 26.11.26 au 27.11.26, 1er décembre"),
        kept("une version", "Windows 10 22H2, appli 4.12.1, Outlook 16.0"),
        kept("un prix", "12,50 €, 1 234 567 €, 1.234,56 EUR"),
        kept("des heures", "de 9 h 00 à 17 h 30, 10:30:00, 35 heures"),
        kept("des nombres", "3 semaines, 2 fois, 98,5 %, 4/5"),
        kept("un code postal", "75008 Paris, 13001 Marseille"),
        kept("un SIREN", "SIREN 732 829 320"),
        kept("une salle", "salle B 204, bâtiment 3, étage 2"),
        kept("d'autres noms", "Paul et Marie étaient gentils"),
        kept("des mots", "Rien à dire, très bien !"));
  }

  @ParameterizedTest
  @MethodSource({"urls", "ips", "ibans", "cards", "codes", "names", "overlaps", "english", "french"
  })
  void redacts(String text, String redacted) {
    assertThat(REDACTOR.redact(text).text()).isEqualTo(redacted);
    assertThat(REDACTOR.redact(redacted).text()).isEqualTo(redacted);
  }
}
