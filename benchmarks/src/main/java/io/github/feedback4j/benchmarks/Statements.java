package io.github.feedback4j.benchmarks;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts the statements that an application prepares, reading and writing ones apart. */
final class Statements implements BeanPostProcessor {

  private final AtomicLong reads = new AtomicLong();
  private final AtomicLong writes = new AtomicLong();

  long reads() {
    return reads.get();
  }

  long writes() {
    return writes.get();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source
        ? proxy(
            DataSource.class,
            source,
            result -> result instanceof Connection connection ? counting(connection) : result)
        : bean;
  }

  private Connection counting(Connection connection) {
    InvocationHandler handler = (proxy, method, arguments) -> {
      if (method.getName().equals("prepareStatement")) {
        String sql = String.valueOf(arguments[0]).strip().toUpperCase(Locale.ROOT);
        (sql.startsWith("SELECT") ? reads : writes).incrementAndGet();
      }
      return invoke(() -> method.invoke(connection, arguments));
    };
    return (Connection) Proxy.newProxyInstance(
        Statements.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
  }

  private static <T> T proxy(Class<T> type, T target, Replacement replacement) {
    return type.cast(Proxy.newProxyInstance(
        Statements.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) ->
            replacement.of(invoke(() -> method.invoke(target, arguments)))));
  }

  private static @Nullable Object invoke(Call call) throws Throwable {
    try {
      return call.run();
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private interface Call {
    @Nullable
    Object run() throws ReflectiveOperationException;
  }

  private interface Replacement {
    @Nullable
    Object of(@Nullable Object result);
  }
}
