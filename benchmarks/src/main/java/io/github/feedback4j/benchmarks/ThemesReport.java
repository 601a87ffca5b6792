package io.github.feedback4j.benchmarks;

import io.github.feedback4j.benchmarks.LabelledSet.Split;
import io.github.feedback4j.theme.Mention;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Rule;
import io.github.feedback4j.theme.Stance;
import io.github.feedback4j.theme.Theme;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemePackReader;
import io.github.feedback4j.theme.ThemeTagger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How well packs find what people find in labelled comments, with none, some and all of the labels to tune
 * them with, beside a learner that gets the same labels.
 *
 * <p>Nothing here is random but the draw of labels, which has a seed. The comments stay where they are:
 * neither they nor words of them are printed.
 */
final class ThemesReport {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int MOST_TERMS = 15_000;
  private static final int LONGEST_TERM = 8;
  private static final int RECENT = 500;
  private static final int PLANTED = 25;

  private final Figures figures;
  private final List<Integer> sizes;
  private final int draws;
  private final @Nullable Path packs;
  private final StringBuilder page = new StringBuilder();

  private ThemesReport(Figures figures, boolean smoke, @Nullable Path packs) {
    this.figures = figures;
    this.sizes = smoke ? List.of(100) : List.of(100, 300, Integer.MAX_VALUE);
    this.draws = smoke ? 1 : 5;
    this.packs = packs;
  }

  /**
   * Returns the tables, and puts their numbers among the figures.
   *
   * @param folder the labelled comments, see {@link LabelledSet#readAll}
   * @param packs a folder of packs to start with, {@code NAME.yaml} for each set; where there is none,
   *     that of the class path, else one that looks for the names of its themes
   */
  static String page(Figures figures, boolean smoke, Path folder, @Nullable Path packs)
      throws IOException {
    ThemesReport report = new ThemesReport(figures, smoke, packs);
    for (LabelledSet set : LabelledSet.readAll(folder)) {
      report.polarity(set);
      report.discovery(set);
      for (Split split : Split.values()) {
        report.table(set.split(split), split, set.themes());
      }
    }
    return report.page.toString();
  }

  private void table(LabelledSet set, Split split, Set<String> themes) throws IOException {
    String name = "%s %s %s"
        .formatted(set.name(), set.locale().getLanguage(), split.name().toLowerCase(Locale.ROOT));
    ThemePack cold = pack(set, themes);
    double labelled = scores(set.test(), themes, text -> Map.of()).labelledShare();
    page.append(
        "\n%s: %d comments to tune with, %d to test with (%.3f with a theme), %d themes, pack %s%n"
            .formatted(
                name, set.train().size(), set.test().size(), labelled, themes.size(), cold.name()));
    page.append("%-24s %8s %8s %9s %8s %9s %9s %14s%n"
        .formatted(
            "", "macro F1", "micro F1", "precision", "recall", "coverage", "polarity", "…mixed"));
    row(name + ", cold", List.of(scores(set.test(), themes, tagger(cold, set.locale()))));
    for (int size : sizes) {
      tuned(set, name, themes, cold, size);
    }
    for (int size : sizes) {
      List<ThemeScores> all = new ArrayList<>();
      for (int draw = 0; draw < draws(set, size); draw++) {
        Learner learner = Learner.of(set.some(size, draw), themes);
        all.add(scores(set.test(), themes, learner::themes));
      }
      row(name + ", learner " + shown(size), all);
    }
    for (String theme : themes) {
      if (cold.theme(theme) == null) {
        page.append("the pack has no theme '%s'%n".formatted(theme));
      }
    }
  }

  private void tuned(LabelledSet set, String name, Set<String> themes, ThemePack cold, int size) {
    List<ThemeScores> unseen = new ArrayList<>();
    List<ThemeScores> own = new ArrayList<>();
    for (int draw = 0; draw < draws(set, size); draw++) {
      List<Labelled> labels = set.some(size, draw);
      ThemePack tuned = Tuning.tuned(cold, labels, set.locale());
      unseen.add(scores(set.test(), themes, tagger(tuned, set.locale())));
      own.add(scores(labels, themes, tagger(tuned, set.locale())));
    }
    row(name + ", tuned " + shown(size), unseen);
    row(name + ", its own " + shown(size), own);
  }

  private int draws(LabelledSet set, int size) {
    return size < set.train().size() ? draws : 1;
  }

  private static String shown(int size) {
    return size == Integer.MAX_VALUE ? "all" : Integer.toString(size);
  }

  private static Tags tagger(ThemePack pack, Locale locale) {
    ThemeTagger tagger = ThemeTagger.phrases(pack);
    return text -> tagger.tags(text, locale).themes();
  }

  /** Whoever tells the themes of a text. */
  private interface Tags {
    Map<String, Stance> themes(String text);
  }

  private static ThemeScores scores(List<Labelled> comments, Set<String> themes, Tags tags) {
    ThemeScores scores = new ThemeScores(themes);
    comments.forEach(each -> scores.add(each, tags.themes(each.text())));
    return scores;
  }

  /** Prints the means over several draws of labels. */
  private void row(String label, List<ThemeScores> all) {
    page.append("%-24s".formatted(label.substring(label.indexOf(',') + 2)));
    number(label + ", macro-F1", "%9.3f", all, ThemeScores::macro);
    number(label + ", micro-F1", "%9.3f", all, ThemeScores::micro);
    number(label + ", precision", "%10.3f", all, ThemeScores::precision);
    number(label + ", recall", "%9.3f", all, ThemeScores::recall);
    number(label + ", coverage", "%10.3f", all, ThemeScores::coverage);
    ThemeScores first = all.get(0);
    if (first.polarity() > 0) {
      number(label + ", polarity", "%10.3f", all, ThemeScores::polarity);
      number(label + ", polarity in mixed", "%8.3f", all, ThemeScores::polarityInMixed);
      page.append(" (%d)".formatted(first.judgedInMixed()));
    }
    page.append('\n');
  }

  private void number(
      String label, String format, List<ThemeScores> all, ToDoubleFunction<ThemeScores> of) {
    // A few labels may leave nothing to judge in mixed comments.
    double mean = all.stream()
        .mapToDouble(of)
        .filter(each -> !Double.isNaN(each))
        .average()
        .orElse(Double.NaN);
    figures.put(label, mean, "share");
    page.append(format.formatted(mean));
  }

  private ThemePack pack(LabelledSet set, Set<String> themes) throws IOException {
    String file = set.name() + ".yaml";
    if (packs != null && Files.exists(packs.resolve(file))) {
      return ThemePackReader.read(packs.resolve(file));
    }
    try (InputStream own = ThemesReport.class.getResourceAsStream(file)) {
      if (own != null) {
        return ThemePackReader.read(file, own);
      }
    }
    List<Theme> titles = new ArrayList<>();
    for (String each : themes) {
      Theme theme = Theme.of(each);
      for (String word : each.split("-", -1)) {
        theme = theme.phrases(set.locale().getLanguage(), new Rule.Word(word).toText());
      }
      titles.add(theme);
    }
    return ThemePack.of(set.name() + "-titles", 1, titles);
  }

  /** Takes one theme after the other out of the pack, and plants it among recent comments. */
  private void discovery(LabelledSet set) throws IOException {
    ThemePack pack = pack(set, set.themes());
    List<String> themes = Tuning.plantable(set, set.themes(), PLANTED);
    int found = 0;
    int all = 0;
    for (String theme : themes) {
      for (int draw = 0; draw < draws && pack.themes().size() > 1; draw++) {
        found += Tuning.discovers(set, pack, theme, RECENT, PLANTED, draw) ? 1 : 0;
        all++;
      }
    }
    String label = "%s %s, new theme found".formatted(set.name(), set.locale().getLanguage());
    figures.put(label, (double) found / all, "share");
    page.append("\n%s: %d of %d (%d themes, %d of %d recent comments)%n"
        .formatted(label, found, all, themes.size(), PLANTED, RECENT));
  }

  /**
   * Tells how the tagger judges where people say what a comment praises or blames: it looks for those
   * words themselves, so that finding them is no part of it.
   */
  private void polarity(LabelledSet set) {
    List<Labelled> comments = new ArrayList<>(set.train());
    comments.addAll(set.test());
    ThemeTagger tagger = ofTerms(comments, set.locale());
    int[] all = new int[2];
    int[] mixed = new int[2];
    for (Labelled comment : comments) {
      List<Mention> mentions = tagger.tag(comment.text(), set.locale());
      for (Labelled.Aspect each : comment.aspects()) {
        Mention found = at(comment.text(), each.term(), mentions);
        if (found != null && each.polarity() != Polarity.NEUTRAL) {
          int right = found.polarity() == each.polarity() ? 1 : 0;
          all[0] += right;
          all[1]++;
          mixed[0] += comment.isMixed() ? right : 0;
          mixed[1] += comment.isMixed() ? 1 : 0;
        }
      }
    }
    String label =
        "%s %s, judged where it is said".formatted(set.name(), set.locale().getLanguage());
    figures.put(label, (double) all[0] / all[1], "share");
    figures.put(label + ", mixed", (double) mixed[0] / mixed[1], "share");
    page.append("\n%s: %.3f of %d, in mixed comments %.3f of %d%n"
        .formatted(
            label, (double) all[0] / all[1], all[1], (double) mixed[0] / mixed[1], mixed[1]));
  }

  private static ThemeTagger ofTerms(List<Labelled> comments, Locale locale) {
    Set<String> texts = new TreeSet<>();
    for (Labelled comment : comments) {
      for (Labelled.Aspect each : comment.aspects()) {
        String text = rule(each.term());
        if (!text.isEmpty() && texts.size() < MOST_TERMS) {
          texts.add(text);
        }
      }
    }
    Theme any = Theme.of("any").phrases(locale.getLanguage(), texts.toArray(String[]::new));
    return ThemeTagger.phrases(ThemePack.of("terms", 1, any));
  }

  /** Returns the rule that finds a term, empty if it has no words or too many. */
  private static String rule(String term) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(term);
    while (matcher.find()) {
      words.add(new Rule.Word(matcher.group()).toText());
    }
    return words.size() > LONGEST_TERM ? "" : String.join(" ", words);
  }

  private static @Nullable Mention at(String text, String term, List<Mention> mentions) {
    int start = term.isEmpty() ? -1 : text.indexOf(term);
    for (Mention each : start < 0 ? List.<Mention>of() : mentions) {
      if (each.start() < start + term.length() && each.end() > start) {
        return each;
      }
    }
    return null;
  }
}
