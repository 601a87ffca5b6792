package io.github.feedback4j.response;

import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Tag;
import io.github.feedback4j.theme.Tagging;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rulings do to the tags that a pack has made. */
final class Corrections {

  private static final String BY_HAND = "manual";

  private static final Comparator<Tag> ORDER = Comparator.comparingInt(
          (Tag each) -> each.place().start())
      .thenComparingInt(each -> each.place().end())
      .thenComparing(Tag::theme);

  private Corrections() {}

  /** Returns the taggings as people want them; of a text that says nothing there is nothing to say. */
  static Map<String, Tagging> apply(
      List<Correction> corrections, Map<String, Tagging> taggings, List<Answer> answers) {
    if (corrections.isEmpty()) {
      return taggings;
    }
    Map<String, Tagging> corrected = new HashMap<>(taggings);
    for (Answer each : answers) {
      String words = each.words();
      Tagging tagging = taggings.get(each.question());
      if (words != null && tagging != null && !tagging.isEmptyAnswer()) {
        corrected.put(each.question(), apply(corrections, tagging, each.question(), words));
      }
    }
    return corrected;
  }

  private static Tagging apply(
      List<Correction> corrections, Tagging tagging, String question, String words) {
    List<Tag> tags = new ArrayList<>(tagging.tags());
    for (Correction each : corrections) {
      TagRuling ruling = each.ruling();
      if (ruling.question().equals(question)) {
        List<Tag> found =
            tags.stream().filter(tag -> tag.theme().equals(ruling.theme())).toList();
        tags.removeAll(found);
        Polarity polarity = ruling.polarity();
        if (polarity != null) {
          places(ruling.place(), found, words)
              .forEach(spans -> tags.add(tag(ruling.theme(), polarity, spans)));
        }
      }
    }
    tags.sort(ORDER);
    return new Tagging(tagging.packId(), tagging.engine(), false, tags);
  }

  /** Returns the spans of each tag that a ruling makes. */
  private static List<List<Tag.Span>> places(
      Tag.@Nullable Span place, List<Tag> found, String words) {
    if (place != null && place.end() <= words.length()) {
      return List.of(List.of(place));
    }
    return found.isEmpty()
        ? List.of(List.of(new Tag.Span(0, words.length())))
        : found.stream().map(Tag::spans).toList();
  }

  private static Tag tag(String theme, Polarity polarity, List<Tag.Span> spans) {
    int score = switch (polarity) {
      case POSITIVE -> 100;
      case NEGATIVE -> -100;
      case NEUTRAL -> 0;
    };
    // No pack, engine or rule stands behind it, so it is the same whatever they are.
    Tag.Source source = new Tag.Source(Tag.Origin.MANUAL, BY_HAND, BY_HAND, "und", theme, theme);
    return new Tag(theme, polarity, score, spans, null, source);
  }

  /** Returns the corrections with one more, in the place of an earlier one of the same theme. */
  static List<Correction> with(List<Correction> corrections, Correction added) {
    List<Correction> all = new ArrayList<>(
        without(corrections, added.ruling().question(), added.ruling().theme()));
    if (all.size() >= Correction.MAX_IN_RESPONSE) {
      throw new IllegalStateException(
          "a response must have at most %d corrections; withdraw one that is not needed"
              .formatted(Correction.MAX_IN_RESPONSE));
    }
    all.add(added);
    return List.copyOf(all);
  }

  static List<Correction> without(List<Correction> corrections, String question, String theme) {
    TagRuling gone = TagRuling.isNot(question, theme);
    return corrections.stream()
        .filter(each -> !each.ruling().isAboutTheSameAs(gone))
        .toList();
  }
}
