package io.github.feedback4j.spring.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class ProblemTest {

  @Test
  void a503SaysWhenToTryAgain() {
    assertThat(retryAfter(Problem.of(503, "away", "it is away"))).isEqualTo("5");
  }

  @Test
  void anyOtherProblemDoesNot() {
    assertThat(retryAfter(Problem.of(400, "bad", "it is bad"))).isNull();
  }

  @Test
  void theTimeIsRoundedUpToSecondsSoThatNobodyComesTooEarly() {
    Problem problem = Problem.of(429, "rate-limited", "wait");

    assertThat(retryAfter(problem.retryAfter(Duration.ofMillis(1)))).isEqualTo("1");
    assertThat(retryAfter(problem.retryAfter(Duration.ofSeconds(2)))).isEqualTo("2");
    assertThat(retryAfter(problem.retryAfter(Duration.ofMillis(2001)))).isEqualTo("3");
  }

  private static String retryAfter(Problem problem) {
    return problem.toResponse().getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
  }
}
