package io.github.feedback4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayMainTest {

  private static final String HEADER = String.join(",", TicketCsv.COLUMNS);
  private static final String GOOD =
      "INC-1,1,2026-01-05T08:00:00Z,2026-01-05T09:00:00Z,u1,en,Lyon,phone,VPN,high,met";

  @TempDir
  private Path folder;

  private final Output out = new Output();
  private final Output err = new Output();

  @Test
  void theOutputIsTheSameInEveryLanguageAndFitsOnAPage() {
    int exitCode = ReplayMain.run(List.of(), out.stream(), err.stream());
    Locale before = Locale.getDefault();
    Output abroad = new Output();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      ReplayMain.run(List.of(), abroad.stream(), err.stream());
    } finally {
      Locale.setDefault(before);
    }

    assertThat(exitCode).isZero();
    assertThat(abroad.text()).isEqualTo(out.text());
    assertThat(out.lines()).hasSizeLessThanOrEqualTo(110);
    assertThat(out.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(err.text()).isEmpty();
  }

  @Test
  void theFiguresFindWhatWasPlanted() {
    ReplayMain.run(List.of(), out.stream(), err.stream());

    assertThat(out.text())
        .contains("made by a generator")
        .contains("Green outside, red inside: VPN.")
        .contains("Better: the intervals do not overlap")
        .contains("Shortest gap of all: 14 days");
    assertThat(csat("phone"))
        .isLessThan(csat("portal"))
        .isLessThan(csat("chat"))
        .isLessThan(csat("walk-up"));
    assertThat(out.text()).containsPattern("\\[.+].*\n.*network \\(-\\)");
  }

  /** Returns the percentage in the row of a team or channel. */
  private int csat(String name) {
    String row = out.lines().stream()
        .filter(line -> line.startsWith("  " + name + " "))
        .findFirst()
        .orElseThrow();
    return Integer.parseInt(row.substring(2 + name.length(), row.indexOf('%')).strip());
  }

  @Test
  void aMissingFileIsNamed() {
    int exitCode = ReplayMain.run(
        List.of(folder.resolve("nowhere.csv").toString()), out.stream(), err.stream());

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.text().strip()).endsWith("nowhere.csv: there is no such file; check the path");
    assertThat(out.text()).isEmpty();
  }

  @Test
  void everyMistakeHasItsLineItsColumnAndAWayOut() throws IOException {
    String late = GOOD.replace("2026-01-05T09:00:00Z", "2026-01-04T09:00:00Z");
    String mistakes = mistakes(
        HEADER,
        GOOD,
        GOOD,
        late.replace("INC-1", "INC-2"),
        GOOD.replace("2026-01-05T09:00:00Z", "5 January").replace(",met", ",ok"),
        "INC-9,1,2026-01-05T08:00:00Z");

    assertThat(mistakes.lines())
        .containsExactly(
            "tickets.csv:3: column 'id': ticket and resolution stand in line 2 already; count"
                + " resolution up",
            "tickets.csv:4: column 'closed_at' must be a time after opened_at"
                + " (2026-01-05T08:00:00Z), but is '2026-01-04T09:00:00Z'",
            "tickets.csv:5: column 'closed_at' must be a time such as 2026-01-31T09:30:00Z, but is"
                + " '5 January'",
            "tickets.csv:5: column 'sla' must be met or missed, but is 'ok'",
            "tickets.csv:6: the line has 3 fields, but the header names 11; put texts with commas"
                + " in quotes");
  }

  @Test
  void aWrongHeaderIsExplained() throws IOException {
    assertThat(mistakes(HEADER.replace(",sla", ",in_time"), GOOD))
        .startsWith("tickets.csv:1: the header lacks the column 'sla'; it needs id,resolution,");
    assertThat(mistakes(HEADER.replace(',', ';'), GOOD))
        .isEqualTo("tickets.csv:1: the columns are separated by ';'; save the file with commas");
    assertThat(mistakes("")).startsWith("tickets.csv:1: the file is empty; it starts with");
    assertThat(mistakes(HEADER))
        .isEqualTo("tickets.csv:2: there is no ticket under the header; add a line for each");
  }

  @Test
  void anUnfinishedQuoteAndAnotherEncodingAreNoStackTrace() throws IOException {
    assertThat(mistakes(HEADER, GOOD.replace("Lyon", "\"Lyon")))
        .startsWith("tickets.csv:")
        .doesNotContain("Exception");
    Files.write(
        folder.resolve("tickets.csv"), "id\nMontréal".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(run()).isEqualTo("tickets.csv: the file is not UTF-8; save it as UTF-8");
  }

  @Test
  void manyMistakesAreCutShort() throws IOException {
    String wrong = IntStream.range(0, 30)
        .mapToObj(i -> GOOD.replace("INC-1,1", "INC-" + i + ",0"))
        .collect(Collectors.joining("\n"));

    assertThat(mistakes(HEADER, wrong).lines())
        .hasSize(11)
        .last()
        .isEqualTo("and 20 more mistakes");
  }

  @Test
  void oneTicketIsEnoughAndShowsNotEnoughData() throws IOException {
    Path file = folder.resolve("tickets.csv");
    Files.writeString(file, "\uFEFF" + HEADER + "\n" + GOOD.replace("high", "low") + "\n");

    int exitCode = ReplayMain.run(List.of(file.toString()), out.stream(), err.stream());

    assertThat(exitCode).isZero();
    assertThat(err.text()).isEmpty();
    assertThat(out.text()).contains("1 tickets of 1 people").contains("csat: not enough data");
  }

  @Test
  void aFileWithoutSatisfactionIsReplayedWithAWarning() throws Exception {
    Path file = folder.resolve("tickets.csv");
    Output.of(WriteTicketsMain::main, file.toString());
    String withoutLastColumn = Files.readString(file)
        .replaceAll("(?m)," + TicketCsv.SATISFACTION + "$|,[1-5]\\.\\d\\d$", "");
    Files.writeString(file, withoutLastColumn);

    ReplayMain.run(List.of(file.toString()), out.stream(), err.stream());

    assertThat(err.text()).isEmpty();
    assertThat(out.text()).contains("the scores mean nothing").contains("WHO WAS ASKED");
  }

  @Test
  void longInputTellsHowFarItIs() throws IOException {
    String tickets = IntStream.range(0, 5_000)
        .mapToObj(i -> GOOD.replace("INC-1", "INC-" + i).replace("u1", "u" + i))
        .collect(Collectors.joining("\n"));
    Path file = folder.resolve("tickets.csv");
    Files.writeString(file, HEADER + "\n" + tickets + "\n");

    ReplayMain.run(List.of(file.toString()), out.stream(), err.stream());

    assertThat(err.text().strip()).isEqualTo("replayed 5000 of 5000 tickets");
  }

  private String mistakes(String... lines) throws IOException {
    Files.writeString(folder.resolve("tickets.csv"), String.join("\n", lines));
    return run();
  }

  /** Returns what a replay of the file complains about, without the folder. */
  private String run() {
    Output complaints = new Output();
    int exitCode = ReplayMain.run(
        List.of(folder.resolve("tickets.csv").toString()), out.stream(), complaints.stream());
    assertThat(exitCode).isEqualTo(2);
    return complaints
        .text()
        .replace(folder + folder.getFileSystem().getSeparator(), "")
        .strip();
  }
}
