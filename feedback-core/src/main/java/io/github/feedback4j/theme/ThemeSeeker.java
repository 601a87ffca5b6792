package io.github.feedback4j.theme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Finds what recent comments speak of, and earlier ones did not. */
final class ThemeSeeker {

  private final ThemePack pack;
  private final @Nullable Instant since;
  private final int leastPeople;
  private final DoubleConsumer progress;

  ThemeSeeker(ThemePack pack, @Nullable Instant since, int leastPeople, DoubleConsumer progress) {
    this.pack = pack;
    this.since = since;
    this.leastPeople = leastPeople;
    this.progress = progress;
  }

  Discovery seek(CommentSet set, int most) {
    ThemeTagger tagger = ThemeTagger.phrases(pack);
    SortedMap<String, List<SeenComment>> byLanguage = new TreeMap<>();
    int recent = 0;
    int earlier = 0;
    int untagged = 0;
    for (int i = 0; i < set.size(); i++) {
      LabelledComment comment = set.get(i);
      progress.accept((i + 1.0) / set.size() / 2);
      if (ThemeTagger.isEmptyAnswer(comment.text())) {
        continue;
      }
      SeenComment seen = new SeenComment(i, comment, isRecent(comment), themes(tagger, comment));
      recent += seen.isRecent() ? 1 : 0;
      earlier += seen.isRecent() ? 0 : 1;
      untagged += seen.isRecent() && seen.isUntagged() ? 1 : 0;
      byLanguage
          .computeIfAbsent(
              WordRow.of(comment.text()).language(comment.locale()), key -> new ArrayList<>())
          .add(seen);
    }
    List<ThemeGroup> groups = new ArrayList<>();
    boolean isWhole = true;
    for (var each : byLanguage.entrySet()) {
      TermSearch search = new TermSearch(each.getKey(), each.getValue(), leastPeople);
      groups.addAll(search.groups());
      isWhole &= search.isWhole();
    }
    groups.sort(ThemeGroup.CLEAREST_FIRST);
    progress.accept(1);
    return new Discovery(
        pack.id(),
        recent,
        earlier,
        untagged,
        set.leftOut,
        groups.stream().limit(most).map(ThemeGroup::toTheme).toList(),
        isWhole);
  }

  private boolean isRecent(LabelledComment comment) {
    Instant at = comment.at();
    return since == null || (at != null && !at.isBefore(since));
  }

  private static List<String> themes(ThemeTagger tagger, LabelledComment comment) {
    return tagger.tag(comment.text(), comment.locale()).stream()
        .map(Mention::theme)
        .distinct()
        .sorted()
        .toList();
  }
}
