package io.github.feedback4j.survey;

import io.github.feedback4j.node.Node;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Groups, exclusions and display in survey files. */
final class ReachFormat {

  private static final String WAYS =
      "always, once, {atMost: 2}, {untilAnswered: 3} or {every: quarter}";

  private ReachFormat() {}

  /** Returns the exclusions, or null if the file does not name them or names an unknown one. */
  static @Nullable Set<Exclusion> readExclusions(Fields fields, Mistakes mistakes) {
    Node node = fields.take("exclude");
    if (!(node instanceof Node.Items)) {
      // Anything but a list is reported by this.
      fields.list(node, "exclude");
      return null;
    }
    Set<Exclusion> exclusions = EnumSet.noneOf(Exclusion.class);
    for (Node each : fields.list(node, "exclude")) {
      String word = fields.text(each, "exclude");
      if (word == null) {
        continue;
      }
      Exclusion exclusion = Stream.of(Exclusion.values())
          .filter(one -> one.word().equalsIgnoreCase(word))
          .findFirst()
          .orElse(null);
      if (exclusion == null) {
        List<String> words = Stream.of(Exclusion.values()).map(Exclusion::word).toList();
        mistakes.add(each, "unknown exclusion '" + word + "'", Mistakes.suggest(word, words));
      } else {
        exclusions.add(exclusion);
      }
    }
    return Survey.exclusions(exclusions);
  }

  static @Nullable Display readDisplay(@Nullable Node node, Mistakes mistakes) {
    if (node instanceof Node.Scalar word) {
      return switch (word.text()) {
        case "always" -> Display.always();
        case "once" -> Display.once();
        default -> {
          mistakes.add(node, "unknown display '" + word.text() + "'", "write " + WAYS);
          yield null;
        }
      };
    }
    Fields fields = Fields.of(node, "'display'", mistakes);
    if (node == null || fields == null) {
      return null;
    }
    Integer atMost = fields.integer("atMost");
    Integer untilAnswered = fields.integer("untilAnswered");
    Node everyNode = fields.take("every");
    String every = fields.text(everyNode, "every");
    ZoneId zone = fields.zone("zone");
    fields.done();
    long ways =
        Stream.of("atMost", "untilAnswered", "every").filter(fields::has).count();
    if (ways != 1 || (fields.has("zone") && !fields.has("every"))) {
      mistakes.add(
          node,
          ways == 1
              ? "'zone' of 'display' stands beside 'every' only"
              : "'display' must have exactly one of atMost, untilAnswered and every",
          "write " + WAYS);
      return null;
    }
    if (everyNode != null && every != null) {
      Display.Every display =
          mistakes.attempt(everyNode, () -> Display.every(CalendarPeriod.parse(every)));
      return display == null || zone == null ? display : display.withZone(zone);
    }
    if (atMost != null) {
      return mistakes.attempt(node, () -> Display.atMost(atMost));
    }
    return untilAnswered == null
        ? null
        : mistakes.attempt(node, () -> Display.untilAnswered(untilAnswered));
  }

  /** Adds what is not as usual. */
  static void write(Survey survey, Map<String, Object> tree) {
    if (!survey.groups().isEmpty()) {
      tree.put("groups", survey.groups());
    }
    if (survey.exclusions().size() < Exclusion.values().length) {
      tree.put("exclude", survey.exclusions().stream().map(Exclusion::word).toList());
    }
    if (survey.display() instanceof Display.AtMost atMost) {
      tree.put("display", Map.of("atMost", atMost.invitations()));
    } else if (survey.display() instanceof Display.UntilAnswered until) {
      tree.put("display", Map.of("untilAnswered", until.maxShows()));
    } else if (survey.display() instanceof Display.Every every) {
      Map<String, Object> display = new LinkedHashMap<>();
      display.put("every", every.period().toString());
      display.put("zone", every.zone().getId());
      tree.put("display", display);
    }
  }
}
