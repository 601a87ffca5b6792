package io.github.feedback4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Labelled comments of one kind in one language, in the order of their files.
 *
 * @param name what they are about, such as {@code phone}
 * @param locale their language
 * @param train those to tune with
 * @param test those to test with, none of which is among the others, word for word
 */
record LabelledSet(String name, Locale locale, List<Labelled> train, List<Labelled> test) {

  private static final Pattern FILE = Pattern.compile("([a-z0-9-]+)\\.([a-z]{2})\\.train\\.tsv");

  /** A theme must be spoken of so often to count for the mean of all themes. */
  static final int LEAST_COMMENTS = 20;

  private static final double TEST_SHARE = 0.25;

  /** Who tests what was tuned with whom. */
  enum Split {
    /** The parts in which the files come, which were drawn at random. */
    GIVEN,
    /** The last quarter of the training file, tuned with what stands before it. */
    ORDER,
    /** The longest quarter of the training file, tuned with the shorter comments. */
    LENGTH
  }

  /** Returns the sets of a folder: {@code NAME.LANGUAGE.train.tsv} and {@code NAME.LANGUAGE.dev.tsv}. */
  static List<LabelledSet> readAll(Path folder) throws IOException {
    List<LabelledSet> sets = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted().toList();
    }
    for (Path each : files) {
      Matcher matcher = FILE.matcher(each.getFileName().toString());
      if (matcher.matches()) {
        Path test = folder.resolve("%s.%s.dev.tsv".formatted(matcher.group(1), matcher.group(2)));
        sets.add(of(
            matcher.group(1),
            Locale.forLanguageTag(matcher.group(2)),
            Labelled.read(each),
            Labelled.read(test)));
      }
    }
    if (sets.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no file such as phone.en.train.tsv: name the folder that has the labelled comments"
              .formatted(folder));
    }
    return sets;
  }

  /** Returns a set in which a comment stands once, and those of the test are not in the training. */
  private static LabelledSet of(
      String name, Locale locale, List<Labelled> train, List<Labelled> test) {
    Set<String> known = new HashSet<>();
    return new LabelledSet(name, locale, fresh(train, known), fresh(test, known));
  }

  private static List<Labelled> fresh(List<Labelled> comments, Set<String> known) {
    return comments.stream().filter(each -> known.add(Folded.of(each.text()))).toList();
  }

  /** Returns what a split makes of it. */
  LabelledSet split(Split split) {
    if (split == Split.GIVEN) {
      return this;
    }
    List<Labelled> ordered = new ArrayList<>(train);
    if (split == Split.LENGTH) {
      ordered.sort(Comparator.comparingInt(each -> each.text().length()));
    }
    int first = (int) Math.round(ordered.size() * (1 - TEST_SHARE));
    return new LabelledSet(
        name,
        locale,
        List.copyOf(ordered.subList(0, first)),
        List.copyOf(ordered.subList(first, ordered.size())));
  }

  /** Returns some of the comments to tune with, drawn with a seed; all if there are not so many. */
  List<Labelled> some(int size, long seed) {
    List<Labelled> drawn = new ArrayList<>(train);
    Collections.shuffle(drawn, new Random(seed));
    return List.copyOf(drawn.subList(0, Math.min(size, drawn.size())));
  }

  /** Returns the themes that are spoken of often enough in both parts together. */
  Set<String> themes() {
    Map<String, Integer> counts = new TreeMap<>();
    Stream.concat(train.stream(), test.stream())
        .flatMap(each -> each.themes().keySet().stream())
        .forEach(each -> counts.merge(each, 1, Integer::sum));
    counts.values().removeIf(each -> each < LEAST_COMMENTS);
    return new TreeSet<>(counts.keySet());
  }
}
