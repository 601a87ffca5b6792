package io.github.feedback4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemePackReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ThemesMainTest {

  private static final String PACK = """
      pack: desk
      version: 4
      themes:
        network: {title: {en: Network, fr: Réseau}, en: [vpn, modem], fr: [vpn]}
        speed: {title: {en: Speed, fr: Vitesse}, en: [time], negative: {en: [slow], fr: [lent]}}
      """;

  @TempDir
  Path folder;

  private String pack = "";

  @BeforeEach
  void writePack() throws Exception {
    pack = write("desk.yaml", PACK);
  }

  @Test
  void tagCountsThemesAndWritesEveryTag() throws Exception {
    String csv = write("c.csv", """
        id,locale,text
        a,en,"the vpn is slow, again"
        b,fr,"le VPN est lent"
        c,en,n/a
        d,,nothing of it
        """);
    Path tags = folder.resolve("tags.csv");

    Output output = run("tag", "--csv", csv, "--pack", pack, "--write", tags.toString());

    assertThat(output.text()).startsWith("desk:4:").contains(": 3 comments, 1 more say nothing");
    assertThat(output.lines())
        .anyMatch(line -> line.matches("  network +2 +66\\.7 % +0 +2 +0 +0"))
        .anyMatch(line -> line.matches("  \\(none\\) +1 +33\\.3 %"))
        .contains("wrote " + tags);
    assertThat(Files.readAllLines(tags))
        .containsExactly(
            "id,theme,polarity,start,end,words,item",
            "a,network,negative,4,7,vpn,vpn",
            "a,speed,negative,11,15,slow,slow",
            "b,network,negative,3,6,VPN,vpn",
            "b,speed,negative,11,15,lent,lent");
  }

  @Test
  void reportFlagsWhatIsOftenWrong() throws Exception {
    StringBuilder csv = new StringBuilder("comment,locale,themes,day\n");
    for (int i = 0; i < 20; i++) {
      csv.append("this time it was fine ").append(i).append(",en,-,2026-01-31\n");
      csv.append("the vpn ").append(i).append(",en,network|it,2026-02-01T10:00:00Z\n");
    }
    String file = write("c.csv", csv.toString());

    Output output =
        run("report", "--csv", file, "--pack", pack, "--columns", "text=comment,date=day");

    assertThat(output.lines())
        .anyMatch(line -> line.contains("on 40 comments, 40 of them labelled"))
        .contains("labels name themes that the pack does not have: it; add them to the pack, or"
            + " correct the labels")
        .anyMatch(line -> line.matches(
            "  speed +en time +20 +0 +20 +0\\.00 +0\\.00-0\\.16 +20 +2026-01-31 +weak"))
        .anyMatch(line -> line.matches(
            "  network +en vpn +20 +20 +0 +1\\.00 +0\\.84-1\\.00 +20 +2026-02-01 +good"))
        .contains("wrong more often than not: 1 items", "  speed: en time")
        .contains("never found: 4 items", "  network: en modem");
  }

  @Test
  void suggestWritesThePackWithWhatIsAccepted() throws Exception {
    String csv = write("c.csv", labelled());
    Path all = folder.resolve("all.yaml");
    Path some = folder.resolve("some.yaml");

    Output output = run("suggest", "--csv", csv, "--pack", pack, "--write", all.toString());

    assertThat(output.lines())
        .anyMatch(line -> line.matches(" +1  remove  speed +en +time +0 +20 +0"))
        .anyMatch(line -> line.matches(" +\\d+  add +network +en +wifi .*"))
        .anyMatch(line -> line.matches(" +\\d+  add +network +fr +coupure.*"));
    ThemePack better = ThemePackReader.read(all);
    assertThat(better.version()).isEqualTo(5);
    assertThat(better.theme("network").phrases().get("en")).containsKey("wifi");
    assertThat(better.theme("speed").phrases().get("en")).doesNotContainKey("time");

    run("suggest", "--csv", csv, "--pack", pack, "--accept", "1", "--write", some.toString());

    assertThat(ThemePackReader.read(some).theme("network").phrases().get("en"))
        .doesNotContainKey("wifi");
    assertThat(ThemePackReader.read(some).theme("speed").phrases().get("en"))
        .doesNotContainKey("time");
    assertThat(refused("suggest", "--csv", csv, "--pack", pack, "--accept", "1-999"))
        .contains("--accept must name suggestions, of which there are");
    assertThat(refused("suggest", "--csv", csv, "--pack", pack, "--write", some.toString()))
        .endsWith("some.yaml: the file is there already; choose another name, or delete it\n");
  }

  @Test
  void discoverShowsWhatIsNewWithExamples() throws Exception {
    StringBuilder csv = new StringBuilder("text,locale,date,person\n");
    for (int i = 0; i < 100; i++) {
      csv.append("all is fine with it,en,2026-01-1").append(i % 10).append(",p").append(i);
      csv.append('\n');
    }
    for (int i = 0; i < 8; i++) {
      csv.append("\"the turnstile refuses\nmy badge\",en,2026-03-0")
          .append(i + 1)
          .append(",q");
      csv.append(i).append('\n');
    }
    String file = write("c.csv", csv.toString());

    Output output = run("discover", "--csv", file, "--pack", pack, "--since", "2026-02-01");

    assertThat(output.lines())
        .anyMatch(line -> line.contains("8 recent comments, 8 without a theme, and 100 earlier"))
        .contains("1. new: 8 comments of 8 people, 0 people before")
        .anyMatch(line -> line.matches("   .*(badge|turnstile).* \\(en\\), z = .*"))
        .contains("   > the turnstile refuses my badge");
  }

  @Test
  void labelNextGivesReasons() throws Exception {
    String csv = write("c.csv", """
        id,text,locale,themes,factors
        1,the vpn is slow,en,network|speed,
        2,it fell on my foot,en,,network
        3,the badge opens no door,en,,
        4,le vpn,fr,,
        """);

    Output output = run("label-next", "--csv", csv, "--pack", pack, "--top", "3");

    assertThat(output.lines())
        .containsExactly(
            "1. 2: network was ticked, but is not found",
            "   > it fell on my foot",
            "2. 4: may be about network, which has few labels",
            "   > le vpn",
            "3. 3: no theme is found",
            "   > the badge opens no door");
  }

  @Test
  void withoutAPackTheOneForItServicesIsUsed() throws Exception {
    String csv = write("c.csv", "text\nthe vpn kept dropping\nl'imprimante est en panne\n");

    assertThat(run("tag", "--csv", csv).lines())
        .anyMatch(line -> line.startsWith("it-service:"))
        .anyMatch(line -> line.startsWith("  network "))
        .anyMatch(line -> line.startsWith("  printing "));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        argumentSet("no command", "a command is missing", List.of()),
        argumentSet("command", "there is no command 'tags'", List.of("tags")),
        argumentSet("option", "there is no option '--cvs'", List.of("tag", "--cvs", "x")),
        argumentSet("no csv", "--csv is missing", List.of("tag")),
        argumentSet("no value", "--csv needs a value", List.of("tag", "--csv")),
        argumentSet("twice", "given twice", List.of("tag", "--csv", "a", "--csv", "b")),
        argumentSet(
            "foreign",
            "--since is for discover, not for tag; leave it out",
            List.of("tag", "--csv", "a", "--since", "2026-01-01")),
        argumentSet(
            "since",
            "--since must be a day such as",
            List.of("discover", "--csv", "a", "--since", "May")),
        argumentSet(
            "top",
            "--top must be a whole number between 1 and 1000, but is '0'",
            List.of("discover", "--csv", "a", "--top", "0")),
        argumentSet(
            "accept",
            "--accept must be numbers such as 1-5,8, but is '5-1'",
            List.of("suggest", "--csv", "a", "--accept", "5-1")),
        argumentSet(
            "columns",
            "--columns must be like text=comment,date=day",
            List.of("tag", "--csv", "a", "--columns", "txt=comment")),
        argumentSet("no file", "there is no such file", List.of("tag", "--csv", "no-such-file")),
        argumentSet(
            "no pack",
            "the file cannot be read",
            List.of("tag", "--csv", "a", "--pack", "no-such-file")));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsNamedWithTheWayOut(String message, List<String> args) {
    assertThat(refused(args.toArray(String[]::new))).contains(message);
  }

  @Test
  void mistakesInTheFileAreNamedWithTheirLine() throws Exception {
    String csv = write("c.csv", """
        text,locale,date,themes
        fine,en,2026-01-31,-
        fine,english and french,2026-01-31,
        "two
        lines",en,31.1.2026,
        fine,en,,Network
        fine,en,,network|-
        a, b,en,,
        """);

    assertThat(refused("tag", "--csv", csv).lines())
        .containsExactly(
            csv + ":3: column 'locale' must be a language such as en or fr-CA, or empty, but is"
                + " 'english and french'",
            csv + ":4: column 'date' must be a day such as 2026-01-31 or a time such as"
                + " 2026-01-31T09:30:00Z, or empty, but is '31.1.2026'",
            csv + ":6: theme must match [a-z0-9-]{1,64}, but was 'Network'; separate the ids of"
                + " themes by '|'",
            csv + ":7: column 'themes' must be ids of themes separated by '|', and '-' only by"
                + " itself, but is 'network|-'",
            csv + ":8: the line has 5 fields, but the header names 4; put texts with commas in"
                + " quotes");
  }

  @Test
  void aHeaderWithoutATextSaysHowToNameIt() throws Exception {
    assertThat(refused("tag", "--csv", write("c.csv", "comment,id\nfine,1\n")))
        .contains("c.csv:1: the header lacks the column 'text', it has comment,id; say which one it"
            + " is with --columns text=NAME");
    assertThat(refused("tag", "--csv", write("s.csv", "text;id\nfine;1\n")))
        .contains("s.csv:1: the columns are separated by ';'; save the file with commas");
    assertThat(refused("tag", "--csv", write("h.csv", "text\n")))
        .contains("h.csv:2: there is no comment under the header; add a line for each");
    assertThat(refused("tag", "--csv", write("e.csv", "")))
        .contains("e.csv:1: the file is empty; it starts with a line such as text,id,");
  }

  @Test
  void aFileThatIsNotUtf8SaysSo() throws Exception {
    Path csv = folder.resolve("latin.csv");
    Files.write(csv, "text\nréseau\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(refused("tag", "--csv", csv.toString()))
        .contains("latin.csv: the file is not UTF-8; save it as UTF-8");
  }

  @Test
  void mistakesInThePackAreThoseOfItsReader() throws Exception {
    String csv = write("c.csv", "text\nfine\n");
    String wrong = write("wrong.yaml", "pack: desk\nversion: 1\nthemes: {a: {en: ['vpn |']}}\n");

    assertThat(refused("tag", "--csv", csv, "--pack", wrong)).contains("wrong.yaml:3:");
  }

  @Test
  void longWorkDrawsABarOnATerminalOnly() {
    Output terminal = new Output();
    Output pipe = new Output();
    Iterator<Long> times = Stream.iterate(0L, each -> each + 400_000_000L).iterator();
    ProgressLine bar = new ProgressLine(terminal.stream(), true, times::next);
    ProgressLine none = new ProgressLine(pipe.stream(), false, () -> Long.MAX_VALUE);

    for (int i = 1; i <= 4; i++) {
      bar.accept(i / 4.0);
      none.accept(i / 4.0);
    }
    bar.close();
    none.close();

    assertThat(pipe.text()).isEmpty();
    assertThat(terminal.text())
        .doesNotContain(" 50 %")
        .contains("\r[##############################          ]  75 %")
        .endsWith("\r");
  }

  @Test
  void helpListsEveryCommandAndOption() {
    assertThat(run("--help").text())
        .contains("tag ", "report ", "suggest ", "discover ", "label-next ", "--columns", "--write")
        .isEqualTo(ThemesOptions.USAGE);
    assertThat(ThemesOptions.USAGE.lines()).allMatch(line -> line.length() <= 90);
  }

  private static String labelled() {
    StringBuilder csv = new StringBuilder("text,locale,themes\n");
    for (int i = 0; i < 20; i++) {
      csv.append("the vpn again ").append(i).append(",en,network\n");
      csv.append("my wifi again ").append(i).append(",en,network\n");
      csv.append("this time it was fine ").append(i).append(",en,-\n");
      csv.append("encore une coupure ").append(i).append(",fr,network\n");
      csv.append("too slow ").append(i).append(",en,speed\n");
    }
    return csv.toString();
  }

  private String write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static Output run(String... args) {
    Output out = new Output();
    Output err = new Output();
    assertThat(run(args, out, err)).as(err.text()).isZero();
    assertThat(err.text()).isEmpty();
    return out;
  }

  private static String refused(String... args) {
    Output err = new Output();
    assertThat(run(args, new Output(), err)).isEqualTo(2);
    return err.text();
  }

  private static int run(String[] args, Output out, Output err) {
    ProgressLine bar = new ProgressLine(err.stream(), false, () -> 0);
    return ThemesMain.run(List.of(args), out.stream(), err.stream(), bar);
  }
}
