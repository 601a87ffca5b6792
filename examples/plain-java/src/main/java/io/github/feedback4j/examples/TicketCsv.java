package io.github.feedback4j.examples;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Ticket files: UTF-8, commas, a header line, one line for each time a ticket was closed.
 *
 * <p>The column {@value #SATISFACTION} is how the requester felt, from 1 to 5. A file without it
 * can be replayed too: everybody then feels alike, so who is asked is real and the scores are not.
 */
final class TicketCsv {

  /** The columns that must be there, in any order; others are ignored. */
  static final List<String> COLUMNS = List.of(
      "id",
      "resolution",
      "opened_at",
      "closed_at",
      "requester",
      "language",
      "team",
      "channel",
      "service",
      "priority",
      "sla");

  static final String SATISFACTION = "satisfaction_latent";

  /** How everybody feels in a file that does not say so. */
  static final double UNKNOWN_SATISFACTION = 3.9;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TicketCsv() {}

  /** Returns the text of a file with these tickets, which says in its first line what it is. */
  static String write(List<Experience> experiences) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeComment(" Made by TicketGenerator of feedback4j: no real person, no real ticket.");
      List<String> header = new ArrayList<>(COLUMNS);
      header.add(SATISFACTION);
      csv.writeRecord(header);
      for (Experience each : experiences) {
        Ticket ticket = each.ticket();
        csv.writeRecord(
            ticket.id(),
            Integer.toString(ticket.resolution()),
            ticket.openedAt().toString(),
            ticket.closedAt().toString(),
            ticket.requester(),
            ticket.language(),
            ticket.team(),
            ticket.channel(),
            ticket.service(),
            ticket.priority(),
            ticket.slaMet() ? "met" : "missed",
            String.format(Locale.ROOT, "%.2f", each.satisfaction()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter has no reason to
    }
    return text.toString();
  }

  /** Returns the tickets of a file in the order in which they were closed. */
  static List<Experience> read(String file) throws TicketFileException {
    try {
      return parse(file, Files.readString(Path.of(file)));
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new TicketFileException(file + ": there is no such file; check the path");
    } catch (CharacterCodingException e) {
      throw new TicketFileException(file + ": the file is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      throw new TicketFileException(
          file + ": the file cannot be read; check that it is a file that you may read");
    }
  }

  /** Returns the tickets of a text; {@code name} is what the mistakes call it. */
  static List<Experience> parse(String name, String text) throws TicketFileException {
    String content =
        !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    List<String> mistakes = new ArrayList<>();
    List<Experience> experiences = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = CsvReader.builder()
        .commentStrategy(CommentStrategy.SKIP)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(content)) {
      List<String> header = List.of();
      Map<String, Long> lines = new HashMap<>();
      for (CsvRecord each : csv) {
        if (header.isEmpty()) {
          header = header(name, each);
          continue;
        }
        TicketRow row = new TicketRow(name, header, each, mistakes);
        Experience experience = row.read();
        if (experience != null) {
          row.checkOnce(lines, experience.ticket());
          experiences.add(experience);
        }
      }
      if (header.isEmpty()) {
        throw new TicketFileException(
            name + ":1: the file is empty; it starts with the line " + String.join(",", COLUMNS));
      }
    } catch (CsvParseException e) {
      mistakes.add(name + ": " + e.getMessage() + "; check the quotes near this line");
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory has no reason to
    }
    if (mistakes.isEmpty() && experiences.isEmpty()) {
      mistakes.add(name + ":2: there is no ticket under the header; add a line for each");
    }
    if (!mistakes.isEmpty()) {
      throw TicketFileException.of(mistakes);
    }
    experiences.sort(Comparator.comparing(each -> each.ticket().closedAt()));
    return List.copyOf(experiences);
  }

  private static List<String> header(String name, CsvRecord first) throws TicketFileException {
    List<String> header = first.getFields().stream().map(String::strip).toList();
    String place = name + ":" + first.getStartingLineNumber() + ": ";
    if (header.size() == 1 && header.get(0).contains(";")) {
      throw new TicketFileException(
          place + "the columns are separated by ';'; save the file with commas");
    }
    List<String> missing = new ArrayList<>(COLUMNS);
    missing.removeAll(header);
    if (!missing.isEmpty()) {
      throw new TicketFileException("%sthe header lacks %s '%s'; it needs %s"
          .formatted(
              place,
              missing.size() == 1 ? "the column" : "the columns",
              String.join("', '", missing),
              String.join(",", COLUMNS)));
    }
    return header;
  }
}
