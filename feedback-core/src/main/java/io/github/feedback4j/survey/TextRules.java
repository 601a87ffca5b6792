package io.github.feedback4j.survey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The warnings about texts: missing translations, great length, and two questions in one. */
final class TextRules {

  /** What is read at a glance; longer questions are answered less carefully. */
  static final int MAX_LENGTH = 140;

  private TextRules() {}

  static List<Flaw> check(Survey survey) {
    List<TextPlace> places = TextPlace.of(survey);
    Set<String> languages = new LinkedHashSet<>();
    places.forEach(each -> languages.addAll(each.text().texts().keySet()));
    List<Flaw> flaws = new ArrayList<>();
    for (TextPlace each : places) {
      for (String language : languages) {
        if (!each.text().covers(Locale.forLanguageTag(language))) {
          flaws.add(Flaw.warning(
              each.name(),
              each.path(),
              "there is no text in '" + language + "', which other texts of the survey have",
              "add " + language + ": …"));
        }
      }
      for (Map.Entry<String, String> text : each.text().texts().entrySet()) {
        check(each, text.getKey(), text.getValue(), flaws);
      }
    }
    return flaws;
  }

  private static void check(TextPlace place, String language, String text, List<Flaw> flaws) {
    List<Object> path = new ArrayList<>(place.path());
    path.add(language);
    int length = text.codePointCount(0, text.length());
    if (length > MAX_LENGTH && !isToBeRead(place.question())) {
      flaws.add(Flaw.warning(
          place.name(),
          path,
          "the text in '%s' has %d characters; more than %d are not read at a glance"
              .formatted(language, length, MAX_LENGTH),
          "say it shorter, or put the rest into a statement"));
    }
    String pair = asksForOneThing(place)
        ? TwoThings.in(text, Locale.forLanguageTag(language).getLanguage())
        : "";
    if (!pair.isEmpty()) {
      flaws.add(Flaw.warning(
          place.name(),
          path,
          "the text in '%s' may ask about two things at once ('%s'), which one answer cannot tell apart"
              .formatted(language, pair),
          "ask one question about each, or a matrix with a row for each"));
    }
  }

  private static boolean isToBeRead(@Nullable Question question) {
    return question instanceof StatementQuestion || question instanceof ConsentQuestion;
  }

  /** Only where one point or one yes answers a text, can that text ask too much. */
  private static boolean asksForOneThing(TextPlace place) {
    Question question = place.question();
    boolean rated = question instanceof Question.Rating
        || question instanceof ExpectationQuestion
        || question instanceof ConsentQuestion;
    boolean row = question instanceof MatrixQuestion && place.path().contains("rows");
    return row || (place.path().size() == 3 && (rated || question instanceof MatrixQuestion));
  }
}
