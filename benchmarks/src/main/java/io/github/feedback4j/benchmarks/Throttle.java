package io.github.feedback4j.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.caffeine.Bucket4jCaffeine;
import io.github.bucket4j.caffeine.CaffeineProxyManager;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/** A peer's answer to "was this person asked within 30 days?"; only looks. */
interface Throttle {

  boolean allows(String key);

  /** Returns a map as an application would write it, unbounded. */
  static ConcurrentHashMap<String, LastContact> map(People people) {
    ConcurrentHashMap<String, LastContact> map = new ConcurrentHashMap<>();
    for (int person = 0; person < people.size(); person++) {
      map.put(people.key(person), lastContact(person));
    }
    return map;
  }

  /** Returns a bounded cache; a fifth more than needed, so that nothing is evicted while filling. */
  static Cache<String, LastContact> caffeine(People people) {
    Cache<String, LastContact> cache =
        Caffeine.newBuilder().maximumSize(people.size() * 6L / 5).build();
    for (int person = 0; person < people.size(); person++) {
      cache.put(people.key(person), lastContact(person));
    }
    cache.cleanUp();
    return cache;
  }

  private static LastContact lastContact(int person) {
    return new LastContact(Workload.lastAsked(person).toEpochMilli(), 1);
  }

  /** Returns Bucket4j's buckets in a bounded Caffeine cache; whoever is cooling down has no token. */
  static CaffeineProxyManager<String> buckets(People people) {
    return buckets(people, ONCE_PER_GAP);
  }

  static CaffeineProxyManager<String> buckets(People people, BucketConfiguration configuration) {
    CaffeineProxyManager<String> buckets = Bucket4jCaffeine.<String>builderFor(
            Caffeine.newBuilder().maximumSize(people.size() * 6L / 5))
        .clientClock(STILL)
        .build();
    for (int person = 0; person < people.size(); person++) {
      var bucket = buckets.builder().build(people.key(person), () -> configuration);
      if (People.isCoolingDown(person)) {
        bucket.tryConsume(1);
      } else {
        // A bucket comes into being when it is used.
        bucket.tryConsume(1);
        bucket.addTokens(1);
      }
    }
    buckets.getCache().cleanUp();
    return buckets;
  }

  BucketConfiguration ONCE_PER_GAP = BucketConfiguration.builder()
      .addLimit(limit -> limit.capacity(1).refillGreedy(1, Workload.GAP))
      .build();

  /** Never empty, for measuring commits that all succeed. */
  BucketConfiguration PLENTY = BucketConfiguration.builder()
      .addLimit(limit ->
          limit.capacity(1_000_000_000_000L).refillGreedy(1_000_000, Duration.ofSeconds(1)))
      .build();

  /** Bucket4j's clock stands still like everybody's. */
  TimeMeter STILL = new TimeMeter() {
    @Override
    public long currentTimeNanos() {
      return Workload.NOW.toEpochMilli() * 1_000_000;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  };

  static Throttle ofMap(People people) {
    ConcurrentHashMap<String, LastContact> map = map(people);
    long now = Workload.NOW.toEpochMilli();
    return key -> {
      LastContact last = map.get(key);
      return last == null || last.allows(now);
    };
  }

  static Throttle ofBuckets(People people) {
    CaffeineProxyManager<String> buckets = buckets(people);
    return key -> buckets
        .builder()
        .build(key, () -> ONCE_PER_GAP)
        .estimateAbilityToConsume(1)
        .canBeConsumed();
  }
}
