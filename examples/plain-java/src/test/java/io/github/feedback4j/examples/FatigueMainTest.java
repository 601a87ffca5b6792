package io.github.feedback4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.prompt.FatigueFigure;
import io.github.feedback4j.prompt.SkipReason;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class FatigueMainTest {

  private static final String SCRIPT = "<script>alert(1)</script>";

  @TempDir
  Path folder;

  @Test
  void aMonthBetweenTwoQuestionsAsksAPersonFiveTimesInHalfAYearAtMost() {
    assertThat(run("--cool-down", "30d").lines())
        .contains("  3256 touchpoints of 900 people, 2026-01-05 to 2026-07-03")
        .anyMatch(line -> line.matches("  questions asked +1564"))
        .anyMatch(line -> line.matches("  answers +1027"))
        .anyMatch(line -> line.matches("  the person asked most often +5"))
        .anyMatch(line -> line.matches("  shortest time between two questions +30\\.1 d"))
        .anyMatch(line -> line.matches("  787 +24 % +COOLING_DOWN +ticket-csat +policy: .*30d}}"));
  }

  @Test
  void aWeekAsksOnePersonThirteenTimes() {
    assertThat(run("--cool-down", "7d").lines())
        .anyMatch(line -> line.matches("  questions asked +2037"))
        .anyMatch(line -> line.matches("  answers +1352"))
        .anyMatch(line -> line.matches("  the person asked most often +13"))
        .anyMatch(line -> line.matches("  shortest time between two questions +7\\.0 d"));
  }

  @Test
  void aComparisonShowsBothAndTheDifference() throws Exception {
    Path html = folder.resolve("out.html");

    Output output = run("--compare", "7d", "--html", html.toString());

    assertThat(output.lines())
        .anyMatch(line -> line.matches("  questions asked +1564 +2037 +\\+473"))
        .anyMatch(line -> line.matches("  people asked more than 3 times .* \\+11 pt"));
    assertThat(Files.readString(html))
        .contains("<html lang=\"en\"")
        .contains("<h1>With a cool-down of 7 days, 2,037 questions are asked instead of 1,564,")
        .contains("9 of 10 people are asked at most 4 times instead of 3")
        .contains("<td class=\"right\">1,564</td><td class=\"right\">2,037</td>");
  }

  @Test
  void nothingIsWiderThanEightyColumns() {
    assertThat(run("--compare", "7d").lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void theSameSeedPrintsTheSameAndAnotherSeedAnother() {
    assertThat(run().text()).isEqualTo(run("--seed", "1").text());
    assertThat(run("--seed", "2").text()).isNotEqualTo(run().text());
  }

  @Test
  void theWrittenTouchpointsAreReplayedLikeThoseInMemory() throws Exception {
    Path csv = folder.resolve("touchpoints.csv");

    assertThat(run("--write-csv", csv.toString()).text()).startsWith("wrote 3256 touchpoints to ");
    assertThat(run("--csv", csv.toString()).text()).isEqualTo(run().text());

    List<String> lines = Files.readAllLines(csv);
    List<String> mixedUp = Stream.of(
            lines.subList(0, 1), lines.subList(400, 3257), lines.subList(1, 400))
        .flatMap(List::stream)
        .toList();
    Files.write(csv, mixedUp);
    assertThat(run("--csv", csv.toString(), "--sort").text()).isEqualTo(run().text());
    assertThat(refused("--csv", csv.toString())).contains("sort the lines by time");
  }

  @Test
  void surveysAndPoliciesComeFromFiles() throws Exception {
    Path csv = write("t.csv", """
        time,event,respondent,subject,team
        2026-01-05T09:00:00Z,project.finished,anna,P-1,Lyon
        2026-01-15T09:00:00Z,project.finished,anna,P-2,Lyon
        2026-01-25T09:00:00Z,project.finished,anna,P-3,Lyon
        """);
    write("surveys/project.yaml", """
        survey: project
        on: [project.finished]
        questions: [{id: q, type: rating, metric: csat, text: How was it?}]
        """);
    Path policy = write("surveys/policy.yaml", "policy: ours\ncontact: {any: {invited: 15d}}\n");

    Output output = run(
        "--csv", csv.toString(),
        "--surveys", policy.getParent().toString(),
        "--policy", policy.toString(),
        "--compare", "20d");

    assertThat(output.lines())
        .anyMatch(line -> line.matches("  questions asked +2 +2 +\\+0"))
        .anyMatch(line -> line.contains("policy.yaml = ours: "))
        .anyMatch(line -> line.matches(" +1 +33 % +COOLING_DOWN +project +ours: .*15d}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void thePageIsWellFormedAndNeedsNoScript(String language) throws Exception {
    Path html = folder.resolve("out.html");

    run("--compare", "7d", "--lang", language, "--html", html.toString());

    Document page = parse(Files.readString(html));
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language);
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(page.getElementsByTagName("figure").getLength()).isEqualTo(4);
    assertThat(page.getElementsByTagName("details").getLength()).isEqualTo(4);
    assertThat(Files.readString(html))
        .contains("default-src &#39;none&#39;; style-src &#39;sha256-")
        .doesNotContain("style=\"", " onclick", "http://www.w3.org/2000", "https://");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void everyReasonAndFigureHasItsWords(String language) {
    FatigueWords words = new FatigueWords(Locale.forLanguageTag(language));

    for (SkipReason each : SkipReason.values()) {
      assertThat(words.text("reason." + each)).isNotBlank();
    }
    for (FatigueFigure each : FatigueFigure.values()) {
      assertThat(words.text("figure." + each)).isNotBlank();
    }
  }

  @Test
  void bothLanguagesHaveTheSameWords() throws Exception {
    assertThat(words("/examples/fatigue_fr.properties").keySet())
        .isEqualTo(words("/examples/fatigue.properties").keySet());
  }

  private static Properties words(String resource) throws Exception {
    Properties words = new Properties();
    try (var in = FatigueMain.class.getResourceAsStream(resource)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return words;
  }

  @Test
  void frenchPagesHaveFrenchNumbers() throws Exception {
    Path html = folder.resolve("out.html");

    run("--lang", "fr", "--html", html.toString());

    assertThat(Files.readString(html))
        .contains("1\u202f564 questions apportent 1\u202f027 réponses\u00a0;")
        .contains("1,6\u00a0%");
  }

  @Test
  void whatStandsInAFileIsTextOnThePage() throws Exception {
    Path csv = write("t.csv", """
        time,event,respondent,subject,team
        2026-01-05T09:00:00Z,ticket.closed,anna,T-1,%s
        2026-01-06T09:00:00Z,%s,anna,T-2,"a & ""b"" 'c' \u0001"
        """.formatted(SCRIPT, SCRIPT));
    Path html = folder.resolve("out.html");

    run("--csv", csv.toString(), "--html", html.toString());

    String page = Files.readString(html);
    assertThat(page).doesNotContain(SCRIPT).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(parse(page).getElementsByTagName("script").getLength()).isZero();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        argumentSet("option", "there is no option '--hmtl'", List.of("--hmtl", "x")),
        argumentSet("value", "--csv needs a value", List.of("--csv")),
        argumentSet("twice", "--seed is given twice", List.of("--seed", "1", "--seed", "2")),
        argumentSet("seed", "--seed must be a whole number", List.of("--seed", "x")),
        argumentSet("gap", "--cool-down must be written like 30d", List.of("--cool-down", "month")),
        argumentSet("too long", "the cool-down: ", List.of("--cool-down", "9999d")),
        argumentSet("compare", "--compare must be a cool-down such", List.of("--compare", "none")),
        argumentSet("lang", "--lang must be en or fr", List.of("--lang", "de")),
        argumentSet("share", "--satisfied must be between", List.of("--satisfied", "80")),
        argumentSet("part", "--behaviour must name sees", List.of("--behaviour", "cries=1")),
        argumentSet("sum", "must add up to at most 1", List.of("--behaviour", "answers=1")),
        argumentSet("csv", "a file cannot be read", List.of("--csv", "no-such-file")),
        argumentSet("policy", "the file cannot be read", List.of("--policy", "no-such-file")),
        argumentSet("surveys", "the folder cannot be read", List.of("--surveys", "no-such-dir")));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsNamedWithTheWayOut(String message, List<String> args) {
    assertThat(refused(args.toArray(String[]::new))).contains(message);
  }

  @Test
  void aFileWithoutTouchpointsIsRefused() throws Exception {
    Path csv = write("t.csv", "time,event,respondent\n");

    assertThat(refused("--csv", csv.toString())).contains("there is no touchpoint to replay");
  }

  @Test
  void helpListsEveryOption() {
    assertThat(run("--help").text())
        .contains("--compare", "--behaviour", "--write-csv")
        .isEqualTo(FatigueOptions.USAGE);
  }

  private Path write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Output run(String... args) {
    Output out = new Output();
    Output err = new Output();
    int exitCode = FatigueMain.run(List.of(args), out.stream(), err.stream());
    assertThat(err.text()).isEmpty();
    assertThat(exitCode).isZero();
    return out;
  }

  private static String refused(String... args) {
    Output out = new Output();
    Output err = new Output();
    assertThat(FatigueMain.run(List.of(args), out.stream(), err.stream())).isEqualTo(2);
    return err.text();
  }

  private static Document parse(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
  }
}
