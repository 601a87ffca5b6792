package io.github.feedback4j.examples.warehouse;

import io.github.feedback4j.jdbc.JdbcSchema;
import io.github.feedback4j.jdbc.StoreException;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyFormatException;
import io.github.feedback4j.survey.SurveyReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Exports, converts and scores from the command line. */
public final class WarehouseMain {

  private static final String USAGE = """
      export --url jdbc:… --out FILE [--user USER] [--prefix feedback4j_] [--source URI] [--survey FILE]…
          writes the answers in a database as events; the password is taken from FEEDBACK_DB_PASSWORD
      convert --out FOLDER.parquet [--skip-unreadable] FILE…
          writes events as Parquet
      scores [--by team,channel] [--every DAYS] [--from DAY] [--until DAY] [--min-persons 5] [--level 0.95]
             [--survey FILE]… [--json] [--skip-unreadable] FILE…
          scores events, which are lines of JSON or, in files and folders that end with .parquet, Parquet
      Days are those of UTC, such as 2026-03-31; the one behind --until no longer counts.""";

  private static final String SOURCE = "urn:feedback4j:export";

  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource time;

  WarehouseMain(PrintStream out, PrintStream err, InstantSource time) {
    this.out = out;
    this.err = err;
    this.time = time;
  }

  /** Runs one of the commands; without any it says which there are. */
  public static void main(String[] args) {
    int status = new WarehouseMain(System.out, System.err, InstantSource.system()).run(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Returns the status of the process: 0, or 1 if somebody has to put something right. */
  int run(String... args) {
    List<String> words = Arrays.asList(args);
    String command = words.isEmpty() ? "" : words.get(0);
    List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
    try {
      if (command.equals("export")) {
        export(rest);
      } else if (command.equals("convert")) {
        convert(rest);
      } else if (command.equals("scores")) {
        scores(rest);
      } else {
        err.println(USAGE);
        return 1;
      }
      return 0;
    } catch (WarehouseException
        | IllegalArgumentException
        | SurveyFormatException
        | StoreException
        | IOException
        | SQLException e) {
      err.println(command + ": " + e.getMessage());
      return 1;
    } catch (Exception e) {
      // A file that is not there, or is there already. Scala does not declare what it throws.
      if (e instanceof AnalysisException trouble) {
        err.println(command + ": " + trouble.getSimpleMessage());
        return 1;
      }
      throw e;
    }
  }

  private void export(List<String> words) throws IOException, SQLException {
    Options options = new Options(
        words, Set.of("--url", "--out", "--user", "--prefix", "--source", "--survey"), Set.of());
    DataSource database = Databases.open(
        required(options, "--url"), options.get("--user"), System.getenv("FEEDBACK_DB_PASSWORD"));
    Path file = Path.of(required(options, "--out"));
    // H2 closes a file with its last connection, and would open it again for each page.
    Connection open = database.getConnection();
    try {
      long answers = new Export(
              database,
              options.get("--prefix", JdbcSchema.DEFAULT_PREFIX),
              URI.create(options.get("--source", SOURCE)),
              time)
          .write(surveys(options), file);
      out.printf(Locale.ROOT, "%,d responses are in %s%n", answers, file);
    } finally {
      open.close();
    }
  }

  private void convert(List<String> words) throws IOException {
    Options options = new Options(words, Set.of("--out"), Set.of("--skip-unreadable"));
    String folder = required(options, "--out");
    try (SparkSession spark = spark()) {
      List<String> left = Conversion.toParquet(
          EventFiles.open(spark, files(options)), folder, options.has("--skip-unreadable"));
      left.forEach(each -> err.println("left out: " + each));
    }
    out.println("the events are in " + folder);
  }

  private void scores(List<String> words) throws IOException {
    Options options = new Options(
        words,
        Set.of("--by", "--every", "--from", "--until", "--min-persons", "--level", "--survey"),
        Set.of("--json", "--skip-unreadable"));
    Asked asked = new Asked(
        options.has("--by") ? Arrays.asList(options.get("--by", "").split(",", -1)) : List.of(),
        day(options, "--from"),
        day(options, "--until"),
        options.number("--every", 0),
        options.number("--min-persons", SmallGroupGuard.DEFAULT_MIN_PERSONS),
        level(options));
    List<Survey> surveys = surveys(options);
    try (SparkSession spark = spark()) {
      WarehouseScores scores =
          WarehouseScores.of(spark, files(options), surveys, asked, time.instant());
      if (!options.has("--skip-unreadable")) {
        scores.findings().requireReadable();
      }
      // Apart from the figures, so that what is behind a pipe gets nothing else.
      err.println(scores.findings());
      if (options.has("--json")) {
        ScoreJson.print(scores, out);
      } else {
        ScoreTable.print(scores, out);
      }
    }
  }

  /** Returns Spark as spark-submit has set it up, or all cores of this machine. */
  private static SparkSession spark() {
    SparkConf conf = new SparkConf()
        .setIfMissing("spark.app.name", "feedback4j warehouse")
        .setIfMissing("spark.master", "local[*]")
        .set("spark.sql.session.timeZone", "UTC");
    if (conf.get("spark.master").startsWith("local")) {
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1")
          .setIfMissing("spark.driver.host", "127.0.0.1")
          .setIfMissing("spark.ui.enabled", "false")
          .setIfMissing(
              "spark.sql.shuffle.partitions",
              String.valueOf(Runtime.getRuntime().availableProcessors()));
    }
    return SparkSession.builder().config(conf).getOrCreate();
  }

  private static String required(Options options, String option) {
    String given = options.get(option);
    if (given == null) {
      throw new WarehouseException(option + " must be given");
    }
    return given;
  }

  private static List<String> files(Options options) {
    if (options.files().isEmpty()) {
      throw new WarehouseException("at least one file of events must be given");
    }
    return options.files();
  }

  private static List<Survey> surveys(Options options) throws IOException {
    List<Path> files = new ArrayList<>();
    options.all("--survey").forEach(each -> files.add(Path.of(each)));
    return SurveyReader.readAll(files);
  }

  private static @Nullable LocalDate day(Options options, String option) {
    String given = options.get(option);
    try {
      return given == null ? null : LocalDate.parse(given);
    } catch (DateTimeException e) {
      throw new WarehouseException(
          option + " must be a day such as 2026-03-31, but was " + given, e);
    }
  }

  private static double level(Options options) {
    String given = options.get("--level");
    try {
      return given == null ? ConfidenceInterval.DEFAULT_LEVEL : Double.parseDouble(given);
    } catch (NumberFormatException e) {
      throw new WarehouseException("--level must be a number between 0 and 1, but was " + given, e);
    }
  }
}
