package io.github.feedback4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.response.AcceptedResponse;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcSchemaTest {

  private final LendingDataSource dataSource = TestDatabase.h2(true);

  @AfterEach
  void everythingCameBack() throws SQLException {
    dataSource.assertEverythingCameBack();
    dataSource.close();
  }

  @Test
  void creatingTheTablesTwiceKeepsWhatIsInThem() {
    JdbcSchema.initialize(dataSource);
    byte[] key = new JdbcLedger(dataSource).secretKey(new byte[] {1, 2, 3});

    JdbcSchema.initialize(dataSource);

    assertThat(new JdbcLedger(dataSource).secretKey(new byte[] {9})).isEqualTo(key);
    assertThatCode(() -> JdbcSchema.verify(dataSource)).doesNotThrowAnyException();
  }

  @Test
  void createsNothingWhenEverythingIsThere() {
    JdbcSchema.initialize(dataSource);
    dataSource.failAt("CREATE", 1, "42501");

    assertThatCode(() -> JdbcSchema.initialize(dataSource)).doesNotThrowAnyException();
  }

  @Test
  void createsATableThatWasDropped() {
    JdbcSchema.initialize(dataSource);
    run("DROP TABLE feedback4j_rating_rollup");

    JdbcSchema.initialize(dataSource);

    assertThatCode(() -> JdbcSchema.verify(dataSource)).doesNotThrowAnyException();
  }

  @Test
  void twoPrefixesAreTwoStores() {
    JdbcSchema.initialize(dataSource, "one_");
    JdbcSchema.initialize(dataSource, "two_");

    assertThat(new JdbcResponseStore(dataSource, "one_")
            .append(SampleResponse.of(1).toResponse()))
        .isNotNull();
    assertThat(
            new JdbcResponseStore(dataSource, "two_").find(SampleResponse.of(1).id()))
        .isNull();
  }

  @Test
  void namesTheMissingTableAndTheScript() {
    JdbcSchema.initialize(dataSource, "app_");
    run("DROP TABLE app_tag");

    assertThatIllegalStateException()
        .isThrownBy(() -> JdbcSchema.verify(dataSource, "app_"))
        .withMessage(
            "table 'app_tag' is missing: run schema-h2.sql of feedback-jdbc with prefix 'app_', or call JdbcSchema.initialize");
  }

  @Test
  void refusesTablesOfAnotherVersion() {
    JdbcSchema.initialize(dataSource);
    run("UPDATE feedback4j_setting SET content = '2' WHERE name = 'schema_version'");

    for (Runnable each :
        new Runnable[] {() -> JdbcSchema.verify(dataSource), () -> JdbcSchema.initialize(dataSource)
        }) {
      assertThatIllegalStateException()
          .isThrownBy(each::run)
          .withMessage(
              "the tables 'feedback4j_…' have schema version 2, but this version of feedback4j works with 4");
    }
  }

  @Test
  void tablesOfVersionThreeGetWhatIsNewAndKeepWhatIsInThem() {
    toVersionThree();
    AcceptedResponse kept = SampleResponse.of(1).toResponse();
    new JdbcResponseStore(dataSource).append(kept);
    assertThatIllegalStateException()
        .isThrownBy(() -> JdbcSchema.verify(dataSource))
        .withMessageStartingWith("table 'feedback4j_registered_survey' is missing");

    JdbcSchema.initialize(dataSource);

    assertThatCode(() -> JdbcSchema.verify(dataSource)).doesNotThrowAnyException();
    assertThat(new JdbcResponseStore(dataSource).find(kept.id())).isNotNull();
    RollUpAudit.assertExact(dataSource);
  }

  @Test
  void anUpgradeThatWasInterruptedBeforeItSaidSoIsFinished() {
    JdbcSchema.initialize(dataSource);
    run("UPDATE feedback4j_setting SET content = '3' WHERE name = 'schema_version'");

    JdbcSchema.initialize(dataSource);

    assertThatCode(() -> JdbcSchema.verify(dataSource)).doesNotThrowAnyException();
  }

  private void toVersionThree() {
    JdbcSchema.initialize(dataSource);
    for (String each : List.of("registered_survey", "delivered", "unverified", "erased")) {
      run("DROP TABLE feedback4j_" + each);
    }
    run("UPDATE feedback4j_setting SET content = '3' WHERE name = 'schema_version'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a-b", "a;DROP TABLE x", "é", "a.b", "a\n"})
  void refusesAPrefixThatIsNoName(String prefix) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JdbcSchema.initialize(dataSource, prefix))
        .withMessage("prefix must match [A-Za-z_][A-Za-z0-9_]{0,30}, but was '" + prefix + "'");
  }

  @Test
  void takesAPrefixOfThirtyOneCharactersAndNoMore() {
    JdbcSchema.initialize(dataSource, "p".repeat(31));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JdbcResponseStore(dataSource, "p".repeat(32)))
        .withMessageStartingWith("prefix must match");
  }

  @Test
  void namesTheDatabasesThatAreSupported() {
    DataSource other = unsupported();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> JdbcSchema.initialize(other))
        .withMessage("database must be one of H2, PostgreSQL, but was 'Imaginary SQL'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JdbcLedger(other).load(new RespondentKey("anna")))
        .withMessage("database must be one of H2, PostgreSQL, but was 'Imaginary SQL'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "IGNORECASE=FALSE", "MODE=MySQL"})
  void worksInTheModesOfH2(String mode) throws SQLException {
    try (LendingDataSource database =
        new LendingDataSource(TestDatabase.h2Url() + ";" + mode, true, 2)) {
      JdbcSchema.initialize(database);
      JdbcResponseStore store = new JdbcResponseStore(database);
      store.append(SampleResponse.of(1).toResponse());
      store.append(SampleResponse.of(1).revision(2).rating(1).toResponse());

      assertThat(store.find(SampleResponse.of(1).id())).isNotNull();
      RollUpAudit.assertExact(database);
    }
  }

  @Test
  void givesOutTheScriptsForMigrationTools() {
    assertThat(JdbcSchema.script("PostgreSQL", "app_"))
        .contains("CREATE TABLE IF NOT EXISTS app_response (")
        .doesNotContain("{prefix}");
    assertThat(JdbcSchema.script("h2", "app_")).contains("app_response");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JdbcSchema.script("Oracle", "app_"))
        .withMessage("database must be one of H2, PostgreSQL, but was 'Oracle'");
  }

  private void run(String sql) {
    try (Connection connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns a data source of a database that nobody wrote. */
  private static DataSource unsupported() {
    DatabaseMetaData metaData = proxy(DatabaseMetaData.class, "Imaginary SQL");
    Connection connection = proxy(Connection.class, metaData);
    return proxy(DataSource.class, connection);
  }

  /** Returns an object that answers every question of the right type with {@code answer}. */
  private static <T> T proxy(Class<T> type, Object answer) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
          if (method.getReturnType().isInstance(answer)) {
            return answer;
          }
          return method.getReturnType() == boolean.class ? true : null;
        }));
  }
}
