package io.github.feedback4j.spring.dashboard;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Decides who may see what of the dashboard, and who may change the theme pack.
 *
 * <p>The default asks Spring Security for authorities. A bean of this type takes its place, such as in
 * an application that has another kind of security. It is asked in every request and may be called by
 * several threads.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface FeedbackAccess {

  /** What somebody may do. */
  enum Capability {
    /** See scores, trends and groups. */
    VIEW,
    /** Read what people wrote. */
    VERBATIMS,
    /** Change the theme pack, and have comments tagged again. */
    MANAGE
  }

  /** Returns whether whoever sends this request may do this. */
  boolean may(Capability capability, HttpServletRequest request);
}
