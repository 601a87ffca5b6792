package io.github.feedback4j.examples.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.udaf;

import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * The scores of all ratings in files of events, of any number.
 *
 * <p>Read this from top to bottom: lines become events, of which some stand; their ratings are summed up by group into
 * tallies, and only these come back from the nodes. No step holds all events anywhere.
 *
 * @param questions one for each rating of the current version of each survey
 * @param findings what became of the events
 */
record WarehouseScores(List<QuestionScores> questions, Findings findings) {

  /** Which question of which survey. */
  private record Series(String survey, String question) {}

  /**
   * Reads files and scores what is in them.
   *
   * @param paths as {@link EventFiles#open} takes them
   * @param surveys those that no event describes
   * @param now the time up to which erasures hold
   * @throws WarehouseException if a file or survey is not as it must be
   */
  static WarehouseScores of(
      SparkSession spark, List<String> paths, List<Survey> surveys, Asked asked, Instant now) {
    return of(EventFiles.open(spark, paths), surveys, asked, now);
  }

  /** Scores the lines of {@link EventFiles#open}, however they are cut into partitions. */
  static WarehouseScores of(Dataset<Row> lines, List<Survey> surveys, Asked asked, Instant now) {
    DescribedSurveys described = DescribedSurveys.in(lines);
    KnownSurveys known = new KnownSurveys(surveys, described.json());

    Dataset<Row> events =
        lines.mapPartitions(new EventParser(known, asked, now), Encoders.row(EventParser.EVENT));
    // Kept on the nodes, on disk where memory is short, because several steps look at them.
    Dataset<Row> once = StandingAnswers.once(events).persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> judged = StandingAnswers.judged(once).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Findings findings = Findings.of(judged, described.problems());
      return new WarehouseScores(questions(judged, known, asked), findings);
    } finally {
      judged.unpersist();
      once.unpersist();
    }
  }

  private static List<QuestionScores> questions(
      Dataset<Row> judged, KnownSurveys surveys, Asked asked) {
    Column tally = udaf(new TallyAggregator(surveys), Encoders.row(TallyAggregator.INPUT))
        .apply(
            col("survey"),
            col("given.question"),
            col("given.rating"),
            col("probability"),
            col("respondent"));
    Map<Series, Map<String, SortedMap<String, Collected>>> collected = new HashMap<>();
    for (Row each : judged
        .filter(col("kind").equalTo(EventParser.RESPONSE).and(col("code").isNull()))
        .withColumn("given", explode(col("ratings")))
        .withColumn("group", explode(col("groups")))
        .groupBy("survey", "given.question", "group.table", "group.value")
        .agg(tally)
        .collectAsList()) {
      collected
          .computeIfAbsent(
              new Series(each.getString(0), each.getString(1)), series -> new HashMap<>())
          .computeIfAbsent(each.getString(2), table -> new TreeMap<>())
          .put(each.getString(3), Collected.fromBytes(each.getAs(4)));
    }
    SmallGroupGuard guard = SmallGroupGuard.atLeast(asked.minPersons());
    List<QuestionScores> questions = new ArrayList<>();
    for (Survey survey : surveys.catalog().current()) {
      for (Question question : survey.questions()) {
        if (question instanceof Question.Rating rating) {
          Series series = new Series(survey.key(), rating.id());
          questions.add(QuestionScores.of(
              survey, rating, collected.getOrDefault(series, Map.of()), asked, guard));
        }
      }
    }
    return questions;
  }

  /**
   * Returns the scores of a question.
   *
   * @throws IllegalArgumentException if there is no such question
   */
  QuestionScores question(String survey, String question) {
    return questions.stream()
        .filter(each -> each.survey().equals(survey) && each.question().equals(question))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "survey '" + survey + "' has no rating '" + question + "'"));
  }
}
