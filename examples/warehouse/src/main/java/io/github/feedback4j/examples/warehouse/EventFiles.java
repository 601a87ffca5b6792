package io.github.feedback4j.examples.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Files of events: one event as JSON in each line, or Parquet with an event as JSON in its column {@value #EVENT}.
 *
 * <p>The lines are bytes until {@code feedback-core} reads them, so that no wrong one is mended on the way.
 */
final class EventFiles {

  static final String EVENT = "event";

  private static final String PARQUET = ".parquet";

  private EventFiles() {}

  /**
   * Returns the lines of files in the order in which they stand there, for {@link #lines}.
   *
   * @param paths files, folders or patterns such as {@code events/2026-*.ndjson}; those that end with {@code .parquet}
   *     are Parquet
   * @throws WarehouseException if Parquet has no such column
   */
  static Dataset<Row> open(SparkSession spark, List<String> paths) {
    List<String> parquet = paths.stream().filter(EventFiles::isParquet).toList();
    List<String> text = paths.stream().filter(each -> !isParquet(each)).toList();
    if (parquet.isEmpty()) {
      return text(spark, text);
    }
    Dataset<Row> columnar = parquet(spark, parquet);
    return text.isEmpty() ? columnar : text(spark, text).unionByName(columnar);
  }

  static boolean isParquet(String path) {
    return path.endsWith(PARQUET) || path.endsWith(PARQUET + "/");
  }

  private static Dataset<Row> text(SparkSession spark, List<String> paths) {
    return spark
        .read()
        .text(paths.toArray(String[]::new))
        .select(
            col("value").cast("binary").as(EVENT),
            col("_metadata.file_path").as("file"),
            col("_metadata.file_block_start").as("start"),
            lit(true).as("has_lines"));
  }

  private static Dataset<Row> parquet(SparkSession spark, List<String> paths) {
    Dataset<Row> rows = spark.read().parquet(paths.toArray(String[]::new));
    if (!Arrays.asList(rows.columns()).contains(EVENT)) {
      throw new WarehouseException(
          "Parquet must have a column '%s' with one event as JSON in each row, as convert writes it, but has %s"
              .formatted(EVENT, Arrays.toString(rows.columns())));
    }
    return rows.select(
        col(EVENT).cast("binary").as(EVENT),
        col("_metadata.file_path").as("file"),
        col("_metadata.file_block_start").as("start"),
        lit(false).as("has_lines"));
  }

  /** Numbers the lines of a partition, which come file by file, and leaves out those without anything in them. */
  static Iterator<EventLine> lines(Iterator<Row> rows) {
    return new Iterator<>() {
      private String file = "";
      private long start;
      private long number;
      private @Nullable EventLine next;

      @Override
      public boolean hasNext() {
        while (next == null && rows.hasNext()) {
          EventLine line = line(rows.next());
          next = line.isBlank() ? null : line;
        }
        return next != null;
      }

      @Override
      public EventLine next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        EventLine line = Objects.requireNonNull(next);
        next = null;
        return line;
      }

      private EventLine line(Row row) {
        if (!row.getString(1).equals(file) || row.getLong(2) != start) {
          file = row.getString(1);
          start = row.getLong(2);
          number = 0;
        }
        number++;
        byte[] json = row.isNullAt(0) ? new byte[0] : row.<byte[]>getAs(0);
        return new EventLine(file, start, row.getBoolean(3) ? number : 0, json);
      }
    };
  }
}
