package io.github.feedback4j.examples.servicedesk;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The same Wednesday at each start, so that a test may run at midnight. */
class FixedTime {

  static final Instant NOW = Instant.parse("2026-11-25T10:30:00Z");

  @Bean
  @Primary
  InstantSource always() {
    return InstantSource.fixed(NOW);
  }
}
