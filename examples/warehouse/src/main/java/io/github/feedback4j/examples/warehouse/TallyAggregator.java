package io.github.feedback4j.examples.warehouse;

import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Sums ratings up as {@code feedback-core} does, for {@code groupBy}: survey and question have to be among the groups,
 * because answers to different metrics are never added.
 */
final class TallyAggregator extends Aggregator<Row, Collected, byte[]> {

  private static final long serialVersionUID = 1L;

  /** What it takes, in this order. */
  static final StructType INPUT = new StructType()
      .add("survey", DataTypes.StringType)
      .add("question", DataTypes.StringType)
      .add("rating", DataTypes.IntegerType)
      .add("probability", DataTypes.DoubleType)
      .add("respondent", DataTypes.StringType);

  private final KnownSurveys surveys;

  TallyAggregator(KnownSurveys surveys) {
    this.surveys = surveys;
  }

  @Override
  public Collected zero() {
    return new Collected();
  }

  @Override
  public Collected reduce(Collected collected, Row answer) {
    collected.add(
        surveys.metric(answer.getString(0), answer.getString(1)),
        answer.getInt(2),
        answer.getDouble(3),
        answer.getString(4));
    return collected;
  }

  @Override
  public Collected merge(Collected one, Collected other) {
    one.add(other);
    return one;
  }

  @Override
  public byte[] finish(Collected collected) {
    return collected.toBytes();
  }

  @Override
  public Encoder<Collected> bufferEncoder() {
    return Encoders.javaSerialization(Collected.class);
  }

  @Override
  public Encoder<byte[]> outputEncoder() {
    return Encoders.BINARY();
  }
}
