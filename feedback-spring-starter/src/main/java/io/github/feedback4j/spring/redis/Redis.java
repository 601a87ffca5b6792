package io.github.feedback4j.spring.redis;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** The application's Redis below a prefix of ours; borrows a connection for each piece of work. */
final class Redis {

  private static final char ESCAPE = '\uFDD0';

  private final RedisConnectionFactory connections;
  private final String prefix;

  Redis(RedisConnectionFactory connections, String prefix) {
    this.connections = connections;
    this.prefix = prefix;
  }

  String prefix() {
    return prefix;
  }

  /**
   * Returns what the work returns.
   *
   * @param operation what is to be done, such as {@code load a contact history}; no personal data
   * @throws RedisStoreException if Redis cannot be reached or refuses
   */
  <T extends @Nullable Object> T run(String operation, Function<RedisConnection, T> work) {
    try (RedisConnection connection = connections.getConnection()) {
      return work.apply(connection);
    } catch (RedisStoreException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new RedisStoreException(operation, e);
    }
  }

  /** Returns a key of ours; different names never give the same. */
  byte[] key(String kind) {
    return (prefix + kind).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the key of one of many things, such as a person. */
  byte[] key(String kind, String name) {
    return (prefix + kind + ":" + escaped(name)).getBytes(StandardCharsets.UTF_8);
  }

  /** Half a surrogate pair has no UTF-8 and would become a question mark, the same for all. */
  private static String escaped(String name) {
    if (name.codePoints().noneMatch(Redis::isEscaped)) {
      return name;
    }
    StringBuilder text = new StringBuilder();
    name.codePoints().forEach(each -> {
      if (isEscaped(each)) {
        text.append(ESCAPE).append(String.format(Locale.ROOT, "%04x", each));
      } else {
        text.appendCodePoint(each);
      }
    });
    return text.toString();
  }

  private static boolean isEscaped(int codePoint) {
    return codePoint == ESCAPE
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
