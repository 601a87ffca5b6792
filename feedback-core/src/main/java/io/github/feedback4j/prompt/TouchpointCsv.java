package io.github.feedback4j.prompt;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Reads touchpoints from comma-separated values, one line at a time, for a {@link Simulator}.
 *
 * <p>UTF-8 as RFC 4180 writes it, with a header line. The columns {@code time}, {@code event} and
 * {@code respondent} must be there; {@code subject}, {@code resolution}, {@code parent}, {@code
 * locale}, {@code zone}, {@code closedBy}, {@code memberSince}, {@code flags} and the dimensions of
 * {@link Accountability} ({@code team}, {@code sla} and so on) may be. Any other column is an
 * attribute: {@code true} and {@code false} are a yes or no, digits without leading zeros a number,
 * {@code 2026-01-31T09:30:00Z} a point in time, anything else a text. An attribute that is called like
 * another column has {@code attribute.} before its name: {@code priority} is the dimension, {@code
 * attribute.priority} what conditions look at. An empty field is no value.
 *
 * <p>Lines are in the order of {@code time}, or are read with {@link #sorted}. After a mistake nothing
 * is returned any more: the rest of the file is looked through for more, and {@link
 * TouchpointCsvException} tells the first {@value #MAX_MISTAKES}. For use by one thread.
 *
 * @since 0.1
 */
public final class TouchpointCsv implements Iterator<TimedTouchpoint>, Closeable {

  /** The greatest number of mistakes that are told. */
  public static final int MAX_MISTAKES = 20;

  private final String name;
  private final Reader reader;
  private final CsvRecords records;
  private final List<String> mistakes = new ArrayList<>();
  private @Nullable TouchpointColumns columns;
  private @Nullable TimedTouchpoint ahead;
  private @Nullable Instant last;
  private boolean anyOrder;
  private boolean ended;

  private TouchpointCsv(String name, Reader reader) {
    this.name = name;
    this.reader = reader;
    this.records = new CsvRecords(reader);
  }

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be opened
   */
  public static TouchpointCsv open(Path file) throws IOException {
    return of(file.toString(), Files.newInputStream(file));
  }

  /**
   * Reads from a stream.
   *
   * @param name what mistakes call it
   * @param in UTF-8, closed by {@link #close}
   */
  public static TouchpointCsv of(String name, InputStream in) {
    return new TouchpointCsv(
        name,
        new InputStreamReader(
            in,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  /**
   * Reads from characters.
   *
   * @param name what mistakes call them
   * @param reader closed by {@link #close}
   */
  public static TouchpointCsv of(String name, Reader reader) {
    return new TouchpointCsv(name, reader);
  }

  /**
   * Returns all touchpoints in the order of time, for files that are not; those of the same time stay
   * in the order of the lines.
   *
   * @param atMost how many are kept in memory at most
   * @throws TouchpointCsvException if there are mistakes, or more touchpoints
   * @throws UncheckedIOException if the file cannot be read
   */
  public List<TimedTouchpoint> sorted(int atMost) {
    anyOrder = true;
    List<TimedTouchpoint> all = new ArrayList<>();
    while (hasNext()) {
      if (all.size() == atMost) {
        throw new TouchpointCsvException(List.of(place() + "there are more than " + atMost
            + " touchpoints to sort; sort the file itself"));
      }
      all.add(next());
    }
    all.sort(Comparator.comparing(TimedTouchpoint::at));
    return all;
  }

  /**
   * Returns whether there is another touchpoint.
   *
   * @throws TouchpointCsvException if there are mistakes
   * @throws UncheckedIOException if the file cannot be read
   */
  @Override
  public boolean hasNext() {
    if (ahead == null && !ended) {
      try {
        ahead = advance();
      } catch (CharacterCodingException e) {
        mistake("what follows is not UTF-8; save the file as UTF-8");
        throw new TouchpointCsvException(mistakes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      ended = ahead == null;
      if (!mistakes.isEmpty()) {
        throw new TouchpointCsvException(mistakes);
      }
    }
    return ahead != null;
  }

  @Override
  public TimedTouchpoint next() {
    TimedTouchpoint next = hasNext() ? ahead : null;
    if (next == null) {
      throw new NoSuchElementException("there is no further touchpoint in " + name);
    }
    ahead = null;
    return next;
  }

  /** Returns the next touchpoint, or null at the end or after having noted mistakes. */
  private @Nullable TimedTouchpoint advance() throws IOException {
    while (mistakes.size() < MAX_MISTAKES) {
      List<String> fields;
      try {
        fields = records.next();
      } catch (CsvRecords.MalformedException e) {
        mistake(String.valueOf(e.getMessage()));
        if (e.ends()) {
          return null;
        }
        continue;
      }
      if (fields == null) {
        if (columns == null) {
          mistake("there is no header; the first line names the columns, at least "
              + TouchpointColumns.REQUIRED);
        }
        return null;
      }
      TimedTouchpoint read = read(fields);
      if (columns == null || (read != null && mistakes.isEmpty())) {
        return read;
      }
    }
    return null;
  }

  private @Nullable TimedTouchpoint read(List<String> fields) {
    List<String> found = new ArrayList<>();
    TimedTouchpoint read = null;
    if (columns == null) {
      columns = TouchpointColumns.of(fields, found);
    } else {
      read = columns.read(fields, found);
    }
    found.forEach(this::mistake);
    if (read != null && !anyOrder) {
      if (last != null && read.at().isBefore(last)) {
        mistake("'time' must not be before that of the line above; sort the lines by time");
      }
      last = read.at();
    }
    return read;
  }

  private void mistake(String what) {
    if (mistakes.size() < MAX_MISTAKES) {
      mistakes.add(place() + what);
    }
  }

  private String place() {
    return name + ":" + records.line() + ": ";
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
