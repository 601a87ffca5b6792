package io.github.feedback4j.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedback4j.benchmarks.delivery.DeliveryReport;
import io.github.feedback4j.benchmarks.delivery.SoakReport;
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
 * them with few people and for moments: that shows that they run, and the figures mean nothing. {@code
 * Bench themes DATA_FOLDER PACK_FOLDER} reads labelled comments and, if that is named, packs to start
 * with; without a folder there is no such report.
 */
public final class Bench {

  /** A heap that neither grows nor is touched for the first time while something is measured. */
  private static final List<String> HEAP =
      List.of("-Xms3g", "-Xmx3g", "-Xmn256m", "-XX:+AlwaysPreTouch");

  private static final List<String> SMALL_HEAP = List.of("-Xmx512m");

  /** What the throughput of a label is called: of processor time, so that others' work counts less. */
  private static final String PER_SECOND = ", a second";

  private static final int FIRST_USES = 5;
  private static final int PEOPLE = 1_000_000;
  private static final int FEW = 20_000;
  private static final Path RESULTS = Path.of("target", "results");

  private final boolean smoke;
  private final List<Path> folders;

  private Bench(boolean smoke, List<Path> folders) {
    this.smoke = smoke;
    this.folders = folders;
  }

  /** Runs the named reports. */
  public static void main(String[] args) throws Exception {
    boolean smoke = List.of(args).contains("--smoke");
    List<Report> reports = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    for (String each : args) {
      if (isFolder(each)) {
        folders.add(Path.of(each));
      } else if (!each.equals("--smoke")) {
        reports.add(named(each));
      }
    }
    if (reports.contains(Report.THEMES) && folders.isEmpty()) {
      throw new IllegalArgumentException(
          "themes needs the folder of labelled comments, and may have one of packs: "
              + "themes DATA_FOLDER [PACK_FOLDER]");
    }
    if (reports.isEmpty()) {
      reports.addAll(List.of(Report.values()));
      reports.removeIf(each -> each == Report.THEMES && folders.isEmpty());
    }
    Files.createDirectories(RESULTS);
    List<String> pages = new ArrayList<>();
    for (Report each : reports) {
      String page = new Bench(smoke, folders).page(each);
      Path file = RESULTS.resolve(name(each) + ".txt");
      Files.writeString(file, page);
      pages.add(page);
    }
    pages.forEach(System.out::println);
  }

  private static boolean isFolder(String argument) {
    boolean isReport =
        Arrays.stream(Report.values()).anyMatch(each -> each.name().equalsIgnoreCase(argument));
    return !isReport && Files.isDirectory(Path.of(argument));
  }

  private static Report named(String name) {
    try {
      return Report.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("there is neither a report nor a folder '%s': choose of %s"
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
      case DELIVERY -> DeliveryReport.run(figures::putLines, smoke);
      case SOAK -> SoakReport.run(figures::putLines, smoke);
      case FUZZ -> page.append(fuzz());
      case PACK -> pack(figures);
      case THEMES ->
        page.append(ThemesReport.page(
                figures, smoke, folders.get(0), folders.size() > 1 ? folders.get(1) : null))
            .append('\n');
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
    if (report == Report.TAGGER) {
      report.targets.stream()
          .flatMap(each -> Stream.of(each.ours(), each.theirs()))
          .filter(each -> each.endsWith(PER_SECOND))
          .distinct()
          .forEach(each ->
              figures.put(each, 1e9 / figures.get(each.replace(PER_SECOND, " cpu")), "comments/s"));
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
    } else if (smoke && report == Report.TAGGER) {
      options.param("phrases", "100");
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
    for (String each : List.of("cells", "phrases")) {
      if (params.getParamsKeys().contains(each)) {
        parts.add(params.getParam(each));
      }
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
    return java(
        List.of("-Xmx1g", "-javaagent:" + agent + "=output=none,includes=io.github.feedback4j.*"),
        FuzzReport.class,
        smoke ? "1" : "120",
        "20261126");
  }

  /** Runs a class in a JVM of its own, and returns what it prints. */
  private static String java(List<String> options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IllegalStateException(
          "%s ended with %d:%n%s".formatted(main.getSimpleName(), status, output));
    }
    return output;
  }

  /** A JVM for each part; several for the first use, of which the median counts. */
  private void pack(Figures figures) throws IOException, InterruptedException {
    List<Double> firstUses = new ArrayList<>();
    for (int i = 0; i < (smoke ? 1 : FIRST_USES); i++) {
      packPart(PackReport.Part.FIRST_USE, figures);
      firstUses.add(figures.get("first use"));
    }
    firstUses.sort(null);
    figures.put("first use", firstUses.get(firstUses.size() / 2), "ms");
    for (PackReport.Part each : PackReport.Part.values()) {
      if (each != PackReport.Part.FIRST_USE) {
        packPart(each, figures);
      }
    }
  }

  private void packPart(PackReport.Part part, Figures figures)
      throws IOException, InterruptedException {
    // The collector that has no threads of its own, so that the work of one core is that of one
    // core.
    List<String> options = List.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC");
    String[] arguments = smoke ? new String[] {part.name(), "smoke"} : new String[] {part.name()};
    figures.putLines(java(options, PackReport.class, arguments));
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
