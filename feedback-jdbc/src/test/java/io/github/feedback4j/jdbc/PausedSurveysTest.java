package io.github.feedback4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.testkit.SettableTime;
import java.sql.SQLException;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PausedSurveysTest {

  private final LendingDataSource dataSource = TestDatabase.h2(true);
  private final SettableTime time = SettableTime.at("2026-01-05T08:00:00Z");
  private final JdbcLedger node = node();
  private final JdbcLedger otherNode = node();

  private JdbcLedger node() {
    return new JdbcLedger(dataSource, JdbcSchema.DEFAULT_PREFIX, time, new SplittableRandom(1));
  }

  @BeforeEach
  void createTables() {
    JdbcSchema.initialize(dataSource);
  }

  @AfterEach
  void everythingCameBack() throws SQLException {
    dataSource.assertEverythingCameBack();
    dataSource.close();
  }

  @Test
  void answersFromMemoryForFiveSeconds() {
    node.paused();
    int before = dataSource.statements();
    otherNode.setPaused("nps", true);
    int written = dataSource.statements();

    time.advance(Duration.ofSeconds(5));
    assertThat(node.paused()).isEmpty();
    assertThat(dataSource.statements()).isEqualTo(written).isGreaterThan(before);

    time.advance(Duration.ofNanos(1));
    assertThat(node.paused()).containsExactly("nps");
  }

  @Test
  void seesItsOwnChangeAtOnce() {
    node.paused();
    node.setPaused("nps", true);
    assertThat(node.paused()).containsExactly("nps");
    node.setPaused("nps", true);
    node.setPaused("nps", false);
    assertThat(node.paused()).isEmpty();
  }

  @Test
  void looksAgainWhenTheClockWasSetBack() {
    node.paused();
    otherNode.setPaused("nps", true);

    time.advance(Duration.ofHours(-1));

    assertThat(node.paused()).containsExactly("nps");
  }

  @Test
  void saysSoWhenItCannotBeKnown() {
    dataSource.failAt("paused_survey", 1, "08001");

    assertThatThrownBy(node::paused)
        .isInstanceOf(StoreException.class)
        .hasMessage("could not read the paused surveys: SQLState 08001 (no connection)");
    assertThat(node.paused()).isEmpty();
  }
}
