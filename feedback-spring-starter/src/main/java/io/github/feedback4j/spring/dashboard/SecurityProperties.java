package io.github.feedback4j.spring.dashboard;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which authorities of Spring Security open what.
 *
 * @param viewAuthority the authority of those who may see scores, trends and groups
 * @param verbatimAuthority the authority of those who may also read comments
 * @since 0.1
 */
@ConfigurationProperties("feedback4j.security")
public record SecurityProperties(
    @DefaultValue("FEEDBACK_VIEW") String viewAuthority,
    @DefaultValue("FEEDBACK_VERBATIM") String verbatimAuthority) {

  String of(FeedbackAccess.Capability capability) {
    return switch (capability) {
      case VIEW -> viewAuthority;
      case VERBATIMS -> verbatimAuthority;
    };
  }

  /** Returns the property that names the authority. */
  static String property(FeedbackAccess.Capability capability) {
    return switch (capability) {
      case VIEW -> "feedback4j.security.view-authority";
      case VERBATIMS -> "feedback4j.security.verbatim-authority";
    };
  }
}
