package io.github.feedback4j.survey;

import java.util.regex.Pattern;

/** The rules for the names that people give: survey keys, question ids, choices, metrics. */
final class Ids {

  static final String QUESTION_RULE = "[A-Za-z0-9_-]{1,64}";
  static final String NAME_RULE = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  private static final Pattern QUESTION = Pattern.compile(QUESTION_RULE);
  private static final Pattern NAME = Pattern.compile(NAME_RULE);

  private Ids() {}

  /** Returns the question or choice id unchanged, or throws what is wrong with it. */
  static String requireId(String what, String id) {
    if (!QUESTION.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "%s must match %s, but was '%s'".formatted(what, QUESTION_RULE, shown(id)));
    }
    return id;
  }

  /** Returns the survey key, event, attribute or metric name unchanged, or throws what is wrong. */
  static String requireName(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "%s must match %s, but was '%s'".formatted(what, NAME_RULE, shown(name)));
    }
    return name;
  }

  static String shown(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
