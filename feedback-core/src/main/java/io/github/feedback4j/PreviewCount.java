package io.github.feedback4j;

import io.github.feedback4j.RetagReport.Change;
import io.github.feedback4j.TagPreview.Effect;
import io.github.feedback4j.TagPreview.Example;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.theme.Tag;
import io.github.feedback4j.theme.Tagging;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up a {@link TagPreview}, response by response. */
final class PreviewCount {

  private final SortedMap<String, Sum> themes = new TreeMap<>();
  private int comments;
  private int changed;

  private static final class Sum {
    private Change change = new Change(0, 0, 0);
    private final List<Example> gained = new ArrayList<>();
    private final List<Example> lost = new ArrayList<>();
    private final List<Example> restated = new ArrayList<>();

    List<Example> examples(Change one) {
      return one.gained() > 0 ? gained : one.lost() > 0 ? lost : restated;
    }
  }

  void add(AcceptedResponse before, AcceptedResponse after) {
    Map<String, Change> changes = Change.between(before, after);
    comments++;
    changed += changes.isEmpty() ? 0 : 1;
    changes.forEach((theme, change) -> {
      Sum sum = themes.computeIfAbsent(theme, key -> new Sum());
      sum.change = sum.change.plus(change);
      List<Example> examples = sum.examples(change);
      if (examples.size() < TagPreview.MAX_EXAMPLES) {
        Example example = example(theme, before, after);
        if (example != null) {
          examples.add(example);
        }
      }
    });
  }

  /** Returns the first text in which the tags of a theme differ. */
  private static @Nullable Example example(
      String theme, AcceptedResponse before, AcceptedResponse after) {
    for (Answer each : before.answers()) {
      String words = each.words();
      List<Tag> was = tags(before.taggings().get(each.question()), theme);
      List<Tag> is = tags(after.taggings().get(each.question()), theme);
      if (words != null && !stances(was).equals(stances(is))) {
        return new Example(before.id(), each.question(), words, was, is);
      }
    }
    return null;
  }

  private static List<Tag> tags(@Nullable Tagging tagging, String theme) {
    return tagging == null
        ? List.of()
        : tagging.tags().stream().filter(each -> each.theme().equals(theme)).toList();
  }

  private static Map<String, ?> stances(List<Tag> tags) {
    return new Tagging("all", "all", false, tags).themes();
  }

  TagPreview toPreview(String fromPack, String toPack) {
    SortedMap<String, Effect> effects = new TreeMap<>();
    themes.forEach((theme, sum) ->
        effects.put(theme, new Effect(sum.change, sum.gained, sum.lost, sum.restated)));
    return new TagPreview(fromPack, toPack, comments, changed, effects);
  }
}
