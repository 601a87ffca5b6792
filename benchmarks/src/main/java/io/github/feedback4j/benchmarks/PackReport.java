package io.github.feedback4j.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.github.feedback4j.benchmarks.Comments.Comment;
import io.github.feedback4j.theme.TaggerStages;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemePacks;
import io.github.feedback4j.theme.ThemeTagger;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Prints what a pack costs: to compile, to keep, to use for the first time, to tag many comments with, and
 * how the work grows with text and pack.
 *
 * <p>{@link Bench} runs it in a JVM of its own for each {@link Part}. Steps are counted and so are the same
 * on every machine; times are medians of processor time, since others may use the machine: of the working
 * thread, or of the whole process for what takes seconds. The first use is in time of the clock, too.
 */
public final class PackReport {

  private static final long SEED = 20261126;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** What is told. */
  enum Part {
    /** The first use of the shipped pack in this JVM. */
    FIRST_USE,
    /** Time and heap of a large pack. */
    COMPILE,
    /** Text and pack doubled. */
    GROWTH,
    /** Very many comments, one after the other. */
    RETAG
  }

  private final boolean smoke;
  private final Figures figures = new Figures();

  private PackReport(boolean smoke) {
    this.smoke = smoke;
  }

  /** Prints lines of label, number and unit, with tabs between. */
  public static void main(String[] args) {
    System.out.print(figures(Part.valueOf(args[0]), args.length > 1).toLines());
  }

  /** Returns what a part tells. */
  static Figures figures(Part part, boolean smoke) {
    PackReport report = new PackReport(smoke);
    switch (part) {
      case FIRST_USE -> report.firstUse();
      case COMPILE -> report.compile();
      case GROWTH -> report.growth();
      case RETAG -> report.retag();
    }
    return report.figures;
  }

  private void firstUse() {
    long start = System.nanoTime();
    long used = SYSTEM.getProcessCpuTime();
    ThemeTagger tagger = ThemePacks.itServiceTagger();
    int mentions = tagger
        .tag("The VPN kept dropping, but the help was quick", Locale.ENGLISH)
        .size();
    figures.put("first use", (System.nanoTime() - start) / 1e6, "ms");
    figures.put(
        "first use, processor time",
        (SYSTEM.getProcessCpuTime() - used) / 1e6,
        "ms of all threads");
    if (mentions == 0) {
      throw new IllegalStateException("the shipped pack should find themes in this comment");
    }
  }

  private void compile() {
    int items = smoke ? 500 : 10_000;
    long start = THREADS.getCurrentThreadCpuTime();
    ThemePack pack = Comments.pack(items, SEED);
    figures.put(
        "made and read, first time", (THREADS.getCurrentThreadCpuTime() - start) / 1e6, "ms");
    start = THREADS.getCurrentThreadCpuTime();
    int themes = ThemeTagger.phrases(pack).themes().size();
    figures.put("compiled, first time", (THREADS.getCurrentThreadCpuTime() - start) / 1e6, "ms");
    figures.put("compiled", median(() -> ThemeTagger.phrases(pack).themes().size()) / 1e6, "ms");
    figures.put("heap of the tagger", heap(pack) / 1e6, "MB");
    figures.put("items", pack.items().size(), "in %d themes".formatted(themes));
  }

  /** Returns the bytes of the tagger of a pack beyond those of the pack, after it was used once. */
  private static long heap(ThemePack pack) {
    long before = Settle.heap();
    ThemeTagger tagger = ThemeTagger.phrases(pack);
    try {
      if (!tagger.tag("-", Locale.ENGLISH).isEmpty()) {
        throw new IllegalStateException("there is nothing to find in a dash");
      }
      return Settle.heap() - before;
    } finally {
      Reference.reachabilityFence(tagger);
      Reference.reachabilityFence(pack);
    }
  }

  private void growth() {
    texts("made up", TaggerStages.of(Comments.pack(smoke ? 100 : 1_000, SEED)), text());
    texts("shipped", TaggerStages.of(ThemePacks.itService()), text());
    texts("one word again and again", TaggerStages.of(ThemePacks.itService()), "not slow vpn ");
    List<Comment> comments = Comments.of(smoke ? 50 : 2_000, SEED);
    int most = smoke ? 800 : 20_000;
    double stepsBefore = 0;
    double nanosBefore = 0;
    double worstSteps = 0;
    double worstNanos = 0;
    for (int items = most / 8; items <= most; items *= 2) {
      TaggerStages stages = TaggerStages.of(Comments.pack(items, SEED));
      long steps = comments.stream()
          .mapToLong(each -> stages.steps(each.text(), each.locale()))
          .sum();
      double nanos = median(() -> work(stages, comments));
      figures.put(
          "pack of %d, steps".formatted(items), (double) steps / comments.size(), "a comment");
      figures.put("pack of %d, time".formatted(items), nanos / comments.size(), "ns a comment");
      if (stepsBefore > 0) {
        worstSteps = Math.max(worstSteps, steps / stepsBefore);
        worstNanos = Math.max(worstNanos, nanos / nanosBefore);
      }
      stepsBefore = steps;
      nanosBefore = nanos;
    }
    figures.put("pack doubled, steps", worstSteps, "× at worst");
    figures.put("pack doubled, time", worstNanos, "× at worst");
  }

  private static long work(TaggerStages stages, List<Comment> comments) {
    long sum = 0;
    for (Comment each : comments) {
      sum += stages.work(each.text(), each.locale());
    }
    return sum;
  }

  private static String text() {
    StringBuilder text = new StringBuilder();
    for (Comment each : Comments.of(400, SEED)) {
      text.append(each.text()).append('\n');
    }
    return text.toString();
  }

  private void texts(String name, TaggerStages stages, String pattern) {
    int most = smoke ? 1 << 13 : 1 << 20;
    int least = most >> 5;
    // Twice the text is the same text twice, so that nothing but its length differs.
    String block =
        pattern.repeat(least / pattern.length() + 1).substring(0, least - 1).concat("\n");
    double stepsBefore = 0;
    double nanosBefore = 0;
    double worstSteps = 0;
    double worstNanos = 0;
    for (int size = least; size <= most; size *= 2) {
      String text = block.repeat(size / block.length());
      long steps = stages.steps(text, Locale.ENGLISH);
      double nanos = median(() -> stages.work(text, Locale.ENGLISH));
      if (stepsBefore > 0) {
        worstSteps = Math.max(worstSteps, steps / stepsBefore);
        worstNanos = Math.max(worstNanos, nanos / nanosBefore);
      }
      stepsBefore = steps;
      nanosBefore = nanos;
    }
    figures.put(name + ", longest text, steps", stepsBefore / most, "a character");
    figures.put(name + ", longest text, time", nanosBefore / most, "ns a character");
    figures.put(name + ", text doubled, steps", worstSteps, "× at worst");
    figures.put(name + ", text doubled, time", worstNanos, "× at worst");
  }

  private void retag() {
    int distinct = smoke ? 1_000 : 200_000;
    int times = smoke ? 2 : 5;
    List<Comment> comments = Comments.of(distinct, SEED);
    figures.put(
        "length",
        comments.stream().mapToInt(each -> each.text().length()).average().orElse(0),
        "characters a comment");
    retag("shipped pack", ThemePacks.itServiceTagger(), comments, times);
    retag("pack of 1000", ThemeTagger.phrases(Comments.pack(1_000, SEED)), comments, times);
  }

  private void retag(String pack, ThemeTagger tagger, List<Comment> comments, int times) {
    long mentions = 0;
    double[] seconds = new double[smoke ? 1 : 3];
    for (int run = -1; run < seconds.length; run++) {
      mentions = 0;
      long start = SYSTEM.getProcessCpuTime();
      for (int k = 0; k < times; k++) {
        for (Comment each : comments) {
          mentions += tagger.tag(each.text(), each.locale()).size();
        }
      }
      seconds[Math.max(0, run)] = (SYSTEM.getProcessCpuTime() - start) / 1e9;
    }
    Arrays.sort(seconds);
    figures.put("re-tag, " + pack, seconds[seconds.length / 2], "s");
    figures.put("mentions, " + pack, (double) mentions / times / comments.size(), "a comment");
  }

  /** Returns the median of the nanoseconds that some work takes, after a warm-up. */
  private double median(LongSupplier work) {
    int runs = smoke ? 1 : 15;
    List<Long> nanos = new ArrayList<>();
    long sink = 0;
    for (int i = smoke ? 0 : -runs; i < runs; i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      sink += work.getAsLong();
      if (i >= 0) {
        nanos.add(THREADS.getCurrentThreadCpuTime() - start);
      }
    }
    if (sink < 0) {
      throw new IllegalStateException("counts are not negative");
    }
    nanos.sort(null);
    return nanos.get(runs / 2);
  }
}
