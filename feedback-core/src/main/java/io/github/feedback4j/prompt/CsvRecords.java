package io.github.feedback4j.prompt;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits comma-separated text into records as RFC 4180 (Shafranovich 2005) writes them, one at a
 * time: fields in quotes may hold commas, line ends and doubled quotes; lines end with LF, CR LF or
 * CR. Empty lines are passed over, and so is a byte order mark.
 */
final class CsvRecords {

  /** The greatest length of a field; more is a quote that nobody closed. */
  static final int MAX_FIELD = 10_000;

  /** The greatest number of fields. */
  static final int MAX_FIELDS = 200;

  private static final int END = -1;
  private static final int NOTHING = -2;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader reader;
  private final char[] buffer = new char[8192];
  private final StringBuilder field = new StringBuilder();
  private int position;
  private int limit;
  private int ahead = NOTHING;
  /** The line of the next character. */
  private long line = 1;

  private long startLine = 1;

  CsvRecords(Reader reader) {
    this.reader = reader;
  }

  /** Text that is no record; reading may go on with the next line unless it {@code ends} all. */
  static final class MalformedException extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean ends;

    MalformedException(String message, boolean ends) {
      super(message);
      this.ends = ends;
    }

    /** Returns whether nothing can be read after this. */
    boolean ends() {
      return ends;
    }
  }

  /** Returns the line in which the last record began, counted from 1. */
  long line() {
    return startLine;
  }

  /** Returns the fields of the next record, or null if there is none. */
  @Nullable
  List<String> next() throws IOException, MalformedException {
    if (line == 1 && peek() == BYTE_ORDER_MARK) {
      read();
    }
    while (peek() == '\n' || peek() == '\r') {
      endOfLine();
    }
    startLine = line;
    if (peek() == END) {
      return null;
    }
    List<String> fields = new ArrayList<>();
    while (true) {
      if (fields.size() == MAX_FIELDS) {
        throw skipLine("the line has more than " + MAX_FIELDS + " fields");
      }
      fields.add(peek() == '"' ? quoted() : plain());
      int next = peek();
      if (next == ',') {
        read();
      } else {
        if (next != END) {
          endOfLine();
        }
        return fields;
      }
    }
  }

  private String plain() throws IOException, MalformedException {
    field.setLength(0);
    while (true) {
      int next = peek();
      if (next == ',' || next == '\n' || next == '\r' || next == END) {
        return field.toString();
      }
      if (next == '"') {
        throw skipLine("a quote stands inside of a field without quotes; put the whole field in"
            + " quotes, and double the quote");
      }
      append();
    }
  }

  private String quoted() throws IOException, MalformedException {
    long opened = line;
    field.setLength(0);
    read();
    while (true) {
      int next = peek();
      if (next == END) {
        throw new MalformedException(
            "the quote that opens in line " + opened + " is never closed", true);
      }
      if (next == '"') {
        read();
        if (peek() != '"') {
          break;
        }
      }
      if (next == '\n' || next == '\r') {
        field.append(endOfLine());
        require(opened);
      } else {
        append();
      }
    }
    int next = peek();
    if (next != ',' && next != '\n' && next != '\r' && next != END) {
      throw skipLine("text follows a closing quote; double quotes that belong to the text");
    }
    return field.toString();
  }

  private void append() throws IOException, MalformedException {
    field.append((char) read());
    require(line);
  }

  private void require(long opened) throws MalformedException {
    if (field.length() > MAX_FIELD) {
      throw new MalformedException(
          "a field has more than %d characters; look for a quote that is not closed, from line %d on"
              .formatted(MAX_FIELD, Math.min(opened, startLine)),
          true);
    }
  }

  private MalformedException skipLine(String message) throws IOException {
    for (int next = peek(); next != '\n' && next != '\r' && next != END; next = peek()) {
      read();
    }
    return new MalformedException(message, false);
  }

  /** Reads one end of a line and returns it as it is written. */
  private String endOfLine() throws IOException {
    int first = read();
    line++;
    if (first == '\r' && peek() == '\n') {
      read();
      return "\r\n";
    }
    return first == '\r' ? "\r" : "\n";
  }

  private int read() throws IOException {
    int next = peek();
    ahead = NOTHING;
    return next;
  }

  private int peek() throws IOException {
    if (ahead == NOTHING) {
      if (position == limit) {
        limit = Math.max(0, reader.read(buffer));
        position = 0;
      }
      ahead = limit == 0 ? END : buffer[position++];
    }
    return ahead;
  }
}
