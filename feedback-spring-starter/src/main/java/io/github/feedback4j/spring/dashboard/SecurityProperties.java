package io.github.feedback4j.spring.dashboard;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which authorities of Spring Security open what.
 *
 * @param viewAuthority the authority of those who may see scores, trends and groups
 * @param verbatimAuthority the authority of those who may also read comments
 * @param manageAuthority the authority of those who may change the theme pack
 * @since 0.1
 */
@ConfigurationProperties("feedback4j.security")
public record SecurityProperties(
    @DefaultValue("FEEDBACK_VIEW") String viewAuthority,
    @DefaultValue("FEEDBACK_VERBATIM") String verbatimAuthority,
    @DefaultValue("FEEDBACK_MANAGE") String manageAuthority) {

  String of(FeedbackAccess.Capability capability) {
    return switch (capability) {
      case VIEW -> viewAuthority;
      case VERBATIMS -> verbatimAuthority;
      case MANAGE -> manageAuthority;
    };
  }

  /** Returns the property that names the authority. */
  static String property(FeedbackAccess.Capability capability) {
    return switch (capability) {
      case VIEW -> "feedback4j.security.view-authority";
      case VERBATIMS -> "feedback4j.security.verbatim-authority";
      case MANAGE -> "feedback4j.security.manage-authority";
    };
  }
}
