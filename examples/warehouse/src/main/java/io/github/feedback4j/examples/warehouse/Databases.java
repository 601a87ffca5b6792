package io.github.feedback4j.examples.warehouse;

import java.util.Locale;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens the databases that {@code feedback-jdbc} knows. */
final class Databases {

  private Databases() {}

  /**
   * Returns a database; connects to nothing.
   *
   * @param url such as {@code jdbc:h2:file:./.feedback4j/collector} or {@code jdbc:postgresql://localhost/feedback}
   * @throws WarehouseException if it is another kind of database
   */
  static DataSource open(String url, @Nullable String user, @Nullable String password) {
    if (url.startsWith("jdbc:h2:")) {
      JdbcDataSource h2 = new JdbcDataSource();
      // A mistyped name must not make a new file.
      boolean isDecided = url.toUpperCase(Locale.ROOT).contains(";IFEXISTS=");
      h2.setURL(isDecided ? url : url + ";IFEXISTS=TRUE");
      h2.setUser(user == null ? "sa" : user);
      h2.setPassword(password == null ? "" : password);
      return h2;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      PGSimpleDataSource postgres = new PGSimpleDataSource();
      postgres.setURL(url);
      if (user != null) {
        postgres.setUser(user);
      }
      if (password != null) {
        postgres.setPassword(password);
      }
      return postgres;
    }
    throw new WarehouseException(
        "url must begin with jdbc:h2: or jdbc:postgresql:, the databases of feedback-jdbc");
  }
}
