package io.github.feedback4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** That everybody in the benchmark of Redis commits there. */
class RedisIT {

  @Test
  void everybodyCommits() {
    People people = new People(20);
    try (Redis redis = new Redis(people)) {
      for (int person = 0; person < people.size(); person++) {
        assertThat(redis.commit(people.key(person))).isTrue();
        assertThat(redis.evalSha(people.key(person))).isTrue();
        assertThat(redis.bucket(people.key(person))).isTrue();
      }
    }
  }
}
