package io.github.feedback4j.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs reports, and prints their figures beside the targets.
 *
 * <p>{@code Bench decision allocation} runs these two, {@code Bench} all of them. {@code --smoke} runs
 * them with few people and for moments: that shows that they run, and the figures mean nothing.
 */
public final class Bench {

  /** A heap that neither grows nor is touched for the first time while something is measured. */
  private static final List<String> HEAP =
      List.of("-Xms3g", "-Xmx3g", "-Xmn256m", "-XX:+AlwaysPreTouch");

  private static final List<String> SMALL_HEAP = List.of("-Xmx512m");

  private static final int PEOPLE = 1_000_000;
  private static final int FEW = 20_000;
  private static final Path RESULTS = Path.of("target", "results");

  private final boolean smoke;

  private Bench(boolean smoke) {
    this.smoke = smoke;
  }

  /** Runs the named reports. */
  public static void main(String[] args) throws Exception {
    boolean smoke = List.of(args).contains("--smoke");
    List<Report> reports = Arrays.stream(args)
        .filter(each -> !each.equals("--smoke"))
        .map(Bench::named)
        .toList();
    Files.createDirectories(RESULTS);
    List<String> pages = new ArrayList<>();
    for (Report each : reports.isEmpty() ? List.of(Report.values()) : reports) {
      String page = new Bench(smoke).page(each);
      Path file = RESULTS.resolve(name(each) + ".txt");
      Files.writeString(file, page);
      pages.add(page);
    }
    pages.forEach(System.out::println);
  }

  private static Report named(String name) {
    try {
      return Report.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("there is no report '%s': choose of %s"
          .formatted(name, Arrays.toString(Report.values()).toLowerCase(Locale.ROOT)));
    }
  }

  private static String name(Report report) {
    return report.name().toLowerCase(Locale.ROOT) + "-jdk" + Runtime.version().feature();
  }

  private String page(Report report) throws Exception {
    StringBuilder page = new StringBuilder("\n== %s, Java %s%s%n"
        .formatted(
            report.name().toLowerCase(Locale.ROOT),
            Runtime.version(),
            smoke ? ", SMOKE RUN: the figures mean nothing" : ""));
    Figures figures = new Figures();
    switch (report) {
      case MEMORY -> memory(figures);
      case HISTORY ->
        HistoryReport.lines()
            .forEach(each -> figures.put(
                each.what().contains("typical") ? "typical" : each.what(), each.bytes(), "B"));
      case SAMPLING -> page.append(SamplingReport.page());
      case COVERAGE -> page.append(CoverageReport.page(figures, smoke)).append('\n');
      case DASHBOARD -> DashboardReport.run(figures, smoke);
      case FUZZ -> page.append(fuzz());
      default -> jmh(report, figures);
    }
    page.append(figures).append('\n');
    report.targets.forEach(each -> page.append(each.line(figures)).append('\n'));
    return page.toString();
  }

  private void jmh(Report report, Figures figures) throws RunnerException {
    boolean few = smoke && isServer(report);
    for (int threads : few ? report.threads.subList(0, 1) : report.threads) {
      collect(run(report, threads), figures);
    }
    if (report == Report.ALLOCATION) {
      beyondTheKey(figures);
    }
    if (report == Report.LEDGER) {
      work(figures);
    }
  }

  private Collection<RunResult> run(Report report, int threads) throws RunnerException {
    boolean server = isServer(report);
    ChainedOptionsBuilder options = new OptionsBuilder()
        .threads(threads)
        .forks(smoke ? 1 : 3)
        .warmupIterations(smoke ? 1 : 5)
        .warmupTime(time(server))
        .measurementIterations(smoke ? 1 : 5)
        .measurementTime(time(server))
        .jvmArgs((smoke ? SMALL_HEAP : HEAP).toArray(String[]::new))
        .addProfiler(GCProfiler.class)
        .addProfiler(CpuProfiler.class)
        .shouldFailOnError(true)
        .resultFormat(ResultFormatType.JSON)
        .result(RESULTS.resolve(name(report) + "-" + threads + "t.json").toString());
    report.benchmarks.forEach(each -> options.include(each.getName() + "\\."));
    if (smoke && report == Report.SCORE) {
      options.param("cells", Integer.toString(FEW));
    } else if (smoke && report != Report.ALLOCATION) {
      options.param("people", Integer.toString(server ? 500 : FEW));
    }
    return new Runner(options.build()).run();
  }

  /** A server takes seconds to start, for each number of threads. */
  private static boolean isServer(Report report) {
    return report == Report.POSTGRES || report == Report.REDIS;
  }

  private TimeValue time(boolean server) {
    return smoke ? TimeValue.milliseconds(200) : TimeValue.seconds(server ? 3 : 2);
  }

  private static void collect(Collection<RunResult> results, Figures figures) {
    for (RunResult each : results) {
      Result<?> primary = each.getPrimaryResult();
      String label = label(each.getParams());
      figures.put(label, primary.getScore(), primary.getScoreUnit());
      put(each, "gc.alloc.rate.norm", label + " B", figures);
      put(each, CpuProfiler.LABEL, label + " cpu", figures);
    }
  }

  @SuppressWarnings("rawtypes") // as JMH has it
  private static void put(RunResult result, String secondary, String label, Figures figures) {
    Map<String, Result> all = result.getSecondaryResults();
    Result<?> found = all.get(secondary);
    if (found != null) {
      figures.put(label, found.getScore(), found.getScoreUnit());
    }
  }

  private static String label(BenchmarkParams params) {
    List<String> parts = new ArrayList<>();
    for (String each : List.of("who", "end", "surveys")) {
      String value = params.getParamsKeys().contains(each) ? params.getParam(each) : null;
      if (value != null) {
        parts.add(value);
      }
    }
    if (parts.isEmpty()) {
      boolean key = params.getBenchmark().contains(".KeyBenchmark.");
      parts.add((key ? "key, " : "") + params.getBenchmark().replaceAll(".*\\.", ""));
    }
    if (params.getParamsKeys().contains("cells")) {
      parts.add(params.getParam("cells"));
    }
    return String.join(" ", parts)
        + (params.getThreads() == 1 ? "" : " " + params.getThreads() + " threads");
  }

  private static void beyondTheKey(Figures figures) {
    double key = figures.get("KEY B");
    double forget = figures.get(AllocationBenchmark.End.FORGET + " B") - key;
    for (AllocationBenchmark.End each : AllocationBenchmark.End.values()) {
      double more = figures.get(each + " B") - key;
      double own = each == AllocationBenchmark.End.ASK ? more - forget : more;
      figures.put(each + " B beyond key", own, "B/op");
    }
  }

  /** What several threads do together, in operations per second. */
  private static void work(Figures figures) {
    for (LedgerBenchmark.Who each : LedgerBenchmark.Who.values()) {
      figures.put(each + " work", 1e9 / figures.get(each.name()), "ops/s");
      figures.put(each + " 2 threads, work", 2e9 / figures.get(each + " 2 threads"), "ops/s");
    }
  }

  /** A JVM with JaCoCo's agent, which tells what was reached. */
  private String fuzz() throws IOException, InterruptedException {
    String agent = Arrays.stream(
            System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .flatMap(Bench::jars)
        .filter(each -> each.contains("org.jacoco.agent") && each.endsWith("-runtime.jar"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("JaCoCo's agent is not on the class path"));
    List<String> command = List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1g",
        "-javaagent:" + agent + "=output=none,includes=io.github.feedback4j.*",
        "-cp",
        System.getProperty("java.class.path"),
        FuzzReport.class.getName(),
        smoke ? "1" : "120",
        "20261126");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IllegalStateException("the fuzz run ended with " + status + ":\n" + output);
    }
    return output;
  }

  /** A class path may name a folder of jars with a star. */
  private static Stream<String> jars(String entry) {
    if (!entry.endsWith("*")) {
      return Stream.of(entry);
    }
    String[] names = new File(entry.substring(0, entry.length() - 1)).list();
    return names == null
        ? Stream.empty()
        : Arrays.stream(names).map(each -> entry.substring(0, entry.length() - 1) + each);
  }

  /** A JVM for each store, so that none finds what another has left. */
  private void memory(Figures figures) throws IOException, InterruptedException {
    for (MemoryReport.Kept each : MemoryReport.Kept.values()) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(smoke ? SMALL_HEAP : HEAP);
      // The walk needs to see into records, and to know the addresses of objects.
      command.addAll(List.of("-Djol.magicFieldOffset=true", "-Djdk.attach.allowAttachSelf=true"));
      command.addAll(
          List.of("-XX:+EnableDynamicAgentLoading", "-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(
          MemoryReport.class.getName(), each.name(), Integer.toString(smoke ? FEW : PEOPLE)));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      int status = process.waitFor();
      String line = output
          .lines()
          .filter(any -> any.startsWith(each + " "))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(
              "MemoryReport %s ended with %d:%n%s".formatted(each, status, output)));
      String[] parts = line.split(" ", -1);
      figures.put(each.name(), Double.parseDouble(parts[1]), "B by used heap");
      figures.put(each + " walked", Double.parseDouble(parts[2]), "B by walking");
    }
  }
}
