package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a comment as n-grams count them, each with how it is written. */
final class WordRow {

  /** Small words that do not tell English from French, and say nothing by themselves. */
  private static final Set<String> SMALL = Set.copyOf(
      List.of(("a about afin again all am an any as autre autres avoir ca can car ces cet ci de "
              + "do dont en entre etc etre faire fait here if il in lui many may me meme more "
              + "most much ni no now off on one ont or other ou our out over own peu same se "
              + "shall si some sous such te tu two up us vers will y yes")
          .split(" ", -1)));

  /** So many UTF-16 units of a comment are read. */
  static final int MOST = 20_000;

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final Numbers starts = new Numbers();
  private final Numbers ends = new Numbers();
  private final List<Gap> gaps = new ArrayList<>();

  private WordRow(String text) {
    this.text = text;
  }

  /** Returns the words of any text. */
  static WordRow of(String text) {
    String read = text.length() <= MOST ? text : text.substring(0, MOST);
    WordRow row = new WordRow(read);
    FoldedText folded = FoldedText.of(read);
    StringBuilder word = new StringBuilder();
    int from = 0;
    for (int i = 0; i <= folded.length(); i++) {
      if (i > from && folded.isBoundary(i)) {
        row.words.add(word.toString());
        row.starts.add(folded.start(from));
        row.ends.add(folded.end(i - 1));
        row.gaps.add(folded.gapBefore(from));
        word.setLength(0);
        from = i;
      }
      if (i < folded.length()) {
        word.append(folded.letter(i));
      }
    }
    return row;
  }

  int size() {
    return words.size();
  }

  /** Returns the folded letters of a word. */
  String word(int at) {
    return words.get(at);
  }

  /** Returns whether a sentence ends before a word. */
  boolean startsSentence(int at) {
    return gaps.get(at) == Gap.BREAK;
  }

  /** Returns some words as people write them, in lower case. */
  String written(int from, int count) {
    StringBuilder written = new StringBuilder();
    for (int i = from; i < from + count; i++) {
      if (i > from) {
        written.append(
            switch (gaps.get(i)) {
              case HYPHEN -> '-';
              case APOSTROPHE -> '\'';
              default -> ' ';
            });
      }
      written.append(text, starts.get(i), ends.get(i));
    }
    return written.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the language whose small words the text has most of, English if it has none of either, or
   * the declared one.
   */
  String language(@Nullable Locale declared) {
    if (declared != null && declared.getLanguage().matches("[a-z]{2,3}")) {
      return declared.getLanguage();
    }
    int english = 0;
    int french = 0;
    for (String each : words) {
      int flags = Words.flags(each);
      english += flags & Words.ENGLISH;
      french += (flags & Words.FRENCH) >> 1;
    }
    return french > english ? "fr" : "en";
  }

  /** Returns whether a word says something by itself. */
  static boolean isContent(String word) {
    return word.length() > 1
        && !SMALL.contains(word)
        && (Words.flags(word) & (Words.ENGLISH | Words.FRENCH | Words.ELIDED)) == 0
        && word.codePoints().anyMatch(Character::isLetter);
  }
}
