package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The ways in which people write the same words: "wi-fi", "wi fi" and "wifi". */
final class Spellings {

  // A hyphen may be a space or nothing. A space may be missing between two short parts ("wi fi")
  // and between letters and a number ("office 365"), and the other way round; if every space might,
  // "use less" would be "useless". A hyphen that the text has and the item has not is found by the
  // matcher, which reads joined words both ways.

  private static final int SHORT_PART = 2;

  private Spellings() {}

  /**
   * Returns the given words and their other spellings.
   *
   * @param word makes the part that a joined word is
   */
  static List<List<Part>> of(List<Part> words, Function<String, Part> word) {
    List<List<Part>> all = new ArrayList<>();
    all.add(words);
    List<Part> joined = new ArrayList<>();
    for (Part each : words) {
      int last = joined.size() - 1;
      if (last >= 0 && joins(joined.get(last), each)) {
        Part before = joined.remove(last);
        Part both = word.apply(before.word() + each.word());
        joined.add(new Part(both.terms(), both.word(), before.isJoined()));
      } else {
        joined.add(each);
      }
    }
    if (joined.size() < words.size()) {
      all.add(joined);
    }
    List<Part> split = new ArrayList<>();
    for (Part each : words) {
      int at = splitAt(each.word());
      if (at > 0) {
        Part first = word.apply(each.word().substring(0, at));
        split.add(new Part(first.terms(), first.word(), each.isJoined()));
        split.add(word.apply(each.word().substring(at)));
      } else {
        split.add(each);
      }
    }
    if (split.size() > words.size()) {
      all.add(split);
    }
    return all;
  }

  private static boolean joins(Part before, Part behind) {
    String first = before.word();
    String second = behind.word();
    if (first.isEmpty() || second.isEmpty()) {
      return false;
    }
    boolean digitBefore = isDigit(first.charAt(first.length() - 1));
    boolean digitBehind = isDigit(second.charAt(0));
    if (digitBefore && digitBehind) {
      return false;
    }
    if (behind.isJoined() || digitBefore != digitBehind) {
      return true;
    }
    return first.length() <= SHORT_PART
        && second.length() <= SHORT_PART
        && !areWords(first, second);
  }

  /** Returns where a solid word may have a space, or 0 if nowhere. */
  private static int splitAt(String word) {
    int changes = 0;
    int at = 0;
    for (int i = 1; i < word.length(); i++) {
      if (isDigit(word.charAt(i)) != isDigit(word.charAt(i - 1))) {
        changes++;
        at = i;
      }
    }
    if (changes == 1) {
      return at;
    }
    boolean isShort = changes == 0
        && word.length() == 2 * SHORT_PART
        && !isDigit(word.charAt(0))
        && !areWords(word.substring(0, SHORT_PART), word.substring(SHORT_PART));
    return isShort ? SHORT_PART : 0;
  }

  /** Returns whether either of two short parts is a word of its own: "once" is not "on ce". */
  private static boolean areWords(String first, String second) {
    return (Words.flags(first) & (Words.ENGLISH | Words.FRENCH)) != 0
        || (Words.flags(second) & (Words.ENGLISH | Words.FRENCH)) != 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
