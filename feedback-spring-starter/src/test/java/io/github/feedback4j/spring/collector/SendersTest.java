package io.github.feedback4j.spring.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feedback4j.spring.collector.CollectorProperties.RateLimit;
import io.github.feedback4j.spring.http.Problem;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendersTest {

  private static final String OLD = "fb4j_00000000000000000000000000000000";
  private static final String NEW = "fb4j_11111111111111111111111111111111";
  private static final String OTHER = "fb4j_22222222222222222222222222222222";

  private final Senders senders =
      new Senders(List.of(sender("desk", OLD, NEW), sender("portal", OTHER)));

  private static Sender sender(String name, String... tokens) {
    return new Sender(
        name,
        "urn:example:" + name,
        Stream.of(tokens).map(TokenHash::of).toList(),
        new Allowance(new RateLimit(0, Duration.ofSeconds(1)), () -> 0));
  }

  @Test
  void whileATokenIsReplacedBothAreKnown() {
    assertThat(senders.require("Bearer " + OLD).name()).isEqualTo("desk");
    assertThat(senders.require("Bearer " + NEW).name()).isEqualTo("desk");
  }

  @Test
  void everyApplicationHasItsOwn() {
    assertThat(senders.require("Bearer " + OTHER).name()).isEqualTo("portal");
  }

  @Test
  void theNameOfTheSchemeMayBeWrittenInAnyCase() {
    assertThat(senders.require("bearer  " + OTHER).name()).isEqualTo("portal");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Basic fb4j_00000000000000000000000000000000",
        "fb4j_00000000000000000000000000000000",
        "Bearer fb4j_00000000000000000000000000000000, Bearer x",
        "Bearer fb4j_00000000000000000000000000000001",
        "Bearer fb4j_0000000000000000000000000000000"
      })
  void whoeverShowsNoTokenThatWeKnowIsNobody(@Nullable String authorization) {
    Problem problem = catchThrowableOfType(Problem.class, () -> senders.require(authorization));

    assertThat(problem.status()).isEqualTo(401);
    assertThat(problem.code()).isEqualTo("unknown-token");
    assertThat(problem).message().doesNotContain("fb4j");
  }

  @Test
  void aTokenThatCouldBeGuessedIsNeverTaken() {
    Senders careless = new Senders(List.of(sender("desk", "secret")));

    Problem problem = catchThrowableOfType(Problem.class, () -> careless.require("Bearer secret"));

    assertThat(problem).hasMessage("a token has 32 to 512 characters, but this one has 6");
  }

  @Test
  void aTokenOfAnyLengthIsNotHashed() {
    Problem problem =
        catchThrowableOfType(Problem.class, () -> senders.require("Bearer " + "x".repeat(513)));

    assertThat(problem).hasMessage("a token has 32 to 512 characters, but this one has 513");
  }

  @Test
  void showsNoHash() {
    assertThat(sender("desk", OLD).toString()).doesNotContainPattern("[0-9a-f]{16}");
  }
}
