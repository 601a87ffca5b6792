package io.github.feedback4j.spring.collector;

import io.github.feedback4j.jdbc.JdbcInbox;
import io.github.feedback4j.spring.collector.CollectorProperties.Application;
import io.github.feedback4j.spring.collector.CollectorProperties.RateLimit;
import io.github.feedback4j.wire.WireEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Makes senders of properties, and collects everything that is wrong with them. */
final class SetUp {

  static final int MAX_HASHES = 10;
  static final int MAX_CONCURRENT = 256;
  static final DataSize MIN_SIZE = DataSize.ofKilobytes(1);
  static final DataSize MAX_SIZE = DataSize.ofMegabytes(64);

  private static final String PREFIX = "feedback4j.collector.";

  private final List<String> mistakes = new ArrayList<>();
  private final Map<String, String> sources = new HashMap<>();
  private final Map<TokenHash, String> hashes = new HashMap<>();

  private SetUp() {}

  /**
   * Returns the applications that may send.
   *
   * @throws CollectorSetUpException with everything that is wrong with the properties
   */
  static Senders senders(CollectorProperties properties, LongSupplier nanoTime) {
    SetUp setUp = new SetUp();
    setUp.checkLimits(properties);
    List<Sender> senders = new ArrayList<>();
    // In an order of its own, so that the same mistakes come in the same order.
    new TreeMap<>(properties.applications()).forEach((name, each) -> {
      String source = setUp.source(name, each);
      List<TokenHash> known = setUp.hashes(name, each);
      if (setUp.mistakes.isEmpty() && source != null) {
        senders.add(
            new Sender(name, source, known, new Allowance(properties.rateLimit(), nanoTime)));
      }
    });
    if (properties.applications().isEmpty()) {
      setUp.mistakes.add(PREFIX
          + "applications must name who may send, such as " + PREFIX
          + "applications.desk.source=urn:example:desk and " + PREFIX
          + "applications.desk.token-hashes[0]");
    }
    if (!setUp.mistakes.isEmpty()) {
      throw new CollectorSetUpException(setUp.mistakes);
    }
    return new Senders(senders);
  }

  private void checkLimits(CollectorProperties properties) {
    size("max-body", properties.maxBody(), MIN_SIZE);
    size("max-inflated", properties.maxInflated(), properties.maxBody());
    number("max-events", properties.maxEvents(), 1, JdbcInbox.MAX_BATCH);
    number("max-concurrent", properties.maxConcurrent(), 1, MAX_CONCURRENT);
    RateLimit limit = properties.rateLimit();
    number("rate-limit.batches", limit.batches(), 0, 1_000_000);
    Duration within = limit.within();
    if (within.compareTo(Duration.ofSeconds(1)) < 0 || within.compareTo(Duration.ofDays(1)) > 0) {
      mistakes.add(PREFIX + "rate-limit.within must be between 1s and 1d, but was " + within);
    }
  }

  private void size(String name, DataSize value, DataSize least) {
    if (value.compareTo(least) < 0 || value.compareTo(MAX_SIZE) > 0) {
      mistakes.add(PREFIX
          + "%s must be between %s and %s, but was %s".formatted(name, least, MAX_SIZE, value));
    }
  }

  private void number(String name, int value, int least, int most) {
    if (value < least || value > most) {
      mistakes.add(
          PREFIX + "%s must be between %d and %d, but was %d".formatted(name, least, most, value));
    }
  }

  private @Nullable String source(String name, Application application) {
    String property = PREFIX + "applications." + name + ".source";
    String source = application.source() == null ? "" : application.source().toString();
    if (source.isEmpty() || source.length() > WireEvent.MAX_SOURCE) {
      mistakes.add(property
          + " must be the URI that the application's events name as their source, such as "
          + "urn:example:desk, of 1 to %d characters, but has %d"
              .formatted(WireEvent.MAX_SOURCE, source.length()));
      return null;
    }
    String other = sources.putIfAbsent(source, name);
    if (other != null) {
      mistakes.add(property + " must be its own, but '" + other + "' has the same");
      return null;
    }
    return source;
  }

  private List<TokenHash> hashes(String name, Application application) {
    String property = PREFIX + "applications." + name + ".token-hashes";
    List<String> texts = application.tokenHashes();
    if (texts.isEmpty() || texts.size() > MAX_HASHES) {
      mistakes.add(property
          + " must be 1 to %d hashes of tokens, but are %d".formatted(MAX_HASHES, texts.size()));
      return List.of();
    }
    List<TokenHash> known = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      TokenHash hash = TokenHash.parse(texts.get(i));
      if (hash == null) {
        // Never the value: it may be the token itself.
        mistakes.add(property
            + "[%d] must be a SHA-256 hash in 64 hexadecimal digits or in Base64, but is %d other characters"
                .formatted(i, texts.get(i).length()));
        continue;
      }
      String other = hashes.putIfAbsent(hash, name);
      if (other != null) {
        mistakes.add(property
            + "[%d] must be of a token of its own, but '%s' has the same".formatted(i, other));
      }
      known.add(hash);
    }
    return known;
  }
}
