package io.github.feedback4j.examples.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedback4j.jdbc.JdbcResponseStore;
import io.github.feedback4j.jdbc.JdbcSchema;
import io.github.feedback4j.jdbc.JdbcSurveyRegistry;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyWriter;
import io.github.feedback4j.wire.EventData;
import io.github.feedback4j.wire.EventWriter;
import io.github.feedback4j.wire.ResponseAccepted;
import io.github.feedback4j.wire.SurveyLoaded;
import io.github.feedback4j.wire.WireEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a database holds as events, one in each line: first the surveys, then the answers to each, newest first.
 *
 * <p>Ids follow from what an event says, so two exports name the same answer alike. Some thousand answers are in memory at a
 * time, however many there are.
 */
final class Export {

  private static final int PAGE = 2_000;

  private final ResponseStore store;
  private final List<Survey> registered;
  private final URI source;
  private final InstantSource time;
  private final int page;

  /**
   * Prepares an export.
   *
   * @param dataSource a database of {@code feedback-jdbc}
   * @param prefix what the names of its tables start with
   * @param source what the events name as their source
   * @param time the clock of the machine
   */
  Export(DataSource dataSource, String prefix, URI source, InstantSource time) {
    this(dataSource, prefix, source, time, PAGE);
  }

  Export(DataSource dataSource, String prefix, URI source, InstantSource time, int page) {
    JdbcSchema.verify(dataSource, prefix);
    this.store = new JdbcResponseStore(dataSource, prefix);
    this.registered = new JdbcSurveyRegistry(dataSource, prefix, time).all();
    this.source = source;
    this.time = time;
    this.page = page;
  }

  /**
   * Writes the file, which is only there once it is complete.
   *
   * @param own the surveys that the application has itself, beside those that others have registered
   * @return how many answers there are
   * @throws WarehouseException if there is no survey at all
   */
  long write(Collection<Survey> own, Path file) throws IOException {
    Set<String> known = new HashSet<>();
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    long answers = 0;
    try (OutputStream out = Files.newOutputStream(partial)) {
      Set<String> keys = new TreeSet<>();
      for (List<Survey> surveys : List.of(List.copyOf(own), registered)) {
        for (Survey each : surveys) {
          // What the application has itself stands, as at its dashboard.
          if (known.add(each.toString())) {
            keys.add(each.key());
            line(
                out,
                "survey/" + each + "/" + SurveyWriter.json(each),
                time.instant(),
                new SurveyLoaded(each));
          }
        }
      }
      if (keys.isEmpty()) {
        throw new WarehouseException(
            "no survey is registered in this database; hand over those of the application with --survey FILE");
      }
      for (String each : keys) {
        ResponseFilter asked = ResponseFilter.of(each);
        answers += write(asked, out) + write(asked.openedOnDemand(), out);
      }
    }
    Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    return answers;
  }

  /** Walks through the time, from now to the first answer. */
  private long write(ResponseFilter all, OutputStream out) throws IOException {
    long written = 0;
    int limit = page;
    Instant end = null;
    while (true) {
      List<AcceptedResponse> found = store.newest(until(all, end), limit);
      boolean isLast = found.size() < limit;
      // Of those that were answered at the last instant of the page, others may not be on it.
      Instant last = isLast ? null : found.get(found.size() - 1).answeredAt();
      int before = 0;
      for (AcceptedResponse each : found) {
        if (!each.answeredAt().equals(last)) {
          line(
              out,
              "response/%s/%d".formatted(each.id(), each.revision()),
              each.answeredAt(),
              new ResponseAccepted(each));
          before++;
        }
      }
      written += before;
      if (last == null) {
        return written;
      }
      end = last.plusNanos(1);
      limit = before == 0 ? Math.multiplyExact(limit, 2) : page;
    }
  }

  private static ResponseFilter until(ResponseFilter all, @Nullable Instant end) {
    return new ResponseFilter(all.survey(), null, end, Map.of(), all.onDemand());
  }

  private void line(OutputStream out, String what, Instant at, EventData data) throws IOException {
    UUID id = UUID.nameUUIDFromBytes(what.getBytes(UTF_8));
    out.write(EventWriter.write(WireEvent.of(id, source, at, data)));
    out.write('\n');
  }
}
