package io.github.feedback4j.theme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All tags of one comment.
 *
 * @param packId which pack made them
 * @param engine the version of the rules' meaning that made them
 * @param isEmptyAnswer whether the comment says that there is nothing to say, so that it counts as no
 *     comment
 * @param tags by start, then end, then theme
 * @since 0.1
 */
public record Tagging(String packId, String engine, boolean isEmptyAnswer, List<Tag> tags) {

  /** Copies the tags. */
  public Tagging {
    tags = List.copyOf(tags);
  }

  /** Returns the themes of the comment, by id, each with what the comment says of it. */
  public SortedMap<String, Stance> themes() {
    SortedMap<String, Stance> themes = new TreeMap<>();
    for (Tag each : tags) {
      Stance known = themes.getOrDefault(each.theme(), Stance.NEUTRAL);
      themes.put(each.theme(), known.and(each.polarity()));
    }
    return Collections.unmodifiableSortedMap(themes);
  }

  /** Returns the tags as mentions. */
  public List<Mention> mentions() {
    return tags.stream().map(Tag::mention).toList();
  }

  /**
   * Returns the tags as lines of text.
   *
   * <p>The first line has {@code tags}, the engine, the pack and {@code empty} or {@code comment}. Each
   * further one has a tag's theme, polarity, score, spans such as {@code 3-7,12-15}, the span of the
   * negation or {@code -}, origin, language, item and rule. A tab separates the parts, a line feed
   * ends each line.
   */
  public String toText() {
    StringBuilder text = new StringBuilder();
    append(text, "tags", engine, packId, isEmptyAnswer ? "empty" : "comment");
    for (Tag each : tags) {
      Tag.Span negation = each.negation();
      Tag.Source source = each.source();
      append(
          text,
          each.theme(),
          each.polarity().name(),
          Integer.toString(each.score()),
          each.spans().stream().map(Tagging::shown).collect(Collectors.joining(",")),
          negation == null ? "-" : shown(negation),
          source.origin().name(),
          source.language(),
          source.item(),
          source.rule());
    }
    return text.toString();
  }

  /**
   * Returns {@link #toText()} in UTF-8.
   *
   * <p>The same pack, engine and comment give the same bytes on every machine and every Java version.
   */
  public byte[] toBytes() {
    return toText().getBytes(UTF_8);
  }

  private static String shown(Tag.Span span) {
    return span.start() + "-" + span.end();
  }

  private static void append(StringBuilder text, String... fields) {
    text.append(String.join("\t", fields)).append('\n');
  }
}
