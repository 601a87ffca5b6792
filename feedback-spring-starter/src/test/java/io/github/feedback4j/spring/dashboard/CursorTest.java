package io.github.feedback4j.spring.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.response.CommentFilter.Position;
import io.github.feedback4j.spring.http.Problem;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void readsWhatItWrote() {
    for (Instant at :
        new Instant[] {Instant.parse("2026-01-05T08:00:00.123456789Z"), Instant.EPOCH.minusNanos(1)
        }) {
      Position position = new Position(at, new UUID(-1, 7));

      assertThat(Cursor.read(Cursor.write(position))).isEqualTo(position);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "1_2",
        "1_2_3",
        "99999999999999999999_0_0-0-0-0-1",
        "9223372036854775807_5_0-0-0-0-1",
        "1_2_0-0-0-0-1_4"
      })
  void anyOtherTextIsAMistakeOfTheLink(String text) {
    assertThatThrownBy(() -> Cursor.read(text))
        .isInstanceOfSatisfying(Problem.class, each -> assertThat(each.status()).isEqualTo(400));
  }
}
