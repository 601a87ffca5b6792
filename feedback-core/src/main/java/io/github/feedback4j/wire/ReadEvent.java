package io.github.feedback4j.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one event of a batch when it was read.
 *
 * @since 0.1
 */
public sealed interface ReadEvent {

  /**
   * An event.
   *
   * @param event the event
   */
  // It stands beside Unreadable; nobody takes it for a source of characters.
  @SuppressWarnings("AvoidCommonTypeNames")
  record Readable(WireEvent event) implements ReadEvent {}

  /**
   * What is no event that this version can read; its neighbours are not touched by it.
   *
   * @param id its id, or null if not even that can be read
   * @param code {@value EventReader#UNKNOWN_TYPE}, {@value EventReader#MALFORMED} or {@value
   *     EventReader#TOO_LARGE}
   * @param detail the first flaw with its place, such as {@code /data/answers/2/value must be a whole
   *     number}; never what stands there
   */
  record Unreadable(@Nullable UUID id, String code, String detail) implements ReadEvent {}
}
