package io.github.feedback4j.examples;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.feedback4j.theme.LabelledComment;
import io.github.feedback4j.theme.Stance;
import io.github.feedback4j.theme.Tag;
import io.github.feedback4j.theme.Tagging;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemeTagger;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;

/** The themes of a file of comments: how many have each, and all tags with their places. */
final class TagTable {

  /** Each comment with its tags, without those that say that there is nothing to say. */
  private record Tagged(LabelledComment comment, Tagging tagging) {}

  private final ThemePack pack;
  private final List<Tagged> tagged;
  private final int empty;

  private TagTable(ThemePack pack, List<Tagged> tagged, int empty) {
    this.pack = pack;
    this.tagged = tagged;
    this.empty = empty;
  }

  static TagTable of(ThemePack pack, CommentFile file, DoubleConsumer progress) {
    ThemeTagger tagger = ThemeTagger.phrases(pack);
    List<Tagged> tagged = new ArrayList<>();
    int seen = 0;
    int empty = 0;
    for (LabelledComment each : file.comments()) {
      Tagging tagging = tagger.tags(each.text(), each.locale());
      if (tagging.isEmptyAnswer()) {
        empty++;
      } else {
        tagged.add(new Tagged(each, tagging));
      }
      progress.accept((double) ++seen / file.comments().size());
    }
    return new TagTable(pack, tagged, empty);
  }

  void print(PrintStream out) {
    Map<String, Map<Stance, Integer>> counts = new TreeMap<>();
    int untagged = 0;
    for (Tagged each : tagged) {
      untagged += each.tagging().tags().isEmpty() ? 1 : 0;
      each.tagging()
          .themes()
          .forEach((theme, stance) ->
              counts.computeIfAbsent(theme, key -> new TreeMap<>()).merge(stance, 1, Integer::sum));
    }
    out.printf("%s: %d comments, %d more say nothing%n%n", pack.id(), tagged.size(), empty);
    Table table = new Table()
        .left("theme")
        .right("comments")
        .right("share")
        .right("positive")
        .right("negative")
        .right("mixed")
        .right("neutral");
    counts.forEach((theme, stances) -> {
      int all = stances.values().stream().mapToInt(Integer::intValue).sum();
      table.row(
          theme,
          all,
          share(all),
          stances.getOrDefault(Stance.POSITIVE, 0),
          stances.getOrDefault(Stance.NEGATIVE, 0),
          stances.getOrDefault(Stance.MIXED, 0),
          stances.getOrDefault(Stance.NEUTRAL, 0));
    });
    table.row("(none)", untagged, share(untagged), "", "", "", "");
    table.print(out);
  }

  private String share(int some) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * some / Math.max(1, tagged.size()));
  }

  /** Returns a line for each tag; a comment without a theme has none. */
  String csv() {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord("id", "theme", "polarity", "start", "end", "words", "item");
      for (Tagged each : tagged) {
        for (Tag tag : each.tagging().tags()) {
          int start = tag.place().start();
          int end = tag.place().end();
          csv.writeRecord(
              each.comment().id(),
              tag.theme(),
              tag.polarity().name().toLowerCase(Locale.ROOT),
              Integer.toString(start),
              Integer.toString(end),
              each.comment().text().substring(start, end),
              tag.source().item());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter has no reason to
    }
    return text.toString();
  }
}
