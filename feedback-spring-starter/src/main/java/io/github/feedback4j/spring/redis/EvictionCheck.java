package io.github.feedback4j.spring.redis;

import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of a Redis that throws keys away when its memory is full, contacts and opt-outs among them. */
final class EvictionCheck {

  private static final Logger log = LoggerFactory.getLogger(EvictionCheck.class);

  private static final String POLICY = "maxmemory-policy";
  private static final String LIMIT = "maxmemory";

  private EvictionCheck() {}

  /** Asks Redis once; says nothing where it must not be asked, as in most hosted ones. */
  static void warn(Redis redis) {
    Properties settings;
    try {
      settings = redis.run("read the eviction policy", connection -> {
        Properties found = new Properties();
        for (String each : new String[] {POLICY, LIMIT}) {
          Properties one = connection.serverCommands().getConfig(each);
          if (one != null) {
            found.putAll(one);
          }
        }
        return found;
      });
    } catch (RedisStoreException e) {
      log.debug("the eviction policy is not known", e);
      return;
    }
    // In a cluster each name has its node in front.
    for (String name : settings.stringPropertyNames()) {
      if (name.endsWith(POLICY)) {
        String node = name.substring(0, name.length() - POLICY.length());
        String policy = settings.getProperty(name);
        if (!policy.equals("noeviction")
            && !settings.getProperty(node + LIMIT, "").equals("0")) {
          log.warn(
              "Redis has maxmemory-policy {}: when its memory is full it throws contacts and opt-outs "
                  + "away, and people are asked too early; set noeviction, or give feedback4j a Redis "
                  + "of its own (feedback4j.redis.connection-factory)",
              policy);
          return;
        }
      }
    }
  }
}
