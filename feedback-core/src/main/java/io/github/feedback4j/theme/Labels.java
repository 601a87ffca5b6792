package io.github.feedback4j.theme;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** The rules for what names themes and packs: ids, languages, titles. */
final class Labels {

  static final String ID_RULE = "[a-z0-9-]{1,64}";

  private static final int LONGEST_ID = 64;
  private static final int SHOWN = 80;

  private Labels() {}

  /** Returns the id of a theme or the name of a pack, or throws what is wrong with it. */
  static String requireId(String what, String id) {
    if (!isId(id)) {
      throw new IllegalArgumentException(
          "%s must match %s, but was '%s'".formatted(what, ID_RULE, shown(id)));
    }
    return id;
  }

  static boolean isId(String id) {
    // By hand: each mention is checked, and a matcher is more work than finding the mention.
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
        return false;
      }
    }
    return !id.isEmpty() && id.length() <= LONGEST_ID;
  }

  /**
   * Returns the language in canonical form ("FR" is "fr"), or throws what is wrong with it, after
   * {@code place}.
   */
  static String requireLanguage(String place, String language) {
    try {
      String canonical = new Locale.Builder().setLanguage(language).build().getLanguage();
      // Longer ones are well-formed too, but nobody's: "english" is a mistake for "en".
      // "not" is a language of Peru, but in a pack the word for what is hidden.
      if (!canonical.isEmpty() && canonical.length() <= 3 && !canonical.equals("not")) {
        return canonical;
      }
    } catch (IllformedLocaleException ignored) {
      // The message below says more than the position that the exception knows.
    }
    throw new IllegalArgumentException(
        "%slanguage must be a code such as 'en' or 'fr' without a region, but was '%s'"
            .formatted(place, shown(language)));
  }

  /** Returns the text without outer space, or throws what is wrong with it. */
  static String requireText(String what, String text, int maxLength) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      throw new IllegalArgumentException("%s must not be blank".formatted(what));
    }
    if (stripped.length() > maxLength) {
      throw new IllegalArgumentException("%s must have at most %d characters, but has %d: '%s'"
          .formatted(what, maxLength, stripped.length(), shown(stripped)));
    }
    if (stripped.codePoints().anyMatch(Wording::isForbidden)) {
      throw new IllegalArgumentException(
          "%s must not have a control character or half of a character, but was '%s'"
              .formatted(what, shown(stripped)));
    }
    return stripped;
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
