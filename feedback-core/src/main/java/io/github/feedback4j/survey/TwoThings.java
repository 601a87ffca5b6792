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

  private static final Map<String, Set<String>> CONNECTORS =
      Map.of("en", Set.of("and", "or"), "fr", Set.of("et", "ou"));

  /** Words that carry no meaning of their own, so that the object is the word beyond them. */
  private static final Map<String, Set<String>> SMALL = Map.of(
      "en",
      words(
          "a an the this that these those our your their its his her my of to for by with from in on"
              + " at about how"),
      "fr",
      words(
          "le la les un une des du de notre votre nos vos leur leurs ce cet cette ces son sa ses par"
              + " pour avec à au aux dans sur"));

  private static final Map<String, Set<String>> RANGES =
      Map.of("en", Set.of("between"), "fr", Set.of("entre"));

  private static final Map<String, Set<String>> NEGATIONS =
      Map.of("en", Set.of("not", "no", "never"), "fr", Set.of("non", "pas", "jamais"));

  private static final Map<String, List<String>> PREFIXES = Map.of(
      "en", List.of("dis", "un", "in", "im", "ir", "non"),
      "fr", List.of("in", "im", "ir", "dé", "dés", "mé", "més", "mal", "non"));

  /** Opposites and pairs that are one thing, in either order, in the singular. */
  private static final Map<String, Set<String>> PAIRS = Map.of(
      "en",
      pairs("friend colleague, friend family, friend relative, colleague manager, term condition,"
          + " question answer, question concern, question comment, comment suggestion, pro con,"
          + " research development, health safety, name address, agree disagree, yes no, true false,"
          + " good bad, good poor, easy hard, easy difficult, better worse, high low, fast slow,"
          + " quick slow, more less, sooner later, up down, positive negative, like dislike"),
      "fr",
      pairs(
          "ami collègue, ami proche, ami famille, parent ami, collègue responsable, question réponse,"
              + " question remarque, remarque suggestion, commentaire suggestion, avantage inconvénient,"
              + " recherche développement, santé sécurité, hygiène sécurité, nom adresse, oui non,"
              + " vrai faux, facile difficile, bon mauvais, bien mal, mieux pire, haut bas, rapide lent,"
              + " plus moins, tôt tard, positif négatif, accord désaccord"));

  private TwoThings() {}

  /** Returns the first pair that a text asks about, such as {@code speed and quality}, or nothing. */
  static String in(String text, String language) {
    if (!CONNECTORS.containsKey(language)) {
      return "";
    }
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    for (int i = 1; i < words.size() - 1; i++) {
      if (CONNECTORS.get(language).contains(lower(words.get(i)))) {
        String left = words.get(i - 1);
        String right = object(words, i + 1, language);
        if (!right.isEmpty() && isTwo(words, i, left, right, language)) {
          return left + " " + words.get(i) + " " + right;
        }
      }
    }
    return "";
  }

  /** Returns the first word from here that carries meaning, or nothing at the end of the sentence. */
  private static String object(List<String> words, int from, String language) {
    for (String each : words.subList(from, words.size())) {
      if (!Character.isLetterOrDigit(each.codePointAt(0))) {
        return "";
      }
      if (!SMALL.get(language).contains(lower(each))) {
        return each;
      }
    }
    return "";
  }

  private static boolean isTwo(
      List<String> words, int connector, String left, String right, String language) {
    String one = stem(left);
    String other = stem(right);
    boolean endsSentence = !Character.isLetterOrDigit(left.codePointAt(0));
    boolean numbers = isNumber(left) && isNumber(right);
    boolean name = isCapital(left) && isCapital(right);
    boolean range = words.subList(Math.max(0, connector - 4), connector).stream()
        .anyMatch(each -> RANGES.get(language).contains(lower(each)));
    return !endsSentence
        && !numbers
        && !name
        && !range
        && !one.equals(other)
        && !NEGATIONS.get(language).contains(lower(words.get(connector + 1)))
        && !PAIRS.get(language).contains(one + " " + other)
        && !areOpposites(one, other, language);
  }

  private static boolean areOpposites(String one, String other, String language) {
    return PREFIXES.get(language).stream()
        .anyMatch(each -> other.equals(each + one) || one.equals(each + other));
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
