package io.github.feedback4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A small pool that looks closely at what comes back: every connection with the autocommit and
 * time-out that it had, every statement closed and with a time-out. It can be told to fail.
 */
final class LendingDataSource implements DataSource, AutoCloseable {

  private final String url;
  private final boolean autoCommit;
  private final int size;
  private final Semaphore free;
  private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicInteger lent = new AtomicInteger();
  private final AtomicInteger statements = new AtomicInteger();
  private volatile @Nullable Trouble trouble;

  /** Throws from a method, or when a statement with this text in it is prepared. */
  private record Trouble(String where, SQLException failure, AtomicInteger times) {

    void strike(String place) throws SQLException {
      if (place.contains(where) && times.getAndDecrement() > 0) {
        throw failure;
      }
    }
  }

  LendingDataSource(String url, boolean autoCommit, int size) {
    this.url = url;
    this.autoCommit = autoCommit;
    this.size = size;
    this.free = new Semaphore(size);
  }

  /** Makes {@code commit}, {@code rollback} or the statements with some text in them fail. */
  void failAt(String where, int times, String sqlState) {
    trouble = new Trouble(
        where,
        new SQLException("secret-value in a driver's text", sqlState, 4711),
        new AtomicInteger(times));
  }

  /** Returns how many statements were prepared so far. */
  int statements() {
    return statements.get();
  }

  void assertEverythingCameBack() {
    assertThat(faults).isEmpty();
    assertThat(lent).hasValue(0);
    assertThat(free.availablePermits()).isEqualTo(size);
  }

  /** Closes the database, so that another process may open its file. */
  void shutDownH2() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    }
    idle.clear();
  }

  @Override
  public Connection getConnection() throws SQLException {
    try {
      if (!free.tryAcquire(30, TimeUnit.SECONDS)) {
        throw new SQLException("no connection came back for 30 s", "08001");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted", "08001");
    }
    try {
      Connection raw = idle.poll();
      if (raw == null) {
        raw = DriverManager.getConnection(url);
      }
      raw.setAutoCommit(autoCommit);
      lent.incrementAndGet();
      return proxy(Connection.class, new Loan(raw));
    } catch (SQLException | RuntimeException e) {
      free.release();
      throw e;
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** A connection while it is lent. */
  private final class Loan implements InvocationHandler {

    private final Connection raw;
    private final int timeout;
    private final List<PreparedStatement> prepared = new ArrayList<>();
    private boolean aborted;
    private boolean returned;

    Loan(Connection raw) throws SQLException {
      this.raw = raw;
      this.timeout = timeout();
    }

    private int timeout() throws SQLException {
      try (var statement = raw.createStatement()) {
        return statement.getQueryTimeout();
      }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      Trouble now = trouble;
      if (now != null) {
        now.strike(method.getName());
      }
      return switch (method.getName()) {
        case "close" -> {
          giveBack();
          yield null;
        }
        case "abort" -> {
          aborted = true;
          yield null;
        }
        case "prepareStatement" -> prepare(String.valueOf(arguments[0]));
        default -> call(raw, method, arguments);
      };
    }

    private PreparedStatement prepare(String sql) throws SQLException {
      statements.incrementAndGet();
      Trouble now = trouble;
      if (now != null) {
        now.strike(sql);
      }
      PreparedStatement statement = raw.prepareStatement(sql);
      prepared.add(statement);
      return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
        if (method.getName().startsWith("execute") && statement.getQueryTimeout() <= 0) {
          faults.add("no time-out: " + sql);
        }
        return call(statement, method, arguments);
      });
    }

    private void giveBack() throws SQLException {
      if (returned) {
        return;
      }
      returned = true;
      lent.decrementAndGet();
      if (aborted) {
        raw.close();
      } else if (raw.isClosed()) {
        faults.add("a connection was closed");
      } else {
        for (PreparedStatement each : prepared) {
          if (!each.isClosed()) {
            faults.add("a statement was left open");
          }
        }
        if (raw.getAutoCommit() != autoCommit) {
          faults.add("autocommit was left " + raw.getAutoCommit());
        }
        if (timeout() != timeout) {
          faults.add("the time-out was left at " + timeout());
        }
        if (!raw.getAutoCommit()) {
          raw.rollback();
        }
        idle.add(raw);
      }
      free.release();
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection each = idle.poll(); each != null; each = idle.poll()) {
      each.close();
    }
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
