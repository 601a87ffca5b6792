package io.github.feedback4j.examples.warehouse;

import static org.apache.spark.sql.functions.col;

import io.github.feedback4j.wire.ReadEvent;
import io.github.feedback4j.wire.WireEvent;
import java.sql.Timestamp;
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
import org.apache.spark.storage.StorageLevel;

/**
 * Events as Parquet: the envelope in columns of its own, to look for what is wanted, and the whole event as JSON beside it,
 * so that nothing is lost.
 */
final class Conversion {

  private static final int EXAMPLES = 20;

  private static final StructType CONVERTED = new StructType()
      .add("source", DataTypes.StringType)
      .add("id", DataTypes.StringType)
      .add("type", DataTypes.StringType)
      .add("time", DataTypes.TimestampType)
      .add(EventFiles.EVENT, DataTypes.BinaryType)
      .add("problem", DataTypes.StringType);

  private Conversion() {}

  /**
   * Writes lines of {@link EventFiles#open} to a folder that is not there yet.
   *
   * @param skipUnreadable whether lines that are no events are left out; otherwise they end the conversion
   * @return what was left out, the first of it
   * @throws WarehouseException if a line is no event, and nothing is written then
   */
  static List<String> toParquet(Dataset<Row> lines, String folder, boolean skipUnreadable) {
    if (!EventFiles.isParquet(folder)) {
      throw new WarehouseException(
          "the folder to write to must end with .parquet, but is " + folder);
    }
    Dataset<Row> converted = lines
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) Conversion::convert, Encoders.row(CONVERTED))
        .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Dataset<Row> unreadable = converted.filter(col("problem").isNotNull());
      List<String> problems = new ArrayList<>();
      long count = unreadable.count();
      if (count > 0) {
        unreadable
            .orderBy("problem")
            .limit(EXAMPLES)
            .collectAsList()
            .forEach(each -> problems.add(each.getAs("problem")));
      }
      Findings.requireReadable(skipUnreadable ? 0 : count, problems);
      converted
          .filter(col("problem").isNull())
          .drop("problem")
          .withColumn(EventFiles.EVENT, col(EventFiles.EVENT).cast("string"))
          .write()
          .parquet(folder);
      return problems;
    } finally {
      converted.unpersist();
    }
  }

  private static Iterator<Row> convert(Iterator<Row> rows) {
    Iterator<EventLine> lines = EventFiles.lines(rows);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return lines.hasNext();
      }

      @Override
      public Row next() {
        return convert(lines.next());
      }
    };
  }

  private static Row convert(EventLine line) {
    ReadEvent read = line.read();
    if (read instanceof ReadEvent.Unreadable unreadable) {
      return RowFactory.create(
          null,
          null,
          null,
          null,
          null,
          "%s: %s: %s".formatted(line.place(), unreadable.code(), unreadable.detail()));
    }
    WireEvent event = ((ReadEvent.Readable) read).event();
    return RowFactory.create(
        event.source().toString(),
        event.id().toString(),
        event.data().type().text(),
        Timestamp.from(event.time()),
        line.json(),
        null);
  }
}
