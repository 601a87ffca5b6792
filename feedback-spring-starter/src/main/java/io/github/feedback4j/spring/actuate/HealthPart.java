package io.github.feedback4j.spring.actuate;

import java.util.Map;

/**
 * A part of feedback4j that has something to say about its health. It answers from what it knows, and
 * asks nobody.
 *
 * @since 0.1
 */
public interface HealthPart {

  /** Returns what it is called among the details. */
  String name();

  /** Returns whether something does not work as it should, though nothing is lost. */
  boolean isDegraded();

  /** Returns whether the application is to be reported as down. */
  default boolean isDown() {
    return false;
  }

  /** Returns a few counts. */
  Map<String, Object> details();
}
