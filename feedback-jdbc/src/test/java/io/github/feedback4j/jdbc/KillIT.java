package io.github.feedback4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Contact;
import io.github.feedback4j.prompt.ContactHistory;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.prompt.SkipReason;
import io.github.feedback4j.prompt.SurveyCounters.Counter;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.RatingCount;
import io.github.feedback4j.response.ResponseFilter;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes loses nothing that it has acknowledged. */
class KillIT {

  private static final int ROUNDS = 3;
  private static final int RECEIPTS_BEFORE_KILL = 60;

  /** A slice is a sixteenth of what is left; each thread may have had a unit in its hand. */
  private static final int MOST_LOST = ROUNDS * (KillChild.QUOTA / 16 + KillChild.THREADS);

  /** By response: its highest acknowledged revision, and who gave it. */
  private final Map<UUID, Receipt> receipts = new HashMap<>();

  private record Receipt(int revision, String person) {}

  @Test
  void nothingIsLostInAnH2File(@TempDir Path directory) throws Exception {
    String url = "jdbc:h2:file:" + directory.resolve("feedback")
        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1"
        // What H2 does after 45 seconds it does at once then.
        + ";RETENTION_TIME=0";
    for (int round = 0; round < ROUNDS; round++) {
      try (LendingDataSource dataSource = new LendingDataSource(url, true, 2)) {
        JdbcSchema.initialize(dataSource);
        verify(dataSource);
        dataSource.shutDownH2();
      }
      runAndKill(url, round);
    }
    try (LendingDataSource dataSource = new LendingDataSource(url, true, 2)) {
      verify(dataSource);
      useTheQuotaUp(dataSource);
      dataSource.shutDownH2();
    }
  }

  @Test
  void nothingIsLostInPostgres() throws Exception {
    String url = TestDatabase.postgresUrl();
    try (LendingDataSource dataSource = new LendingDataSource(url, true, 2)) {
      JdbcSchema.initialize(dataSource);
      for (int round = 0; round < ROUNDS; round++) {
        runAndKill(url, round);
        verify(dataSource);
      }
      useTheQuotaUp(dataSource);
    }
  }

  private void runAndKill(String url, int round) throws IOException, InterruptedException {
    int before = receipts.size();
    Process child = start(KillChild.class, url, String.valueOf(round));
    try (BufferedReader lines = child.inputReader()) {
      int read = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // What is still in the pipe after the kill was acknowledged as well.
        remember(line);
        if (++read == RECEIPTS_BEFORE_KILL + 7 * round) {
          // Through its handle, because the process itself would close the pipe as well.
          child.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).as("killed, not ended").isEqualTo(137);
    assertThat(receipts.size() - before).isGreaterThanOrEqualTo(RECEIPTS_BEFORE_KILL / 2);
  }

  /** Starts a process that writes lines until it is killed. */
  static Process start(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        classPath(),
        main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private void remember(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length == 4 && parts[3].equals(KillChild.LINE_END)) {
      receipts.merge(
          UUID.fromString(parts[0]),
          new Receipt(Integer.parseInt(parts[1]), parts[2]),
          (one, other) -> one.revision > other.revision ? one : other);
    }
  }

  private void verify(LendingDataSource dataSource) {
    JdbcResponseStore store = new JdbcResponseStore(dataSource);
    JdbcLedger ledger = new JdbcLedger(dataSource);
    ResponseFilter all = ResponseFilter.of("ticket-csat");
    List<AcceptedResponse> kept = store.newest(all, 1_000_000);

    assertThat(kept).extracting(AcceptedResponse::id).doesNotHaveDuplicates();
    assertThat(kept).extracting(AcceptedResponse::id).containsAll(receipts.keySet());
    // The acknowledged ones, and at most one of each thread that was killed before it could say so.
    assertThat(kept.size()).isLessThanOrEqualTo(receipts.size() + ROUNDS * KillChild.THREADS);
    RollUpAudit.assertExact(dataSource);
    assertThat(store.ratings(all, "satisfaction").stream()
            .mapToLong(RatingCount::count)
            .sum())
        .isEqualTo(kept.size());
    for (AcceptedResponse each : kept) {
      Receipt receipt = receipts.get(each.id());
      if (receipt == null) {
        continue;
      }
      assertThat(each.revision()).isGreaterThanOrEqualTo(receipt.revision);
      ContactHistory history = ledger.load(each.invitation().respondent()).history();
      Contact contact = Objects.requireNonNull(history.find(each.invitation().id()));
      assertThat(contact.outcome()).isEqualTo(Outcome.ANSWERED);
      assertThat(contact.responseId()).isEqualTo(each.id());
      assertThat(contact.revision()).isGreaterThanOrEqualTo(receipt.revision);
    }
    verifyTheCount(dataSource);
    askAgain(dataSource);
    dataSource.assertEverythingCameBack();
  }

  /** Every invitation holds a unit; lost are slices of killed processes, and nothing else. */
  private void verifyTheCount(LendingDataSource dataSource) {
    long invited = invited(dataSource);
    assertThat(taken(dataSource))
        .isBetween(invited, Math.min(KillChild.QUOTA, invited + MOST_LOST));
  }

  /** Whatever was killed, never more than the quota are invited, and hardly fewer. */
  private void useTheQuotaUp(LendingDataSource dataSource) {
    try (Feedback feedback = KillChild.feedback(dataSource)) {
      int person = 0;
      while (feedback.ask(Touchpoint.of("ticket.closed", "last-" + ++person).subject("INC-1"))
          instanceof Decision.Ask) {
        assertThat(person).isLessThanOrEqualTo(KillChild.QUOTA);
      }
    }
    assertThat(taken(dataSource)).isEqualTo(KillChild.QUOTA);
    assertThat(invited(dataSource))
        .isBetween((long) KillChild.QUOTA - MOST_LOST, (long) KillChild.QUOTA);
  }

  private static long invited(LendingDataSource dataSource) {
    return new Database(dataSource, JdbcSchema.DEFAULT_PREFIX)
        .statement(
            "count the invited",
            session -> session.query(
                "SELECT COUNT(*) AS invited FROM ${prefix}contact_history",
                row -> row.number("invited")))
        .get(0);
  }

  private static long taken(LendingDataSource dataSource) {
    Counter counter = new Counter("ticket-csat/quota", Instant.EPOCH, Counter.NEVER);
    return new JdbcSurveyCounters(dataSource).load(counter).count().taken();
  }

  /** A process that starts later knows who has answered. */
  private void askAgain(LendingDataSource dataSource) {
    Feedback feedback = KillChild.feedback(dataSource);
    for (Receipt each : receipts.values().stream().limit(5).toList()) {
      Decision decision =
          feedback.ask(Touchpoint.of("ticket.closed", each.person).subject("INC-" + each.person));
      assertThat(decision)
          .isInstanceOfSatisfying(
              Decision.Skip.class,
              skip -> assertThat(skip.reason()).isEqualTo(SkipReason.ALREADY_ASKED));
    }
  }

  private static String classPath() {
    return Stream.of("java.class.path", "jdk.module.path")
        .map(System::getProperty)
        .filter(Objects::nonNull)
        .flatMap(path -> Stream.of(path.split(File.pathSeparator, -1)))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
