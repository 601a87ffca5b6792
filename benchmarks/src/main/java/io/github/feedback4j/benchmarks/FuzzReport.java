package io.github.feedback4j.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.ThreadMXBean;
import io.github.feedback4j.prompt.ContactHistory;
import io.github.feedback4j.prompt.TouchpointCsv;
import io.github.feedback4j.prompt.TouchpointCsvException;
import io.github.feedback4j.survey.PolicyReader;
import io.github.feedback4j.survey.SurveyFormatException;
import io.github.feedback4j.survey.SurveyReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.zip.CRC32C;
import org.jacoco.agent.rt.RT;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.tools.ExecFileLoader;
import org.jspecify.annotations.Nullable;

/**
 * Feeds the readers of files and of stored histories with what nobody would write: random bytes, and
 * valid inputs that were damaged.
 *
 * <p>Each input must be read or be refused with the documented exception, at once and in bounded memory;
 * anything else ends the run with the seed and the input that did it. For a JVM with JaCoCo's agent,
 * see {@link Bench}.
 */
final class FuzzReport {

  /** Longer than this is called a hang; the longest texts of a million characters take far less. */
  private static final long HANG_NANOS = 5_000_000_000L;

  /** What one input of at most 64 kB may allocate, garbage included. */
  private static final long MOST_BYTES = 512L << 20;

  private static final int LONGEST = 65_536;

  private FuzzReport() {}

  /** What is fed, and how it may refuse. */
  private enum Fed {
    SURVEY_YAML("survey files, YAML") {
      @Override
      void feed(byte[] input) {
        SurveyReader.read("fuzz.yaml", new String(input, UTF_8));
      }
    },
    SURVEY_JSON("survey files, JSON") {
      @Override
      void feed(byte[] input) {
        SurveyReader.read("fuzz.json", new String(input, UTF_8));
      }
    },
    POLICY("policy files") {
      @Override
      void feed(byte[] input) {
        PolicyReader.read("fuzz.yaml", new String(input, UTF_8));
      }
    },
    HISTORY("stored histories") {
      @Override
      void feed(byte[] input) {
        ContactHistory.decode(input, HistoryReport.SOMEBODY);
      }
    },
    TOUCHPOINTS("touchpoints, CSV") {
      @Override
      void feed(byte[] input) {
        try (TouchpointCsv csv =
            TouchpointCsv.of("fuzz.csv", new StringReader(new String(input, UTF_8)))) {
          while (csv.hasNext()) {
            csv.next();
          }
        } catch (IOException e) {
          throw new IllegalStateException("a string cannot fail to be read", e);
        }
      }
    };

    private final String title;

    Fed(String title) {
      this.title = title;
    }

    abstract void feed(byte[] input);

    boolean refuses(RuntimeException e) {
      return switch (this) {
        case HISTORY ->
          e instanceof IllegalArgumentException
              && String.valueOf(e.getMessage()).startsWith("contact history ");
        case TOUCHPOINTS -> e instanceof TouchpointCsvException;
        default -> e instanceof SurveyFormatException;
      };
    }
  }

  /** Runs for {@code args[0]} seconds per reader, from the seed {@code args[1]}. */
  public static void main(String[] args) throws IOException {
    long seconds = Long.parseLong(args[0]);
    long seed = Long.parseLong(args[1]);
    System.out.printf("seed %d, %d s for each%n", seed, seconds);
    System.out.printf(
        "%-22s %12s %10s %10s %12s %12s%n",
        "", "executions", "read", "refused", "longest ms", "most kB");
    for (Fed each : Fed.values()) {
      run(each, seconds, seed);
    }
    coverage("io/github/feedback4j/survey/", name -> true, "survey");
    coverage(
        "io/github/feedback4j/prompt/",
        name -> name.contains("/History") || name.contains("/TouchpointC") || name.contains("/Csv"),
        "history codec and touchpoint CSV");
  }

  private static void run(Fed fed, long seconds, long seed) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> corpus = FuzzCorpus.of(fed.name());
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    long executions = 0;
    long read = 0;
    long longest = 0;
    long most = 0;
    while (System.nanoTime() < end) {
      byte[] input = input(fed, corpus, random);
      long allocatedBefore = threads.getCurrentThreadAllocatedBytes();
      long before = System.nanoTime();
      boolean accepted = feed(fed, input, seed, executions);
      longest = Math.max(longest, System.nanoTime() - before);
      most = Math.max(most, threads.getCurrentThreadAllocatedBytes() - allocatedBefore);
      if (longest > HANG_NANOS || most > MOST_BYTES) {
        throw failed(fed, input, seed, executions, "took too long or too much", null);
      }
      executions++;
      read += accepted ? 1 : 0;
      if (accepted && corpus.size() < 2_000) {
        corpus.add(input);
      }
    }
    System.out.printf(
        "%-22s %,12d %,10d %,10d %,12.1f %,12d%n",
        fed.title, executions, read, executions - read, longest / 1e6, most >> 10);
  }

  private static boolean feed(Fed fed, byte[] input, long seed, long number) {
    try {
      fed.feed(input);
      return true;
    } catch (RuntimeException e) {
      if (fed.refuses(e)) {
        return false;
      }
      throw failed(fed, input, seed, number, "threw what is not documented", e);
    } catch (StackOverflowError | OutOfMemoryError e) {
      throw failed(fed, input, seed, number, "ran out of memory", e);
    }
  }

  private static AssertionError failed(
      Fed fed, byte[] input, long seed, long number, String what, @Nullable Throwable cause) {
    return new AssertionError(
        "%s %s: seed %d, execution %d, input %s"
            .formatted(
                fed.title,
                what,
                seed,
                number,
                input.length > 2_000 ? input.length + " bytes" : Arrays.toString(input)),
        cause);
  }

  private static byte[] input(Fed fed, List<byte[]> corpus, SplittableRandom random) {
    if (random.nextInt(20) == 0) {
      byte[] bytes = new byte[random.nextInt(random.nextInt(20) == 0 ? LONGEST : 300)];
      random.nextBytes(bytes);
      return bytes;
    }
    byte[] damaged = corpus.get(random.nextInt(corpus.size()));
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      damaged = FuzzCorpus.damaged(damaged, corpus, random);
    }
    byte[] input = damaged.length > LONGEST ? Arrays.copyOf(damaged, LONGEST) : damaged;
    // Half of the damaged histories get the right checksum, or nothing behind it would be reached.
    return fed == Fed.HISTORY && random.nextBoolean() ? withChecksum(input) : input;
  }

  private static byte[] withChecksum(byte[] history) {
    if (history.length < 5) {
      return history;
    }
    byte[] sealed = history.clone();
    CRC32C crc = new CRC32C();
    crc.update(sealed, 5, sealed.length - 5);
    for (int i = 0; i < 4; i++) {
      sealed[1 + i] = (byte) (crc.getValue() >>> (24 - 8 * i));
    }
    return sealed;
  }

  private static void coverage(String folder, Predicate<String> which, String title)
      throws IOException {
    ExecFileLoader data = new ExecFileLoader();
    data.load(new ByteArrayInputStream(RT.getAgent().getExecutionData(false)));
    CoverageBuilder builder = new CoverageBuilder();
    Analyzer analyzer = new Analyzer(data.getExecutionDataStore(), builder);
    for (Map.Entry<String, byte[]> each : classes(folder).entrySet()) {
      if (which.test(each.getKey())) {
        analyzer.analyzeClass(each.getValue(), each.getKey());
      }
    }
    long lines = 0;
    long covered = 0;
    long branches = 0;
    long taken = 0;
    for (IClassCoverage each : builder.getClasses()) {
      lines += each.getLineCounter().getTotalCount();
      covered += each.getLineCounter().getCoveredCount();
      branches += each.getBranchCounter().getTotalCount();
      taken += each.getBranchCounter().getCoveredCount();
    }
    System.out.printf(
        "covered of %s: %.1f %% of %,d lines, %.1f %% of %,d branches%n",
        title, 100.0 * covered / lines, lines, 100.0 * taken / branches, branches);
  }

  /** Returns the classes of core below a folder, out of its jar. */
  private static Map<String, byte[]> classes(String folder) throws IOException {
    Map<String, byte[]> classes = new HashMap<>();
    try (InputStream file = SurveyReader.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .openStream();
        JarInputStream jar = new JarInputStream(file)) {
      for (JarEntry each = jar.getNextJarEntry(); each != null; each = jar.getNextJarEntry()) {
        if (each.getName().startsWith(folder) && each.getName().endsWith(".class")) {
          classes.put(each.getName(), jar.readAllBytes());
        }
      }
    }
    return classes;
  }
}
