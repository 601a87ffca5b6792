package io.github.feedback4j.theme;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A topic that comments speak of, with the phrases that give it away in each language.
 *
 * <p>Immutable; every method that adds something returns a changed copy. Case, accents, hyphens and
 * punctuation of a phrase do not matter; its words are compared whole, in English and French by
 * their stems, so that one form stands for the others.
 *
 * @since 0.1
 */
public final class Theme {

  /** The greatest length of a phrase, in UTF-16 units. */
  public static final int MAX_PHRASE_LENGTH = 100;

  /** The greatest length of a title, in UTF-16 units. */
  public static final int MAX_TITLE_LENGTH = 100;

  private final String id;
  private final SortedMap<String, String> titles;
  private final SortedMap<String, Map<String, Polarity>> phrases;

  private Theme(
      String id,
      SortedMap<String, String> titles,
      SortedMap<String, Map<String, Polarity>> phrases) {
    this.id = id;
    this.titles = Collections.unmodifiableSortedMap(titles);
    this.phrases = Collections.unmodifiableSortedMap(phrases);
  }

  /**
   * Returns a theme without titles and phrases.
   *
   * @param id 1 to 64 lower-case letters, digits and dashes, unique in a pack
   * @throws IllegalArgumentException if the id has another form
   */
  public static Theme of(String id) {
    return new Theme(Labels.requireId("theme", id), new TreeMap<>(), new TreeMap<>());
  }

  /**
   * Returns this theme with a title in one language, in place of any other one.
   *
   * @throws IllegalArgumentException if the language has a region or is not a code, or the title is
   *     blank, has a control character or is longer than {@value #MAX_TITLE_LENGTH}
   */
  public Theme title(String language, String title) {
    String code = Labels.requireLanguage(place(), language);
    SortedMap<String, String> more = new TreeMap<>(titles);
    more.put(code, requireText("title (" + code + ")", title, MAX_TITLE_LENGTH));
    return new Theme(id, more, phrases);
  }

  /**
   * Returns this theme with phrases of one language that only name it.
   *
   * @throws IllegalArgumentException if the language has a region or is not a code, a phrase has no
   *     letter or digit, a sentence end inside, a control character or more than {@value
   *     #MAX_PHRASE_LENGTH} characters, or is there already with another polarity
   */
  public Theme phrases(String language, String... phrases) {
    return plus(language, Polarity.NEUTRAL, phrases);
  }

  /**
   * Returns this theme with phrases of one language that praise it.
   *
   * @throws IllegalArgumentException as for {@link #phrases(String, String...)}
   */
  public Theme positive(String language, String... phrases) {
    return plus(language, Polarity.POSITIVE, phrases);
  }

  /**
   * Returns this theme with phrases of one language that complain about it.
   *
   * @throws IllegalArgumentException as for {@link #phrases(String, String...)}
   */
  public Theme negative(String language, String... phrases) {
    return plus(language, Polarity.NEGATIVE, phrases);
  }

  /** Returns the id, unique in a pack. */
  public String id() {
    return id;
  }

  /** Returns the titles by language, in alphabetical order of the languages. */
  public Map<String, String> titles() {
    return titles;
  }

  /** Returns the title in the language of {@code wanted}, else in English, else any, or the id. */
  public String title(Locale wanted) {
    String title = titles.get(wanted.getLanguage());
    if (title == null) {
      title = titles.get("en");
    }
    if (title == null) {
      title = titles.isEmpty() ? id : titles.values().iterator().next();
    }
    return title;
  }

  /** Returns the phrases and their polarity by language, both in alphabetical order. */
  public Map<String, Map<String, Polarity>> phrases() {
    return phrases;
  }

  private Theme plus(String language, Polarity polarity, String... added) {
    String code = Labels.requireLanguage(place(), language);
    SortedMap<String, Polarity> ofLanguage = new TreeMap<>(phrases.getOrDefault(code, Map.of()));
    Map<String, String> spellings = new HashMap<>();
    ofLanguage.keySet().forEach(each -> spellings.put(FoldedText.of(each).spelling(), each));
    for (String each : added) {
      String phrase = requirePhrase(code, each);
      String known = spellings.putIfAbsent(FoldedText.of(phrase).spelling(), phrase);
      if (known != null && ofLanguage.get(known) != polarity) {
        throw new IllegalArgumentException("%s must have one polarity, but is %s and, as '%s', %s"
            .formatted(place(code, phrase), polarity, known, ofLanguage.get(known)));
      }
      ofLanguage.put(phrase, polarity);
    }
    SortedMap<String, Map<String, Polarity>> more = new TreeMap<>(phrases);
    if (!ofLanguage.isEmpty()) {
      more.put(code, Collections.unmodifiableSortedMap(ofLanguage));
    }
    return new Theme(id, titles, more);
  }

  private String requirePhrase(String language, String phrase) {
    String checked = requireText("phrase (" + language + ")", phrase, MAX_PHRASE_LENGTH);
    FoldedText folded = FoldedText.of(checked);
    if (folded.length() == 0) {
      throw new IllegalArgumentException(
          place(language, checked) + " must have a letter or a digit");
    }
    if (folded.hasInnerBreak()) {
      throw new IllegalArgumentException(
          place(language, checked) + " must not have a sentence end between its words");
    }
    return checked;
  }

  private String place(String language, String phrase) {
    return place() + "phrase '%s' (%s)".formatted(phrase, language);
  }

  private String place() {
    return "theme '" + id + "': ";
  }

  private String requireText(String what, String text, int maxLength) {
    return Labels.requireText(place() + what, text, maxLength);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Theme that
        && id.equals(that.id)
        && titles.equals(that.titles)
        && phrases.equals(that.phrases);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Returns the id and the number of phrases, such as {@code network (12 phrases)}. */
  @Override
  public String toString() {
    return id + " (" + phraseCount() + " phrases)";
  }

  /** Returns how many phrases there are in all languages. */
  int phraseCount() {
    return phrases.values().stream().mapToInt(Map::size).sum();
  }
}
