package io.github.feedback4j.benchmarks;

import io.github.feedback4j.theme.Item;
import io.github.feedback4j.theme.Rule;
import io.github.feedback4j.theme.Theme;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemePacks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments and phrases for measuring, English and French, made with a seed: nobody wrote them, but their
 * lengths and the shares of their words are as in real ones.
 *
 * <p>A language has its small words, then the words of the shipped pack, then a long tail of made-up
 * ones, and the n-th of them comes about 1/n times as often as the first (Zipf, 1949). Half of the
 * comments are shorter than about 100 characters, one in ten is longer than 300.
 */
final class Comments {

  private static final int WORDS = 20_000;
  private static final int THEMES = 40;
  private static final int LONGEST = 150;
  private static final double MEDIAN_WORDS = 13;
  private static final double SPREAD = 0.75;
  private static final double COMMA = 0.07;
  private static final double SENTENCE_END = 0.1;
  private static final double FACE = 0.1;
  private static final double SHOUTED = 0.01;
  private static final double CONTRACTED = 0.5;

  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
  private static final List<String> FACES = List.of("🙂", "👍", "😡", "🎉", "👎");

  private static final Speech ENGLISH = new Speech(
      Locale.ENGLISH,
      """
      the and to i it was a of is my for in with that on this very have but not they had be so as
      were at me all you we would will from by again could which after there been one their more
      when just now has can your really about them only what well out also then still after before
      every always some""",
      List.of("don't", "I'm", "it's", "can't", "wasn't", "haven't"),
      List.of("st", "r", "pl", "m", "t", "br", "c", "w", "gr", "n", "sh", "f", "l", "d"),
      List.of("ing", "ers", "ane", "ock", "ill", "ome", "ent", "ash", "ook", "urn", "ell", "ide"));

  private static final Speech FRENCH = new Speech(
      Locale.FRENCH,
      """
      de la le et les des en un du une est pour que dans qui par sur au plus avec pas je il ce ne
      se sont mon ma mes nous vous ils elle ai été très bien mais tout cette aux ces même fait
      comme leur sans aussi être avait encore toujours avant après trop donc peu puis lors dont""",
      List.of("l'équipe", "d'abord", "qu'il", "c'est", "j'ai", "n'est"),
      List.of("ch", "r", "pl", "m", "t", "br", "v", "s", "gr", "n", "tr", "f", "l", "d"),
      List.of(
          "age", "eur", "ité", "oir", "ette", "ain", "ème", "aux", "onne", "ure", "elle", "ire"));

  private Comments() {}

  /** A text and its language. */
  record Comment(String text, Locale locale) {}

  /** Returns comments, of which every other one is French. */
  static List<Comment> of(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Comment> comments = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Speech speech = i % 2 == 0 ? ENGLISH : FRENCH;
      comments.add(new Comment(speech.comment(random), speech.locale));
    }
    return comments;
  }

  /**
   * Returns different phrases of one to three words, folded, half of them of each language.
   *
   * <p>No small word is among them, so none of them can be a part of "don't" or "l'".
   */
  static List<String> phrases(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<String> phrases = new HashSet<>();
    List<String> listed = new ArrayList<>(size);
    while (listed.size() < size) {
      Speech speech = listed.size() % 2 == 0 ? ENGLISH : FRENCH;
      int words = 1 + (int) (3 * random.nextDouble() * random.nextDouble());
      StringBuilder phrase = new StringBuilder(speech.content(random));
      for (int k = 1; k < words; k++) {
        phrase.append(' ').append(speech.content(random));
      }
      String folded = Folded.of(phrase.toString()).strip();
      if (phrases.add(folded)) {
        listed.add(folded);
      }
    }
    return listed;
  }

  /**
   * Returns a pack with as many items as real ones have them: words and phrases in any form, half of
   * them, then prefixes, neighbours, negated words and words that exclude others; two thirds of them
   * judge.
   */
  static ThemePack pack(int items, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<String> known = new HashSet<>();
    Map<Place, List<String>> rules = new LinkedHashMap<>();
    for (int i = 0; known.size() < items; i++) {
      Speech speech = i % 2 == 0 ? ENGLISH : FRENCH;
      String language = speech.locale.getLanguage();
      int theme = random.nextInt(THEMES);
      int polarity = random.nextInt(3);
      String text = speech.rule(random);
      if (known.add(language + text)) {
        rules
            .computeIfAbsent(new Place(theme, language, polarity), key -> new ArrayList<>())
            .add(text);
      }
    }
    Theme[] themes = new Theme[THEMES];
    Arrays.setAll(themes, i -> Theme.of("theme-" + i).title("en", "Theme " + i));
    rules.forEach((place, texts) ->
        themes[place.theme()] = place.addTo(themes[place.theme()], texts.toArray(String[]::new)));
    return ThemePack.of("made-up", 1, themes);
  }

  /** Where items of a pack stand. */
  private record Place(int theme, String language, int polarity) {

    Theme addTo(Theme theme, String... texts) {
      return switch (polarity) {
        case 0 -> theme.phrases(language, texts);
        case 1 -> theme.positive(language, texts);
        default -> theme.negative(language, texts);
      };
    }
  }

  /** How one language sounds. */
  private static final class Speech {
    private final Locale locale;
    private final List<String> words;
    private final int smallWords;
    private final List<String> contracted;
    private final double[] upTo;

    Speech(
        Locale locale,
        String small,
        List<String> contracted,
        List<String> beginnings,
        List<String> endings) {
      this.locale = locale;
      this.contracted = contracted;
      Set<String> known = new HashSet<>();
      Set<String> folded = new HashSet<>();
      List<String> ranked = new ArrayList<>();
      for (String each : small.split("\\s+", -1)) {
        if (folded.add(Folded.of(each)) && known.add(each)) {
          ranked.add(each);
        }
      }
      this.smallWords = ranked.size();
      SplittableRandom random = new SplittableRandom(locale.getLanguage().hashCode());
      List<String> own = packWords(locale, folded);
      while (!own.isEmpty()) {
        ranked.add(own.remove(random.nextInt(own.size())));
      }
      while (ranked.size() < WORDS) {
        StringBuilder made = new StringBuilder();
        for (int k = 0; k < 2 + random.nextInt(2); k++) {
          made.append(beginnings.get(random.nextInt(beginnings.size())));
          made.append(endings.get(random.nextInt(endings.size())));
        }
        if (folded.add(Folded.of(made.toString()))) {
          ranked.add(made.toString());
        }
      }
      this.words = List.copyOf(ranked);
      this.upTo = new double[WORDS];
      double sum = 0;
      for (int rank = 0; rank < WORDS; rank++) {
        sum += 1.0 / (rank + 3);
        upTo[rank] = sum;
      }
    }

    /** The words of the items that the shipped pack has for a language. */
    private static List<String> packWords(Locale locale, Set<String> folded) {
      List<String> words = new ArrayList<>();
      for (Item each : ThemePacks.itService().items()) {
        if (!each.language().equals(locale.getLanguage())) {
          continue;
        }
        Matcher found = WORD.matcher(each.text());
        while (found.find()) {
          String word = found.group().toLowerCase(Locale.ROOT);
          if (folded.add(Folded.of(word))) {
            words.add(word);
          }
        }
      }
      return words;
    }

    String comment(SplittableRandom random) {
      int size =
          (int) Math.max(2, Math.min(LONGEST, MEDIAN_WORDS * Math.exp(SPREAD * gaussian(random))));
      StringBuilder text = new StringBuilder();
      boolean begins = true;
      for (int i = 0; i < size; i++) {
        text.append(i == 0 ? "" : " ");
        String word = random.nextDouble() * size < CONTRACTED
            ? contracted.get(random.nextInt(contracted.size()))
            : word(random, 0);
        text.append(written(word, begins, random));
        double mark = random.nextDouble();
        begins = mark < SENTENCE_END || i == size - 1;
        text.append(begins ? random.nextInt(5) == 0 ? "!" : "." : "");
        text.append(!begins && mark < SENTENCE_END + COMMA ? "," : "");
      }
      if (random.nextDouble() < FACE) {
        text.append(' ').append(FACES.get(random.nextInt(FACES.size())));
      }
      return text.toString();
    }

    private static String written(String word, boolean begins, SplittableRandom random) {
      if (random.nextDouble() < SHOUTED) {
        return word.toUpperCase(Locale.ROOT);
      }
      return begins ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
    }

    private String word(SplittableRandom random, int from) {
      double least = from == 0 ? 0 : upTo[from - 1];
      double place = least + random.nextDouble() * (upTo[WORDS - 1] - least);
      int low = from;
      int high = WORDS - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (upTo[middle] <= place) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return words.get(low);
    }

    String content(SplittableRandom random) {
      return word(random, smallWords);
    }

    private String quoted(SplittableRandom random) {
      // A word may be one of the rule language.
      return new Rule.Word(content(random)).toText();
    }

    String rule(SplittableRandom random) {
      return switch (random.nextInt(10)) {
        case 0, 1, 2 -> quoted(random);
        case 3, 4 -> quoted(random) + " " + quoted(random);
        case 5 -> quoted(random) + " | " + quoted(random);
        case 6 -> new Rule.Prefix(content(random)).toText();
        case 7 -> "%s NEAR/4 (%s | %s)".formatted(quoted(random), quoted(random), quoted(random));
        case 8 -> "negated " + quoted(random);
        default -> "%s & not %s".formatted(quoted(random), quoted(random));
      };
    }

    /** Box and Muller (1958). */
    private static double gaussian(SplittableRandom random) {
      return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
          * Math.cos(2 * Math.PI * random.nextDouble());
    }
  }
}
