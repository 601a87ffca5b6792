package io.github.feedback4j.examples.warehouse;

import io.github.feedback4j.wire.EventReader;
import io.github.feedback4j.wire.EventWriter;
import io.github.feedback4j.wire.ReadEvent;
import io.github.feedback4j.wire.WireFormatException;
import java.util.List;

/** One line of a file of events, and where it stands. */
final class EventLine {

  private static final String NO_LINE = "not-json";

  private final String file;
  private final long start;
  private final long number;
  private final byte[] json;

  /**
   * Creates a line.
   *
   * @param file the name of the file
   * @param start the byte of the file with which Spark began to count lines, 0 unless the file is long enough to be cut
   * @param number the number of the line from there on, from 1; 0 where files have no lines
   * @param json the line in UTF-8; it is not copied
   */
  EventLine(String file, long start, long number, byte[] json) {
    this.file = file;
    this.start = start;
    this.number = number;
    this.json = json;
  }

  String file() {
    return file;
  }

  long start() {
    return start;
  }

  long number() {
    return number;
  }

  byte[] json() {
    return json;
  }

  /** Reads the event, as the collector reads one that stands alone in its batch. */
  ReadEvent read() {
    try {
      List<ReadEvent> events = EventReader.readBatch(EventWriter.batch(List.of(json)), 1);
      return events.isEmpty() ? unreadable(NO_LINE) : events.get(0);
    } catch (WireFormatException e) {
      return unreadable(e.code().equals("too-many") ? NO_LINE : e.code());
    }
  }

  private static ReadEvent unreadable(String code) {
    return new ReadEvent.Unreadable(
        null,
        code,
        code.equals(NO_LINE)
            ? "a line must be one event as JSON in UTF-8"
            : "an event must not be nested more than 1,000 deep");
  }

  /** Returns whether it is a line in which nothing stands. */
  boolean isBlank() {
    if (number == 0) {
      return false;
    }
    for (byte each : json) {
      if (each != ' ' && each != '\t' && each != '\r') {
        return false;
      }
    }
    return true;
  }

  /** Returns where the line stands, for people. */
  String place() {
    return place(file, start, number);
  }

  static String place(String file, long start, long number) {
    if (number == 0) {
      return file;
    }
    return start == 0
        ? "%s, line %d".formatted(file, number)
        : "%s, line %d from byte %d on".formatted(file, number, start);
  }
}
