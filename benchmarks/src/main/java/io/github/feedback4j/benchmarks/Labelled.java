package io.github.feedback4j.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Stance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A comment with what people say it is about.
 *
 * @param text the comment
 * @param aspects what it is about, in no order
 */
record Labelled(String text, List<Aspect> aspects) {

  /** What stands in place of a term that the comment does not say in words. */
  private static final String IMPLICIT = "NULL";

  /**
   * One thing that a comment is about.
   *
   * @param theme what comes before {@code #} in the label, else its first word, as an id: the label
   *     {@code Seller Service#Attitude} is of the theme {@code seller-service}
   * @param polarity what the comment says of it
   * @param term the words of the comment that say so, empty if it does not say it in words
   */
  record Aspect(String theme, Polarity polarity, String term) {}

  /** Returns the comments of a file with a header line, then a comment and its labels per line. */
  static List<Labelled> read(Path file) throws IOException {
    List<Labelled> comments = new ArrayList<>();
    List<String> lines = Files.readAllLines(file, UTF_8);
    for (String each : lines.subList(Math.min(1, lines.size()), lines.size())) {
      String[] fields = each.split("\t", -1);
      if (fields.length != 2) {
        throw new IllegalArgumentException(
            "%s, line %d must have a comment, a tab and labels, but has %d parts"
                .formatted(file.getFileName(), comments.size() + 2, fields.length));
      }
      comments.add(new Labelled(fields[0], aspects(fields[1])));
    }
    return comments;
  }

  private static List<Aspect> aspects(String labels) {
    List<Aspect> aspects = new ArrayList<>();
    for (String each : labels.isBlank() ? new String[0] : labels.split("\\|", -1)) {
      String[] parts = each.split("=", 3);
      // A term may have a bar in it; what follows it is no label.
      if (parts.length == 3) {
        String term = parts[2].equals(IMPLICIT) ? "" : parts[2].strip();
        aspects.add(new Aspect(theme(parts[0]), polarity(parts[1]), term));
      }
    }
    return aspects;
  }

  private static String theme(String label) {
    int end = label.indexOf(label.contains("#") ? '#' : ' ');
    String name = (end < 0 ? label : label.substring(0, end)).toLowerCase(Locale.ROOT);
    return name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  private static Polarity polarity(String name) {
    return Arrays.stream(Polarity.values())
        .filter(each -> each.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElse(Polarity.NEUTRAL);
  }

  /** Returns the themes, each with what the comment says of it. */
  SortedMap<String, Stance> themes() {
    SortedMap<String, Stance> themes = new TreeMap<>();
    for (Aspect each : aspects) {
      Stance stance = switch (each.polarity()) {
        case POSITIVE -> Stance.POSITIVE;
        case NEGATIVE -> Stance.NEGATIVE;
        case NEUTRAL -> Stance.NEUTRAL;
      };
      themes.merge(each.theme(), stance, Labelled::both);
    }
    return Collections.unmodifiableSortedMap(themes);
  }

  private static Stance both(Stance one, Stance other) {
    if (one == Stance.NEUTRAL || one == other) {
      return other;
    }
    return other == Stance.NEUTRAL ? one : Stance.MIXED;
  }

  /** Returns whether the comment praises one thing and complains about another. */
  boolean isMixed() {
    return aspects.stream().anyMatch(each -> each.polarity() == Polarity.POSITIVE)
        && aspects.stream().anyMatch(each -> each.polarity() == Polarity.NEGATIVE);
  }
}
