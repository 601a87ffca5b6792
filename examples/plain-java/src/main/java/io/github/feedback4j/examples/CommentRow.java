package io.github.feedback4j.examples;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.feedback4j.theme.LabelledComment;
import io.github.feedback4j.theme.ThemeLabels;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The lines of a file of comments, by the names of its header. */
final class CommentRow {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String NO_THEME = "-";
  private static final int LONGEST_SHOWN = 40;

  private final String file;
  private final int width;
  private final Map<String, Integer> places = new HashMap<>();

  CommentRow(String file, CsvRecord header, Map<String, String> columns)
      throws CommentFileException {
    this.file = file;
    List<String> names = new ArrayList<>();
    for (String each : header.getFields()) {
      names.add(
          (names.isEmpty() && each.startsWith(BYTE_ORDER_MARK) ? each.substring(1) : each).strip());
    }
    width = names.size();
    if (width == 1 && names.get(0).contains(";")) {
      throw new CommentFileException(
          place(header) + "the columns are separated by ';'; save the file with commas");
    }
    for (String each : CommentFile.COLUMNS) {
      String wanted = columns.getOrDefault(each, each);
      int found = names.indexOf(wanted);
      if (found >= 0) {
        places.put(each, found);
      } else if (each.equals("text") || columns.containsKey(each)) {
        throw new CommentFileException(
            "%sthe header lacks the column '%s', it has %s; say which one it is with --columns %s=NAME"
                .formatted(place(header), wanted, shown(String.join(",", names)), each));
      }
    }
  }

  /** Adds the comment of a line, or the mistakes that are in it. */
  void read(CsvRecord line, List<LabelledComment> comments, List<String> mistakes) {
    if (line.getFieldCount() != width) {
      mistakes.add(
          "%sthe line has %d fields, but the header names %d; put texts with commas in quotes"
              .formatted(place(line), line.getFieldCount(), width));
      return;
    }
    int before = mistakes.size();
    Locale locale = locale(line, mistakes);
    Instant date = date(line, mistakes);
    ThemeLabels labels = labels(line, mistakes);
    if (mistakes.size() > before) {
      return;
    }
    String id = field(line, "id");
    String person = field(line, "person");
    comments.add(new LabelledComment(
        id.isEmpty() ? "line " + line.getStartingLineNumber() : id,
        line.getField(places.getOrDefault("text", 0)),
        locale,
        labels,
        date,
        person.isEmpty() ? null : person));
  }

  private @Nullable Locale locale(CsvRecord line, List<String> mistakes) {
    String tag = field(line, "locale");
    if (tag.isEmpty()) {
      return null;
    }
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
      if (!locale.getLanguage().isEmpty()) {
        return locale;
      }
    } catch (IllformedLocaleException ignored) {
      // Said below.
    }
    mistake(line, "locale", "a language such as en or fr-CA, or empty", mistakes);
    return null;
  }

  private @Nullable Instant date(CsvRecord line, List<String> mistakes) {
    String text = field(line, "date");
    if (text.isEmpty()) {
      return null;
    }
    try {
      return instant(text);
    } catch (DateTimeParseException e) {
      mistake(
          line,
          "date",
          "a day such as 2026-01-31 or a time such as 2026-01-31T09:30:00Z, or empty",
          mistakes);
      return null;
    }
  }

  /**
   * Returns the start of a day, or a time, in UTC if it names no other offset.
   *
   * @throws DateTimeParseException if it is neither
   */
  static Instant instant(String text) {
    if (text.length() <= "2026-01-31".length()) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    String time = text.replace(' ', 'T');
    try {
      return OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeParseException e) {
      return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
    }
  }

  private ThemeLabels labels(CsvRecord line, List<String> mistakes) {
    List<String> themes = ids(line, "themes", mistakes);
    List<String> factors = ids(line, "factors", mistakes);
    try {
      if (!themes.isEmpty()) {
        // Who looked at them all knows more than who ticked some.
        themes.remove(NO_THEME);
        return ThemeLabels.complete(new TreeSet<>(themes));
      }
      return factors.isEmpty() ? ThemeLabels.none() : ThemeLabels.ticked(new TreeSet<>(factors));
    } catch (IllegalArgumentException e) {
      mistakes.add(place(line) + e.getMessage() + "; separate the ids of themes by '|'");
      return ThemeLabels.none();
    }
  }

  private List<String> ids(CsvRecord line, String column, List<String> mistakes) {
    List<String> ids = new ArrayList<>();
    for (String each : field(line, column).split("[|;, ]+", -1)) {
      if (!each.isEmpty()) {
        ids.add(each);
      }
    }
    if (ids.contains(NO_THEME) && (ids.size() > 1 || column.equals("factors"))) {
      mistake(line, column, "ids of themes separated by '|', and '-' only by itself", mistakes);
    }
    return ids;
  }

  private void mistake(CsvRecord line, String column, String expected, List<String> mistakes) {
    mistakes.add("%scolumn '%s' must be %s, but is '%s'"
        .formatted(place(line), column, expected, shown(field(line, column))));
  }

  private String place(CsvRecord line) {
    return file + ":" + line.getStartingLineNumber() + ": ";
  }

  private static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
  }

  private String field(CsvRecord line, String column) {
    Integer place = places.get(column);
    return place == null ? "" : line.getField(place).strip();
  }
}
