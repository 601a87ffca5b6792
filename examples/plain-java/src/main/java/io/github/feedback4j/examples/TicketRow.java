package io.github.feedback4j.examples;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One line of a ticket file: reads its columns, and notes what is wrong with each of them. */
final class TicketRow {

  /** What feedback4j takes as a team, a channel or a subject. */
  private static final int MAX_LENGTH = 200;

  private final String place;
  private final List<String> header;
  private final CsvRecord line;
  private final List<String> mistakes;
  private final int mistakesBefore;

  TicketRow(String file, List<String> header, CsvRecord line, List<String> mistakes) {
    this.place = file + ":" + line.getStartingLineNumber() + ": ";
    this.header = header;
    this.line = line;
    this.mistakes = mistakes;
    this.mistakesBefore = mistakes.size();
  }

  /** Returns what the line says, or null after having noted every mistake in it. */
  @Nullable
  Experience read() {
    if (line.getFieldCount() != header.size()) {
      mistakes.add(place
          + ("the line has " + line.getFieldCount() + " fields, but the header names ")
          + (header.size() + "; put texts with commas in quotes"));
      return null;
    }
    String id = text("id");
    Integer resolution =
        value("resolution", Integer::valueOf, "a whole number, 1 at first closing");
    Instant openedAt = value("opened_at", Instant::parse, "a time such as 2026-01-31T09:30:00Z");
    Instant closedAt = value("closed_at", Instant::parse, "a time such as 2026-01-31T09:30:00Z");
    String requester = text("requester");
    String language = value("language", TicketRow::language, "a language such as en or fr-CA");
    String team = text("team");
    String channel = text("channel");
    String service = text("service");
    String priority = text("priority");
    Boolean slaMet = value("sla", TicketRow::slaMet, "met or missed");
    Double satisfaction = header.contains(TicketCsv.SATISFACTION)
        ? value(TicketCsv.SATISFACTION, TicketRow::satisfaction, "a number from 1 to 5")
        : (Double) TicketCsv.UNKNOWN_SATISFACTION;
    if (resolution != null && resolution < 1) {
      mistake("resolution", "a whole number, 1 at first closing");
    }
    if (openedAt != null && closedAt != null && !openedAt.isBefore(closedAt)) {
      mistake("closed_at", "a time after opened_at (" + openedAt + ")");
    }
    // The second half is for the compiler: a column that could not be read is noted already.
    return mistakes.size() > mistakesBefore
            || resolution == null
            || openedAt == null
            || closedAt == null
            || language == null
            || slaMet == null
            || satisfaction == null
        ? null
        : new Experience(
            new Ticket(
                id,
                resolution,
                openedAt,
                closedAt,
                requester,
                language,
                team,
                channel,
                service,
                priority,
                slaMet),
            satisfaction);
  }

  /** Notes a ticket that is closed twice as the same resolution. */
  void checkOnce(Map<String, Long> lines, Ticket ticket) {
    Long earlier =
        lines.putIfAbsent(ticket.id() + " " + ticket.resolution(), line.getStartingLineNumber());
    if (earlier != null) {
      mistakes.add(place
          + ("column 'id': ticket and resolution stand in line " + earlier)
          + " already; count resolution up");
    }
  }

  private String text(String column) {
    String text = field(column);
    if (text.isBlank() || text.length() > MAX_LENGTH) {
      mistakes.add(place
          + ("column '" + column + "' must have 1 to " + MAX_LENGTH)
          + (" characters, but has " + text.length()));
    }
    return text;
  }

  private <T> @Nullable T value(String column, Function<String, T> parse, String expected) {
    try {
      return parse.apply(field(column));
    } catch (IllegalArgumentException | IllformedLocaleException | DateTimeParseException e) {
      mistake(column, expected);
      return null;
    }
  }

  private void mistake(String column, String expected) {
    mistakes.add(
        "%scolumn '%s' must be %s, but is '%s'".formatted(place, column, expected, shown(column)));
  }

  private String shown(String column) {
    String text = field(column);
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }

  private String field(String column) {
    return line.getField(header.indexOf(column)).strip();
  }

  private static String language(String text) {
    String language = new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
    if (language.equals("und")) {
      throw new IllegalArgumentException("no language");
    }
    return language;
  }

  private static boolean slaMet(String text) {
    if (!text.equals("met") && !text.equals("missed")) {
      throw new IllegalArgumentException("neither met nor missed");
    }
    return text.equals("met");
  }

  private static double satisfaction(String text) {
    double satisfaction = Double.parseDouble(text);
    if (!(satisfaction >= 1 && satisfaction <= 5)) {
      throw new IllegalArgumentException("not on the scale");
    }
    return satisfaction;
  }
}
