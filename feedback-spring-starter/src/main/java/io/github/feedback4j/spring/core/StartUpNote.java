package io.github.feedback4j.spring.core;

/**
 * A part of feedback4j that has something to say in the line at the start.
 *
 * @since 0.1
 */
public interface StartUpNote {

  /** Returns a few words, such as "answers are kept in the application's DataSource". */
  String startUpNote();
}
