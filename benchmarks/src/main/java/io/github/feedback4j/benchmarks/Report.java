package io.github.feedback4j.benchmarks;

import static io.github.feedback4j.benchmarks.Target.atLeast;
import static io.github.feedback4j.benchmarks.Target.atMost;

import java.util.List;
import java.util.stream.Stream;

/** The reports with their targets, as the specification has them. */
@SuppressWarnings("ImmutableEnumChecker") // every list is a List.of or of Stream.toList
enum Report {
  /** One survey and twenty, against the peers. */
  DECISION(
      List.of(DecisionBenchmark.class, KeyBenchmark.class),
      List.of(1),
      List.of(
          atMost("FEEDBACK4J 1", "FLOOR 1", 1.75, 1.25),
          atMost("FEEDBACK4J 1", "MAP_LAUNCHDARKLY 1", 0.65, Double.NaN),
          atMost("FEEDBACK4J 1", "LAUNCHDARKLY_MAP 1", 0.65, Double.NaN),
          atMost("FEEDBACK4J 1", "BUCKET4J_LAUNCHDARKLY 1", 0.25, Double.NaN),
          atMost("FEEDBACK4J 1", "LAUNCHDARKLY_BUCKET4J 1", 0.25, Double.NaN),
          atMost("FEEDBACK4J 20", "FLOOR 20", 1.75, 1.25),
          atMost("FEEDBACK4J 20", "MAP_LAUNCHDARKLY 20", 0.3, Double.NaN),
          atMost("FEEDBACK4J 20", "LAUNCHDARKLY_MAP 20", 0.3, Double.NaN),
          atMost("FEEDBACK4J 20", "BUCKET4J_LAUNCHDARKLY 20", 0.18, Double.NaN),
          atMost("FEEDBACK4J 20", "LAUNCHDARKLY_BUCKET4J 20", 0.18, Double.NaN))),

  /** Bytes beyond the caller's key. */
  ALLOCATION(
      List.of(AllocationBenchmark.class),
      List.of(1),
      Stream.concat(
              Stream.of("NOT_ACTIVE", "NO_TRIGGER", "EXCLUDED", "NOT_IN_AUDIENCE", "NOT_SAMPLED")
                  .map(each -> atMost(each + " B beyond key", "", 0.5, Double.NaN)),
              Stream.of(
                  atMost("COOLING_DOWN B beyond key", "", 40.5, Double.NaN),
                  atMost("ASK B beyond key", "", 250.5, Double.NaN)))
          .toList()),

  /** Every gate of every survey. */
  EXPLAIN(
      List.of(ExplainBenchmark.class),
      List.of(1),
      List.of(atMost("EXPLAIN 1", "ASK 1", 10, 5), atMost("EXPLAIN 20", "ASK 20", 10, 5))),

  /** Check and commit in memory, with one thread and two. */
  LEDGER(
      List.of(LedgerBenchmark.class),
      List.of(1, 2),
      List.of(
          atMost("LEDGER", "MAP_GET", 0.65, Double.NaN),
          atMost("LEDGER", "CAFFEINE_GET", 0.35, Double.NaN),
          atMost("LEDGER cpu", "BUCKET4J cpu", 0.15, Double.NaN),
          atMost("LEDGER", "PACKED", Double.NaN, 1.1),
          atLeast("LEDGER 2 threads, work", "LEDGER work", 1.8, Double.NaN))),

  /** Bytes per person. */
  MEMORY(List.of(), List.of(1), List.of(atMost("LEDGER_ANSWERED", "", 100, 48))),

  /** Commits and rejections in PostgreSQL. */
  POSTGRES(
      List.of(PostgresBenchmark.class),
      List.of(1, 8, 32),
      Stream.of("", " 8 threads", " 32 threads")
          .flatMap(threads -> Stream.of(
              atLeast("COMMIT" + threads, "RAW_UPSERT" + threads, 0.8, 0.9),
              atLeast("COMMIT" + threads, "BUCKET4J" + threads, 3.5, Double.NaN)))
          .toList()),

  /** Commits in Redis. */
  REDIS(
      List.of(RedisBenchmark.class),
      List.of(1, 8, 32),
      Stream.of("", " 8 threads", " 32 threads")
          .flatMap(threads -> Stream.of(
              atLeast("COMMIT" + threads, "RAW_EVALSHA" + threads, 0.8, 0.9),
              atLeast("COMMIT" + threads, "BUCKET4J" + threads, 2, Double.NaN)))
          .toList()),

  /** Bytes of histories in a store. */
  HISTORY(List.of(), List.of(1), List.of(atMost("typical", "", 64, Double.NaN))),

  /** Evenness and independence of draws. */
  SAMPLING(List.of(), List.of(1), List.of()),

  /** Counting answers, scores, and the merging of cubes. */
  SCORE(
      List.of(TallyBenchmark.class),
      List.of(1),
      List.of(
          atMost("counterAdd", "", 3, Double.NaN),
          atMost("counterAdd B", "", 0.5, Double.NaN),
          atMost("counterAddSampled B", "", 0.5, Double.NaN),
          atMost("cubeAdd 10000", "", 60, Double.NaN),
          atMost("cubeAdd 1000000", "", 60, Double.NaN),
          atMost("cubeAdd 1000000 B", "", 0.5, Double.NaN),
          atMost("cubeAdd 1000000", "mapAdd 1000000", Double.NaN, 1),
          atMost("scoreCsat", "", 5_000, Double.NaN),
          atMost("scoreNps", "", 5_000, Double.NaN),
          atMost("scoreRating", "", 50_000, Double.NaN),
          atMost("merge 1000000", "", 200e6, Double.NaN),
          atMost("merge 1000000", "mapMerge 1000000", Double.NaN, 1))),

  /** How often intervals hold the truth. */
  COVERAGE(
      List.of(),
      List.of(1),
      Stream.of("10", "50")
          .flatMap(n -> Stream.of(
              atLeast("nps, n = " + n + ", SCORE, worst", "", n.equals("10") ? 92.5 : 93, 95),
              atLeast("any nps, n = " + n + ", SCORE, worst", "", n.equals("10") ? 92.5 : 93, 95),
              atLeast("nps, n = " + n + ", SCORE, mean", "", 94, Double.NaN),
              atMost("nps, n = " + n + ", SCORE, mean", "", 97, Double.NaN)))
          .toList()),

  /** A dashboard of a million responses. */
  DASHBOARD(
      List.of(),
      List.of(1),
      Stream.of("H2", "POSTGRES")
          .flatMap(each -> Stream.of(
              atMost(each + " overview", "", 200, Double.NaN),
              atMost(each + " overview of a team", "", 200, Double.NaN),
              atMost(each + " all insights", "", Double.NaN, 200)))
          .toList()),

  /** What nobody would write, fed to the readers of files and histories. */
  FUZZ(List.of(), List.of(1), List.of()),

  /** Records on their way to a collector, against the barest loop and published clients. */
  DELIVERY(
      List.of(),
      List.of(1),
      List.of(
          atLeast("memory, through", "bare_events, through", 0.6, 0.8),
          atLeast("memory, through", "otel, through", Double.NaN, 1),
          atLeast("memory, through", "launchdarkly, through", Double.NaN, 1),
          atLeast("memory, through", "posthog, through", Double.NaN, 1),
          atLeast("interval, handed over", "", 50_000, 100_000),
          atLeast("always 8 threads, handed over", "", 5_000, 10_000),
          atMost("memory, call p50", "", 1.5, Double.NaN),
          atMost("memory, call p99", "", 10, Double.NaN),
          atMost("interval, call p50", "", 5, Double.NaN),
          atMost("interval, call p99", "", 50, Double.NaN),
          atMost("memory, cpu", "", 8, Double.NaN),
          atMost("memory, allocated", "", 2_500, Double.NaN),
          atMost("interval, cpu", "", 8, Double.NaN),
          atMost("interval, allocated", "", 2_500, Double.NaN),
          atMost("interval, unavailable lost", "", 0, Double.NaN),
          atMost("interval, unavailable caught up", "", 5, Double.NaN),
          atMost("interval, down lost", "", 0, Double.NaN),
          atMost("interval, down caught up", "", 5, Double.NaN),
          atMost("interval, throttled lost", "", 0, Double.NaN),
          atMost("interval, throttled caught up", "", 5, Double.NaN),
          atMost("interval, slow lost", "", 0, Double.NaN),
          atMost("interval, slow caught up", "", 5, Double.NaN),
          atMost("interval, reset lost", "", 0, Double.NaN),
          atMost("interval, reset caught up", "", 5, Double.NaN),
          atMost("interval, small lost", "", 0, Double.NaN))),

  /** A million responses in ten minutes to a collector that misbehaves. */
  SOAK(
      List.of(),
      List.of(1),
      List.of(
          atMost("lost", "", 0, Double.NaN),
          atMost("duplicates stored", "", 0, Double.NaN),
          atMost("rejected", "", 0, Double.NaN),
          atMost("heap, last third over second", "", 1.1, Double.NaN),
          atMost("threads, last third over second", "", 1.01, Double.NaN),
          atMost("files, last third over second", "", 1.01, Double.NaN))),

  /** Phrases and packs in comments, against an automaton and an analyzer. */
  TAGGER(
      List.of(TaggerBenchmark.class),
      List.of(1),
      Stream.concat(
              Stream.of("hankcs", "hankcsPadded", "hankcsFolding")
                  .flatMap(peer -> Stream.of(
                      atLeast("literal 100, a second", peer + " 100, a second", Double.NaN, 2),
                      atLeast("literal 1000, a second", peer + " 1000, a second", 1.5, 2),
                      atLeast("literal 10000, a second", peer + " 10000, a second", Double.NaN, 2),
                      atLeast("full, a second", peer + " 1000, a second", 0.4, 0.8))),
              Stream.of(
                  atLeast("full, a second", "luceneTokens, a second", Double.NaN, 1),
                  atLeast("shipped, a second", "luceneTokens, a second", Double.NaN, 1),
                  atMost("literal 1000 B", "", 0.5, Double.NaN),
                  atMost("fullWork B", "", 0.5, Double.NaN),
                  atMost("shippedWork B", "", 0.5, Double.NaN)))
          .toList()),

  /** What a pack costs, and how the work grows. */
  PACK(
      List.of(),
      List.of(1),
      List.of(
          atMost("re-tag, shipped pack", "", 5, 2),
          atMost("re-tag, pack of 1000", "", 5, 2),
          atMost("made up, text doubled, steps", "", 2.01, Double.NaN),
          atMost("shipped, text doubled, steps", "", 2.01, Double.NaN),
          atMost("one word again and again, text doubled, steps", "", 2.01, Double.NaN),
          atMost("pack doubled, steps", "", 2.01, Double.NaN),
          atMost("pack doubled, time", "", 2.2, Double.NaN))),

  /** Themes and polarity in labelled comments. */
  THEMES(
      List.of(),
      List.of(1),
      Stream.of(
              Stream.of("phone en given", "phone fr given")
                  .map(each -> atLeast(each + ", tuned all, macro-F1", "", 0.64, 0.67)),
              customerFeedback("customer-feedback en given", true),
              Stream.of(
                      "phone en given", "phone fr given", "coursera en given", "coursera fr given")
                  .flatMap(each -> customerFeedback(each, false)),
              Stream.of(
                      "phone en given", "phone fr given", "coursera en given", "coursera fr given")
                  .flatMap(each -> Stream.of("100", "300", "all")
                      .map(size -> atLeast(
                          each + ", tuned " + size + ", macro-F1",
                          each + ", learner " + size + ", macro-F1",
                          Double.NaN,
                          1))),
              Stream.of("phone", "coursera")
                  .flatMap(each -> Stream.of(
                      atLeast(each + " en, judged where it is said, mixed", "", 0.69, 0.75),
                      atLeast(each + " fr, judged where it is said, mixed", "", 0.64, 0.72),
                      atLeast(each + " en, new theme found", "", 0.8, 0.9),
                      atLeast(each + " fr, new theme found", "", 0.8, 0.9))))
          .flatMap(each -> each)
          .toList());

  final List<Class<?>> benchmarks;
  final List<Integer> threads;
  final List<Target> targets;

  /** The targets for a set of customer feedback; for other sets they are no more than an aim. */
  private static Stream<Target> customerFeedback(String set, boolean must) {
    return Stream.of(
        atLeast(set + ", cold, macro-F1", "", must ? 0.6 : Double.NaN, 0.64),
        atLeast(set + ", tuned 300, macro-F1", "", must ? 0.65 : Double.NaN, 0.68),
        atLeast(set + ", tuned all, macro-F1", "", must ? 0.7 : Double.NaN, 0.74));
  }

  Report(List<Class<?>> benchmarks, List<Integer> threads, List<Target> targets) {
    this.benchmarks = benchmarks;
    this.threads = threads;
    this.targets = targets;
  }
}
