package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Comments in an order that does not depend on how they were handed in, and what their labels say. */
final class CommentSet {

  static final int YES = 1;
  static final int NO = -1;
  static final int UNKNOWN = 0;

  final List<LabelledComment> comments;
  final int leftOut;

  /** The ids of the themes of labels that the pack does not have. */
  final SortedSet<String> strangers = new TreeSet<>();

  private final List<String> themes;
  private final byte[][] states;

  /**
   * Sorts the comments and reads their labels.
   *
   * @param most how many comments are kept, of more the newest
   */
  CommentSet(ThemePack pack, Collection<LabelledComment> all, int most) {
    List<LabelledComment> sorted = new ArrayList<>(all);
    sorted.sort(LabelledComment::compare);
    comments = List.copyOf(sorted.subList(0, Math.min(most, sorted.size())));
    leftOut = sorted.size() - comments.size();
    themes = pack.themes().stream().map(Theme::id).toList();
    states = new byte[themes.size()][comments.size()];
    ThemeRows rows = new ThemeRows(pack);
    for (int i = 0; i < comments.size(); i++) {
      read(rows, i, comments.get(i).labels());
    }
  }

  private void read(ThemeRows rows, int comment, ThemeLabels labels) {
    if (labels.isComplete()) {
      for (byte[] each : states) {
        each[comment] = NO;
      }
    }
    for (String each : labels.absent()) {
      int theme = rows.number(each);
      if (theme < 0) {
        strangers.add(each);
      } else {
        states[theme][comment] = NO;
      }
    }
    for (String each : labels.present()) {
      int theme = rows.number(each);
      if (theme < 0) {
        strangers.add(each);
      } else {
        // A comment on a theme is one on each theme above it.
        for (int above : rows.withAncestors(theme)) {
          states[above][comment] = YES;
        }
      }
    }
  }

  int size() {
    return comments.size();
  }

  LabelledComment get(int comment) {
    return comments.get(comment);
  }

  /** Returns {@link #YES}, {@link #NO} or {@link #UNKNOWN}. */
  int state(int theme, int comment) {
    return states[theme][comment];
  }

  /** Returns what the labels say of a theme, by comment. */
  byte[] states(int theme) {
    return states[theme];
  }

  /** Returns how many comments have labels, however few. */
  int labelled() {
    return (int) comments.stream().filter(each -> !each.labels().isEmpty()).count();
  }
}
