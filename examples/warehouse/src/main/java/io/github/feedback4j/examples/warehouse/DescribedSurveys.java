package io.github.feedback4j.examples.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;

import io.github.feedback4j.survey.SurveyRegistry;
import io.github.feedback4j.survey.SurveyWriter;
import io.github.feedback4j.wire.EventType;
import io.github.feedback4j.wire.ReadEvent;
import io.github.feedback4j.wire.SurveyLoaded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The surveys that events describe; of several definitions of one version the first counts, as at a collector.
 *
 * @param json one definition of each key and version
 * @param problems the versions with several definitions
 */
record DescribedSurveys(List<String> json, List<String> problems) {

  private static final StructType DEFINITION = new StructType()
      .add("survey", DataTypes.StringType)
      .add("version", DataTypes.IntegerType)
      .add("json", DataTypes.StringType)
      .add("second", DataTypes.LongType)
      .add("nano", DataTypes.IntegerType);

  /**
   * Looks for them in the lines of {@link EventFiles#open}.
   *
   * @throws WarehouseException if there are more than a collector would keep
   */
  static DescribedSurveys in(Dataset<Row> lines) {
    List<Row> found = lines
        // Few lines are definitions, and this costs far less than reading all of them.
        .filter(col(EventFiles.EVENT).cast("string").contains(EventType.SURVEY.text()))
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) DescribedSurveys::definitions,
            Encoders.row(DEFINITION))
        .groupBy("survey", "version")
        .agg(
            min_by(col("json"), struct("second", "nano", "json")).as("json"),
            countDistinct("json").as("definitions"))
        .orderBy("survey", "version")
        .limit(SurveyRegistry.MAX_SURVEYS + 1)
        .collectAsList();
    if (found.size() > SurveyRegistry.MAX_SURVEYS) {
      throw new WarehouseException(
          "there must be at most %d versions of surveys, but there are more; give each job the events of fewer applications"
              .formatted(SurveyRegistry.MAX_SURVEYS));
    }
    List<String> json = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Row each : found) {
      json.add(each.getString(2));
      if (each.getLong(3) > 1) {
        problems.add(
            "survey '%s' v%d: other-survey: has %d different definitions, of which the earliest counts; give a survey that is changed a higher version"
                .formatted(each.getString(0), each.getInt(1), each.getLong(3)));
      }
    }
    return new DescribedSurveys(json, problems);
  }

  private static Iterator<Row> definitions(Iterator<Row> rows) {
    List<Row> definitions = new ArrayList<>();
    EventFiles.lines(rows).forEachRemaining(line -> {
      // What is no event is told when all lines are read.
      if (line.read() instanceof ReadEvent.Readable readable
          && readable.event().data() instanceof SurveyLoaded loaded) {
        Instant told = readable.event().time();
        definitions.add(RowFactory.create(
            loaded.survey().key(),
            loaded.survey().version(),
            SurveyWriter.json(loaded.survey()),
            told.getEpochSecond(),
            told.getNano()));
      }
    });
    return definitions.iterator();
  }
}
