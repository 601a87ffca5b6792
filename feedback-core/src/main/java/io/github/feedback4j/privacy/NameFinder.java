package io.github.feedback4j.privacy;

import static io.github.feedback4j.privacy.Passage.plain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recognises names that it was given, word by word, whatever their case and accents.
 *
 * <p>Between the words of a name there may be any space, hyphen, apostrophe, dot or comma: {@code Jean Pierre}
 * is {@code Jean-Pierre}. Nothing is guessed: a first name alone is found only if it was given alone.
 */
final class NameFinder implements Finder {

  static final int MIN_LETTERS = 2;
  static final int MAX_LENGTH = 100;

  private static final String BETWEEN = " -'’‘ʼ.,_";
  private static final int MOST_BETWEEN = 3;

  private final Node root = new Node();

  /** What may follow the words so far. */
  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private boolean ends;
  }

  private record Word(String folded, int end) {}

  /** Creates a finder of those of the names that {@link #isUsable} accepts. */
  NameFinder(Collection<String> names) {
    for (String each : names) {
      if (isUsable(each)) {
        Node node = root;
        for (String word : words(each)) {
          node = node.next.computeIfAbsent(word, key -> new Node());
        }
        node.ends = true;
      }
    }
  }

  /** Returns whether a name is long enough not to be in every sentence, and short enough for one. */
  static boolean isUsable(String name) {
    return name.length() <= MAX_LENGTH && letters(name) >= MIN_LETTERS;
  }

  /** Returns how many letters a name has. */
  static int letters(String name) {
    return (int) name.codePoints().filter(Character::isLetter).count();
  }

  boolean isEmpty() {
    return root.next.isEmpty();
  }

  private static List<String> words(String name) {
    Passage passage = new Passage(name, 0, name.length());
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < name.length()) {
      Word word = word(passage, at);
      if (!word.folded().isEmpty()) {
        words.add(word.folded());
      }
      at = Math.max(word.end(), at + 1);
    }
    return words;
  }

  @Override
  public @Nullable Span find(Passage passage, int from) {
    int at = from;
    while (at < passage.end()) {
      if (!Folding.isPart(passage.pointAt(at))) {
        at++;
        continue;
      }
      int end = passage.isWordBefore(at) ? -1 : end(passage, at);
      if (end > at) {
        return new Span(Redaction.Kind.NAME, at, end);
      }
      at = wordEnd(passage, at);
    }
    return null;
  }

  /** Returns where the longest name from {@code start} on ends, or −1 if none starts there. */
  private int end(Passage passage, int start) {
    int end = -1;
    Node node = root;
    int at = start;
    while (true) {
      Word word = word(passage, at);
      Node next = node.next.get(word.folded());
      if (next == null) {
        return end;
      }
      if (next.ends && !passage.isWordAfter(word.end())) {
        end = word.end();
      }
      node = next;
      at = word.end();
      while (at - word.end() < MOST_BETWEEN && BETWEEN.indexOf(plain(passage.at(at))) >= 0) {
        at++;
      }
      if (at == word.end()) {
        return end;
      }
    }
  }

  /** Reads a word; of one that is longer than any name, what was read says "none". */
  private static Word word(Passage passage, int start) {
    StringBuilder folded = new StringBuilder();
    int at = start;
    while (at < passage.end() && folded.length() <= 2 * MAX_LENGTH && at - start <= MAX_LENGTH) {
      int point = passage.pointAt(at);
      if (!Folding.isPart(point)) {
        break;
      }
      folded.append(Folding.fold(point));
      at += Character.charCount(point);
    }
    return new Word(folded.toString(), at);
  }

  private static int wordEnd(Passage passage, int start) {
    int at = start;
    while (at < passage.end() && Folding.isPart(passage.pointAt(at))) {
      at += Character.charCount(passage.pointAt(at));
    }
    return at;
  }
}
