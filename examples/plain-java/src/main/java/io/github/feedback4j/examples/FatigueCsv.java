package io.github.feedback4j.examples;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.feedback4j.prompt.TimedTouchpoint;
import io.github.feedback4j.prompt.TouchpointCsv;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The touchpoints of the made-up service desk, in memory and as a file for {@link TouchpointCsv}. */
final class FatigueCsv {

  private FatigueCsv() {}

  /** Returns what the desk reports in six months. */
  static List<TimedTouchpoint> touchpoints() {
    return TicketGenerator.generate(TicketGenerator.SEED).stream()
        .map(Experience::ticket)
        .map(each -> new TimedTouchpoint(each.closedAt(), Replay.touchpoint(each)))
        .toList();
  }

  /** Returns the same as the text of a file. */
  static String write() {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(
          "time",
          "event",
          "respondent",
          "subject",
          "resolution",
          "locale",
          "team",
          "channel",
          "service",
          "priority",
          "sla",
          "attribute.priority");
      for (Experience each : TicketGenerator.generate(TicketGenerator.SEED)) {
        Ticket ticket = each.ticket();
        csv.writeRecord(
            ticket.closedAt().toString(),
            "ticket.closed",
            ticket.requester(),
            ticket.id(),
            Integer.toString(ticket.resolution()),
            ticket.language(),
            ticket.team(),
            ticket.channel(),
            ticket.service(),
            ticket.priority(),
            ticket.slaMet() ? "met" : "missed",
            ticket.priority());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter has no reason to
    }
    return text.toString();
  }
}
