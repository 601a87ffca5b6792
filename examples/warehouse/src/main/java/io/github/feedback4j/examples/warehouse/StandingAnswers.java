package io.github.feedback4j.examples.warehouse;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Decides which answers stand, by the rules of a collector: whatever the order and the files in which events come, and
 * however often, the answers that stand are the same.
 */
final class StandingAnswers {

  /** Said before their respondent was erased. */
  static final String ERASED = "erased";

  /** A higher revision of the response stands. */
  static final String REVISED = "revised";

  /** Another response answers the invitation, or this one answers another invitation. */
  static final String OTHER_RESPONSE = "other-response";

  private static final String OTHER_DETAIL =
      "another response answers the invitation, or this one answers another invitation";

  // Where a collector goes by which event came first, this goes by which answer was given first.
  // The rest of the order sees to it that the result does not depend on how Spark cuts the files.
  private static final Column[] FIRST = {col("at"), col("source"), col("id")};

  private StandingAnswers() {}

  /**
   * Returns each event once: the same source and id are the same event. A column {@code times} says how often it came.
   *
   * @param events rows as {@link EventParser#EVENT} describes them
   */
  static Dataset<Row> once(Dataset<Row> events) {
    Column[] rest = Arrays.stream(EventParser.EVENT.fieldNames())
        .filter(each -> !each.equals("source") && !each.equals("id"))
        .map(each -> col(each))
        .toArray(Column[]::new);
    return events
        .groupBy("source", "id")
        .agg(min(struct(rest)).as("event"), count(lit(1)).as("times"))
        .select("source", "id", "times", "event.*");
  }

  /**
   * Returns the same events with a {@code code} for each that is in no figure; a response without one stands.
   *
   * @param once what {@link #once} returned; it is read several times
   */
  static Dataset<Row> judged(Dataset<Row> once) {
    Column isOpen = col("kind").equalTo(EventParser.RESPONSE).and(col("code").isNull());
    Dataset<Row> erasures = once.filter(
            col("kind").equalTo(EventParser.ERASURE).and(col("code").isNull()))
        .groupBy("respondent")
        .agg(max("at").as("erased"));
    // What is no response is alone with itself.
    WindowSpec response = Window.partitionBy(coalesce(col("response"), col("id")));
    WindowSpec invitation = Window.partitionBy(coalesce(col("invitation"), col("id")));
    Column isStray = col("invitation").notEqual(col("its_invitation"));
    return once.join(erasures, new String[] {"respondent"}, "left_outer")
        // What is erased is nobody's business any more, not even that it did not fit its survey.
        .withColumn(
            "code",
            when(
                    col("kind").equalTo(EventParser.RESPONSE).and(col("at").leq(col("erased"))),
                    lit(ERASED))
                .otherwise(col("code")))
        .withColumn(
            "its_invitation", firstOf(isOpen, "invitation", response, with(col("revision"), FIRST)))
        .withColumn("begun", min(when(isOpen, col("at"))).over(response))
        .withColumn(
            "place",
            row_number()
                .over(response.orderBy(
                    with(isOpen.desc(), with(isStray, with(col("revision").desc(), FIRST))))))
        .withColumn(
            "code",
            when(isOpen.and(isStray), lit(OTHER_RESPONSE))
                .when(isOpen.and(col("place").gt(1)), lit(REVISED))
                .otherwise(col("code")))
        .withColumn(
            "its_response", firstOf(isOpen, "response", invitation, col("begun"), col("response")))
        .withColumn(
            "code",
            when(isOpen.and(col("response").notEqual(col("its_response"))), lit(OTHER_RESPONSE))
                .otherwise(col("code")))
        .withColumn(
            "detail",
            when(col("code").equalTo(OTHER_RESPONSE), lit(OTHER_DETAIL)).otherwise(col("detail")))
        .drop("erased", "its_invitation", "begun", "place", "its_response");
  }

  /** Returns what the first of those rows has of which a condition holds, in an order. */
  private static Column firstOf(Column condition, String column, WindowSpec rows, Column... order) {
    return first(when(condition, col(column)), true)
        .over(rows.orderBy(order)
            .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing()));
  }

  private static Column[] with(Column column, Column[] others) {
    Column[] all = new Column[others.length + 1];
    all[0] = column;
    System.arraycopy(others, 0, all, 1, others.length);
    return all;
  }
}
