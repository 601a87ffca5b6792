package io.github.feedback4j.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds "and" and "or" between two objects of a question, in English and French.
 *
 * <p>A heuristic that would rather miss one than nag: it looks at the nearest words that carry meaning on
 * both sides, and is content with opposites ("satisfied or dissatisfied"), ranges ("between 1 and 5"),
 * names ("Research and Development"), the same word twice ("more and more"), "or not", and pairs that
 * people use as one thing ("friend or colleague", "terms and conditions").
 */
final class TwoThings {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'’()/-]+|[.!?…:;]");

  private static final Map<String, TwoThings> BY_LANGUAGE = Map.of(
      "en",
      new TwoThings(
          words("and or"),
          words(
              "a an the this that these those our your their its his her my of to for by with from"
                  + " in on at about how"),
          words("between"),
          words("not no never"),
          List.of("dis", "un", "in", "im", "ir", "non"),
          pairs(
              "friend colleague, friend family, friend relative, colleague manager, term condition,"
                  + " question answer, question concern, question comment, comment suggestion, pro con,"
                  + " research development, health safety, name address, agree disagree, yes no,"
                  + " true false, good bad, good poor, easy hard, easy difficult, better worse, high low,"
                  + " fast slow, quick slow, more less, sooner later, up down, positive negative,"
                  + " like dislike")),
      "fr",
      new TwoThings(
          words("et ou"),
          words(
              "le la les un une des du de notre votre nos vos leur leurs ce cet cette ces son sa ses"
                  + " par pour avec à au aux dans sur"),
          words("entre"),
          words("non pas jamais"),
          List.of("in", "im", "ir", "dé", "dés", "mé", "més", "mal", "non"),
          pairs("ami collègue, ami proche, ami famille, parent ami, collègue responsable,"
              + " question réponse, question remarque, remarque suggestion, commentaire suggestion,"
              + " avantage inconvénient, recherche développement, santé sécurité, hygiène sécurité,"
              + " nom adresse, oui non, vrai faux, facile difficile, bon mauvais, bien mal,"
              + " mieux pire, haut bas, rapide lent, plus moins, tôt tard, positif négatif,"
              + " accord désaccord")));

  private final Set<String> connectors;

  /** Words that carry no meaning of their own, so that the object is the word beyond them. */
  private final Set<String> small;

  private final Set<String> ranges;
  private final Set<String> negations;
  private final List<String> prefixes;

  /** Opposites and pairs that are one thing, in either order, in the singular. */
  private final Set<String> pairs;

  private TwoThings(
      Set<String> connectors,
      Set<String> small,
      Set<String> ranges,
      Set<String> negations,
      List<String> prefixes,
      Set<String> pairs) {
    this.connectors = connectors;
    this.small = small;
    this.ranges = ranges;
    this.negations = negations;
    this.prefixes = prefixes;
    this.pairs = pairs;
  }

  /** Returns the first pair that a text asks about, such as {@code speed and quality}, or nothing. */
  static String in(String text, String language) {
    TwoThings rules = BY_LANGUAGE.get(language);
    return rules == null ? "" : rules.find(text);
  }

  private String find(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    for (int i = 1; i < words.size() - 1; i++) {
      if (connectors.contains(lower(words.get(i)))) {
        String left = words.get(i - 1);
        String right = object(words, i + 1);
        if (!right.isEmpty() && isTwo(words, i, left, right)) {
          return left + " " + words.get(i) + " " + right;
        }
      }
    }
    return "";
  }

  /** Returns the first word from here that carries meaning, or nothing at the end of the sentence. */
  private String object(List<String> words, int from) {
    for (String each : words.subList(from, words.size())) {
      if (!Character.isLetterOrDigit(each.codePointAt(0))) {
        return "";
      }
      if (!small.contains(lower(each))) {
        return each;
      }
    }
    return "";
  }

  private boolean isTwo(List<String> words, int connector, String left, String right) {
    String one = stem(left);
    String other = stem(right);
    boolean endsSentence = !Character.isLetterOrDigit(left.codePointAt(0));
    boolean numbers = isNumber(left) && isNumber(right);
    boolean name = isCapital(left) && isCapital(right);
    boolean range = words.subList(Math.max(0, connector - 4), connector).stream()
        .anyMatch(each -> ranges.contains(lower(each)));
    return !endsSentence
        && !numbers
        && !name
        && !range
        && !one.equals(other)
        && !negations.contains(lower(words.get(connector + 1)))
        && !pairs.contains(one + " " + other)
        && !areOpposites(one, other);
  }

  private boolean areOpposites(String one, String other) {
    return prefixes.stream().anyMatch(each -> other.equals(each + one) || one.equals(each + other));
  }

  /** Returns a word in small letters, without "(e)", "(s)" and the s of the plural. */
  private static String stem(String word) {
    String plain = lower(word).replaceAll("\\(.*?\\)", "").replaceAll("^[ld]['’]|[()-]", "");
    return plain.length() > 3 && plain.endsWith("s")
        ? plain.substring(0, plain.length() - 1)
        : plain;
  }

  private static boolean isNumber(String word) {
    return Character.isDigit(word.codePointAt(0));
  }

  private static boolean isCapital(String word) {
    return Character.isUpperCase(word.codePointAt(0));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" ", -1));
  }

  private static Set<String> pairs(String pairs) {
    Set<String> both = new HashSet<>();
    for (String each : pairs.split(", ", -1)) {
      String[] two = each.split(" ", -1);
      both.add(stem(two[0]) + " " + stem(two[1]));
      both.add(stem(two[1]) + " " + stem(two[0]));
    }
    return Set.copyOf(both);
  }
}
