package io.github.feedback4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.ContactCounts;
import io.github.feedback4j.response.ResponseFilter;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collector that is killed has taken in all of a batch or nothing, and all of what it acknowledged. */
class InboxKillIT {

  private static final int ROUNDS = 3;
  private static final int BATCHES_BEFORE_KILL = 30;
  private static final ResponseFilter ALL = ResponseFilter.of(SampleResponse.SURVEY);

  private final TreeSet<Integer> acknowledged = new TreeSet<>();

  @Test
  void aBatchIsAllThereOrNotInAnH2File(@TempDir Path directory) throws Exception {
    String url = "jdbc:h2:file:" + directory.resolve("feedback")
        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;RETENTION_TIME=0";
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
      everythingIsSentAgain(dataSource);
      dataSource.shutDownH2();
    }
  }

  @Test
  void aBatchIsAllThereOrNotInPostgres() throws Exception {
    String url = TestDatabase.postgresUrl();
    try (LendingDataSource dataSource = new LendingDataSource(url, true, 2)) {
      JdbcSchema.initialize(dataSource);
      for (int round = 0; round < ROUNDS; round++) {
        runAndKill(url, round);
        verify(dataSource);
      }
      everythingIsSentAgain(dataSource);
    }
  }

  private void runAndKill(String url, int round) throws Exception {
    int before = acknowledged.size();
    // It begins with what the one before was killed over.
    int first = Math.max(0, before - 2 * InboxKillChild.THREADS);
    Process child = KillIT.start(InboxKillChild.class, url, String.valueOf(first));
    try (BufferedReader lines = child.inputReader()) {
      int read = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split(" ", -1);
        if (parts.length == 2 && parts[1].equals(InboxKillChild.LINE_END)) {
          acknowledged.add(Integer.valueOf(parts[0]));
        }
        if (++read == BATCHES_BEFORE_KILL + 5 * round) {
          child.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).as("killed, not ended").isEqualTo(137);
    assertThat(acknowledged.size()).isGreaterThan(before);
  }

  private void verify(LendingDataSource dataSource) {
    JdbcResponseStore store = new JdbcResponseStore(dataSource);
    Map<Integer, Long> byBatch = store.newest(ALL, 1_000_000).stream()
        .map(AcceptedResponse::id)
        .collect(Collectors.groupingBy(
            each -> (int) (each.getLeastSignificantBits() / InboxKillChild.BATCH),
            Collectors.counting()));

    assertThat(byBatch.values()).allMatch(each -> each == InboxKillChild.BATCH);
    assertThat(byBatch.keySet()).containsAll(acknowledged);
    assertThat(store.contacts(ALL).answered())
        .isEqualTo((long) byBatch.size() * InboxKillChild.BATCH);
    assertThat(TableDump.sorted(dataSource, "delivered"))
        .hasSize(2 * byBatch.size() * InboxKillChild.BATCH);
    RollUpAudit.assertExact(dataSource);
    dataSource.assertEverythingCameBack();
  }

  private void everythingIsSentAgain(LendingDataSource dataSource) {
    int batches = 1 + acknowledged.last();
    for (int batch = 0; batch < batches; batch++) {
      assertThat(InboxKillChild.inbox(dataSource).accept(InboxKillChild.batch(batch)))
          .doesNotHaveAnyElementsOfTypes(Arrival.Rejected.class);
    }

    verify(dataSource);
    long all = (long) batches * InboxKillChild.BATCH;
    ContactCounts counts = new JdbcResponseStore(dataSource).contacts(ALL);
    assertThat(counts.answered()).isGreaterThanOrEqualTo(all);
  }
}
