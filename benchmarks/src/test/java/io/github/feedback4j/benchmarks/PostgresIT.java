package io.github.feedback4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That the benchmark of PostgreSQL commits durably and rejects what it says it rejects. */
class PostgresIT {

  private static final People PEOPLE = new People(20);
  private static final Statements STATEMENTS = new Statements();
  private static Postgres postgres;

  @BeforeAll
  static void start() {
    postgres = new Postgres(PEOPLE, STATEMENTS);
  }

  @AfterAll
  static void stop() {
    if (postgres != null) {
      postgres.close();
    }
  }

  @Test
  void theServerIsDurable() {
    assertThat(postgres.setting("fsync")).isEqualTo("on");
    assertThat(postgres.setting("synchronous_commit")).isEqualTo("on");
  }

  @Test
  void everybodyCommits() {
    long writes = STATEMENTS.writes();

    for (int person = 0; person < PEOPLE.size(); person++) {
      assertThat(postgres.commit(PEOPLE.key(person))).isTrue();
      assertThat(
              postgres.rawUpsert(PEOPLE.key(person), Workload.lastAsked(person).toEpochMilli()))
          .isTrue();
      assertThat(postgres.bucket(PEOPLE.key(person))).isTrue();
    }

    assertThat(STATEMENTS.writes() - writes).isGreaterThanOrEqualTo(3L * PEOPLE.size());
  }

  @Test
  void aRejectionReadsAtMostOnceAndWritesNothing() {
    long reads = STATEMENTS.reads();
    long writes = STATEMENTS.writes();

    // The first call learns which surveys are paused.
    assertThat(postgres.reject(PEOPLE.key(0))).isTrue();
    assertThat(postgres.reject(PEOPLE.key(2))).isTrue();
    assertThat(postgres.reject(PEOPLE.key(4))).isTrue();

    assertThat(STATEMENTS.reads() - reads).isBetween(1L, 4L);
    assertThat(STATEMENTS.writes() - writes).isZero();
  }

  @Test
  void whoWasRejectedAMomentAgoCostsNoRoundTrip() {
    postgres.reject(PEOPLE.key(6));
    long statements = STATEMENTS.reads() + STATEMENTS.writes();

    assertThat(postgres.reject(PEOPLE.key(6))).isTrue();

    assertThat(STATEMENTS.reads() + STATEMENTS.writes()).isEqualTo(statements);
  }

  @Test
  void thePeersRejectToo() {
    assertThat(postgres.rejectByInsert(PEOPLE.key(2))).isTrue();
    assertThat(postgres.rejectByUpdate(PEOPLE.key(2))).isTrue();
  }

  @Test
  void whoIsNotCoolingDownIsNotRejected() {
    assertThat(postgres.reject(PEOPLE.key(1))).isFalse();
    assertThat(postgres.rejectByUpdate(PEOPLE.key(3))).isFalse();
    assertThat(postgres.rejectByInsert(PEOPLE.key(5))).isFalse();
  }
}
