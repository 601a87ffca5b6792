package io.github.feedback4j.examples;

import io.github.feedback4j.prompt.FatigueReport;
import io.github.feedback4j.prompt.ResponseBehaviour;
import io.github.feedback4j.prompt.Simulator;
import io.github.feedback4j.prompt.TimedTouchpoint;
import io.github.feedback4j.prompt.TouchpointCsv;
import io.github.feedback4j.prompt.TouchpointCsvException;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.SurveyCatalog;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells what a rule does to people before it is in force: replays touchpoints through the real engine
 * under one set of rules, or under two to compare them.
 *
 * <p>{@code --help} lists the options. The exit code is 2 if the options or a file cannot be
 * understood.
 */
public final class FatigueMain {

  private static final int MAX_SORTED = 2_000_000;

  private FatigueMain() {}

  /** Prints the report, and writes a page if {@code --html} names a file. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int exitCode = run(List.of(args), out, System.err);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    if (args.contains("--help")) {
      out.print(FatigueOptions.USAGE);
      return 0;
    }
    try {
      run(FatigueOptions.parse(args), out, err);
      return 0;
    } catch (FatigueOptions.Refused
        | TouchpointCsvException
        | IllegalArgumentException
        | IllegalStateException e) {
      err.println(e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      err.println("a file cannot be read or written: " + e.getMessage() + "; check its path");
    }
    return 2;
  }

  private static void run(FatigueOptions options, PrintStream out, PrintStream err)
      throws FatigueOptions.Refused, IOException {
    Path csv = options.file("write-csv");
    if (csv != null) {
      Files.writeString(csv, FatigueCsv.write());
      out.println("wrote " + FatigueCsv.touchpoints().size() + " touchpoints to " + csv);
      return;
    }
    // First everything that can be wrong with the options: a replay may take a while.
    Path html = options.file("html");
    FatigueWords words = new FatigueWords(options.locale());
    ResponseBehaviour behaviour = options.behaviour();
    FatigueAssumptions assumptions =
        new FatigueAssumptions(behaviour, options.satisfied(), options.seed());
    Simulator simulator = Simulator.of(SurveyCatalog.of(options.surveys()), Policy.none())
        .withBehaviour(behaviour)
        .withCancelling(options.cancelling())
        .withSeed(options.seed());
    List<FatigueScenario> scenarios = new ArrayList<>();
    for (FatigueOptions.Rules each : options.rules()) {
      FatigueReport report = report(simulator.withPolicy(each.policy()), options, err);
      scenarios.add(new FatigueScenario(each.name(), each.policy().toString(), report));
    }
    if (scenarios.get(0).report().people() == 0) {
      throw new FatigueOptions.Refused(
          "there is no touchpoint to replay; add lines under the header of the file");
    }
    new FatigueText(scenarios, assumptions, out).print();
    if (html != null) {
      Files.writeString(html, new FatigueHtml(scenarios, assumptions, words).page());
      out.println("wrote " + html);
    }
  }

  private static FatigueReport report(Simulator simulator, FatigueOptions options, PrintStream err)
      throws FatigueOptions.Refused, IOException {
    Path file = options.file("csv");
    if (file == null) {
      return simulator.run(FatigueCsv.touchpoints().iterator());
    }
    ProgressBar in = new ProgressBar(Files.newInputStream(file), Files.size(file), err);
    try (TouchpointCsv csv = TouchpointCsv.of(file.toString(), in)) {
      Iterable<TimedTouchpoint> touchpoints = options.sort() ? csv.sorted(MAX_SORTED) : () -> csv;
      return simulator.run(touchpoints.iterator());
    }
  }
}
