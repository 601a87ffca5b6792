package io.github.feedback4j.spring.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application can set about the respondent's side.
 *
 * @param enabled whether prompts, answers and the widget are served
 * @param basePath the path below which everything of feedback4j lives, without a slash at its end
 * @since 0.1
 */
@ConfigurationProperties("feedback4j.web")
public record WebProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("/feedback4j") String basePath) {

  /** Checks the path. */
  public WebProperties {
    if (!basePath.matches("(/[A-Za-z0-9._~-]+)+")) {
      throw new IllegalArgumentException(
          "feedback4j.web.base-path must look like /feedback4j, but was '" + basePath + "'");
    }
  }
}
