package io.github.feedback4j.privacy;

import static io.github.feedback4j.privacy.Passage.isDigit;
import static io.github.feedback4j.privacy.Passage.isWord;
import static io.github.feedback4j.privacy.Passage.plain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of an organisation's own ids, such as {@code EMP-######}.
 *
 * <p>A {@code #} is a digit, {@code @} a letter, {@code ?} either; everything else is itself, in
 * whatever case, with any hyphen for a hyphen and any space for a space. Nothing repeats, so a look at
 * one place of a text ends after {@value #MAX_LENGTH} characters.
 */
final class CodePattern {

  static final int MAX_PATTERNS = 50;

  private static final int MAX_LENGTH = 60;

  // With fewer letters and digits it would be a part of ordinary language.
  private static final int LEAST_PLACES = 3;

  private static final String REFUSED = "\\[]{}^$*|<>";

  private final String form;
  private final boolean startsWord;
  private final boolean endsWord;

  private CodePattern(String form) {
    this.form = form;
    this.startsWord = isOfWord(form.charAt(0));
    this.endsWord = isOfWord(form.charAt(form.length() - 1));
  }

  /**
   * Reads patterns.
   *
   * @param what what they are patterns of, for messages
   * @throws IllegalArgumentException with everything that is wrong
   */
  static List<CodePattern> parse(String what, List<String> patterns) {
    List<String> wrong = new ArrayList<>();
    if (patterns.size() > MAX_PATTERNS) {
      wrong.add("there must be at most %d %s patterns, but there are %d"
          .formatted(MAX_PATTERNS, what, patterns.size()));
    }
    List<CodePattern> parsed = new ArrayList<>();
    for (String each : patterns) {
      String mistake = mistake(each);
      if (mistake == null) {
        parsed.add(new CodePattern(folded(each)));
      } else {
        wrong.add("%s pattern '%s' %s".formatted(what, shown(each), mistake));
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", wrong));
    }
    return List.copyOf(parsed);
  }

  private static @Nullable String mistake(String pattern) {
    if (pattern.length() > MAX_LENGTH) {
      return "must have at most %d characters, but has %d".formatted(MAX_LENGTH, pattern.length());
    }
    if (!pattern.equals(pattern.strip())) {
      return "must not begin or end with a space";
    }
    for (int i = 0; i < pattern.length(); i++) {
      if (REFUSED.indexOf(pattern.charAt(i)) >= 0 || Character.isISOControl(pattern.charAt(i))) {
        return "must not have the character '%s': it is no regular expression; # is a digit, @ a letter, ? either"
            .formatted(shown(pattern.substring(i, i + 1)));
      }
    }
    long places = pattern.chars().filter(each -> isPlace((char) each)).count();
    if (places < LEAST_PLACES) {
      return "must stand for at least %d letters and digits, but stands for %d"
          .formatted(LEAST_PLACES, places);
    }
    if (pattern.chars().noneMatch(each -> each == '#' || Character.isLetterOrDigit(each))) {
      return "would take out ordinary words; it needs a # for a digit, or a letter or digit that all ids have";
    }
    return null;
  }

  /** Returns whether an id may begin with a {@linkplain #fold folded} character, behind a word or not. */
  boolean mayStart(char first, boolean behindWord) {
    return fits(form.charAt(0), first) && !(startsWord && behindWord);
  }

  /** Returns where the id that starts at {@code start}, where it may, ends; −1 if none does. */
  int end(Passage passage, int start) {
    int end = start + form.length();
    if (end > passage.end()) {
      return -1;
    }
    boolean number = true;
    for (int i = 0; i < form.length(); i++) {
      char c = fold(passage.at(start + i));
      if (!fits(form.charAt(i), c)) {
        return -1;
      }
      number &= isDigit(c);
    }
    boolean ends = !endsWord || !passage.isWordAfter(end);
    // An amount has as many digits as an id now and then.
    boolean decimal = number && (passage.isDecimalBefore(start) || passage.isDecimalAfter(end));
    return ends && !decimal ? end : -1;
  }

  private static boolean fits(char place, char c) {
    return switch (place) {
      case '#' -> isDigit(c);
      case '@' -> Character.isLetter(c);
      case '?' -> isDigit(c) || Character.isLetter(c);
      default -> place == c;
    };
  }

  private static boolean isPlace(char c) {
    return c == '#' || c == '@' || c == '?' || Character.isLetterOrDigit(c);
  }

  private static boolean isOfWord(char c) {
    return isPlace(c) || isWord(c);
  }

  private static String folded(String pattern) {
    StringBuilder folded = new StringBuilder(pattern.length());
    pattern.chars().forEach(each -> folded.append(fold((char) each)));
    return folded.toString();
  }

  static char fold(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c == '\t' ? ' ' : c;
    }
    return Character.toLowerCase(Character.toUpperCase(plain(c)));
  }

  /** Returns a text for a message, without line breaks and not too long. */
  private static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "\ufffd");
    return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "…" : line;
  }
}
