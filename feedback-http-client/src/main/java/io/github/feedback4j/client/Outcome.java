package io.github.feedback4j.client;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of one request, as far as the records in it are concerned. */
sealed interface Outcome {

  /**
   * The collector has the batch; some of its records it may have refused for good.
   *
   * @param accepted how many records were new
   * @param duplicates how many records the collector had already
   * @param refused the others, each with a reason
   */
  record Taken(int accepted, int duplicates, List<Refused> refused) implements Outcome {

    public Taken {
      refused = List.copyOf(refused);
    }
  }

  /** A record that the collector will never take, and the code of the reason. */
  record Refused(UUID id, String code) {}

  /**
   * Trouble that passes: the same batch is sent again.
   *
   * @param cause what is told of it, without any data
   * @param leaveAlone how long the collector asks to be left alone, or null if it does not say
   */
  record Later(String cause, @Nullable Duration leaveAlone) implements Outcome {}

  /**
   * The batch is larger than the collector takes.
   *
   * @param named whether a collector said so itself, and not something between it and us
   */
  record TooLarge(boolean named) implements Outcome {}

  /**
   * At least one record makes the collector refuse the whole batch.
   *
   * @param reason what stands beside the record when it is alone
   * @param named whether a collector said so itself, and not something between it and us
   */
  record Flawed(String reason, boolean named) implements Outcome {}

  /** The collector does not take this token, or not for this source. */
  record Unauthorised(int status) implements Outcome {}

  /** Whatever answered is no collector, or not ours: nothing can be concluded about the records. */
  record Odd(String cause) implements Outcome {}
}
