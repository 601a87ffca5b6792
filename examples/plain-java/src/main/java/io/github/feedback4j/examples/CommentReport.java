package io.github.feedback4j.examples;

import io.github.feedback4j.privacy.Redaction;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.theme.Mention;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Theme;
import io.github.feedback4j.theme.ThemePack;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reports what the comments speak of, and shows where in the text that was found. */
final class CommentReport {

  private static final int THEMES = 12;
  private static final int PHRASES = 4;
  private static final int LONGEST_PHRASES = 75;

  private final List<Comment> comments;
  private final Map<Redaction.Kind, Integer> redactions = new HashMap<>();

  /** What one person said: the text as it is kept, and the places that speak of something. */
  private record Comment(String text, String language, List<Mention> mentions) {

    String words(Mention mention) {
      return text.substring(mention.start(), mention.end()).toLowerCase(Locale.ROOT);
    }

    boolean speaksOf(String theme) {
      return mentions.stream().anyMatch(each -> each.theme().equals(theme));
    }

    boolean speaksOf(String theme, Polarity polarity) {
      return mentions.stream()
          .anyMatch(each -> each.theme().equals(theme) && each.polarity() == polarity);
    }

    /** Returns whether the comment says more of a theme than its name. */
    boolean judges(String theme) {
      return speaksOf(theme, Polarity.POSITIVE) || speaksOf(theme, Polarity.NEGATIVE);
    }

    boolean has(Polarity polarity) {
      return mentions.stream().anyMatch(each -> each.polarity() == polarity);
    }
  }

  CommentReport(List<AcceptedResponse> responses) {
    comments = new ArrayList<>();
    for (AcceptedResponse each : responses) {
      each.redactions().forEach((kind, count) -> redactions.merge(kind, count, Integer::sum));
      if (each.answer(Surveys.COMMENT) instanceof Answer.Text said) {
        Locale locale = each.locale();
        comments.add(new Comment(
            said.text(),
            locale == null ? "?" : locale.getLanguage(),
            each.mentions().getOrDefault(Surveys.COMMENT, List.of())));
      }
    }
  }

  /** Prints the themes by number of comments, with what is said about them in which language. */
  void printThemes(ThemePack pack, PrintStream out) {
    long tagged = comments.stream().filter(each -> !each.mentions().isEmpty()).count();
    out.printf(
        Locale.ROOT,
        "WHAT THE COMMENTS SPEAK OF%n  %d comments, %d with a theme of the pack %s%n%n",
        comments.size(),
        tagged,
        pack.id());
    Table table = new Table()
        .left("theme")
        .right("comments")
        .right("praise")
        .right("complaint")
        .right("mention")
        .right("en")
        .right("fr");
    List<Theme> found = pack.themes().stream()
        .filter(theme -> count(each -> each.speaksOf(theme.id())) > 0)
        .sorted(Comparator.comparingLong((Theme each) -> -count(c -> c.speaksOf(each.id()))))
        .toList();
    found.stream().limit(THEMES).forEach(each -> table.row(row(each)));
    table.print(out);
    if (found.size() > THEMES) {
      out.println("  and " + (found.size() - THEMES) + " more themes, in fewer comments");
    }
    out.println("  most frequent words: en " + phrases("en"));
    out.println("                       fr " + phrases("fr"));
    out.println();
  }

  private Object[] row(Theme theme) {
    String id = theme.id();
    return new Object[] {
      theme.title(Locale.ENGLISH),
      count(each -> each.speaksOf(id)),
      count(each -> each.speaksOf(id, Polarity.POSITIVE)),
      count(each -> each.speaksOf(id, Polarity.NEGATIVE)),
      count(each -> each.speaksOf(id, Polarity.NEUTRAL)),
      count(each -> each.speaksOf(id) && each.language().equals("en")),
      count(each -> each.speaksOf(id) && each.language().equals("fr"))
    };
  }

  private long count(Predicate<Comment> condition) {
    return comments.stream().filter(condition).count();
  }

  private String phrases(String language) {
    Map<String, Long> counts = comments.stream()
        .filter(each -> each.language().equals(language))
        .flatMap(each -> each.mentions().stream().map(each::words).distinct())
        .collect(Collectors.groupingBy(words -> words, Collectors.counting()));
    List<String> shown = counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()))
        .limit(PHRASES)
        .map(each -> each.getKey() + " (" + each.getValue() + ")")
        .collect(Collectors.toCollection(ArrayList::new));
    while (String.join(", ", shown).length() > LONGEST_PHRASES) {
      shown.remove(shown.size() - 1);
    }
    return String.join(", ", shown);
  }

  /** Prints how much was taken out before anything was kept, and three comments with marks. */
  void printExamples(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "  taken out before storing: %d e-mail addresses, %d phone numbers%n%n",
        redactions.getOrDefault(Redaction.Kind.EMAIL, 0),
        redactions.getOrDefault(Redaction.Kind.PHONE, 0));
    List<Comment> shown = new ArrayList<>();
    addFirst(
        shown, each -> each.has(Polarity.POSITIVE) && each.speaksOf("network", Polarity.NEGATIVE));
    addFirst(shown, each -> each.language().equals("fr") && each.has(Polarity.NEGATIVE));
    addFirst(shown, each -> each.text().contains(Redaction.Kind.PHONE.token()));
    for (Comment each : shown) {
      out.println("  \"" + marked(each) + "\"");
      out.println("      " + tags(each));
    }
  }

  private void addFirst(List<Comment> shown, Predicate<Comment> condition) {
    comments.stream()
        .filter(each -> !each.mentions().isEmpty() && !shown.contains(each))
        .filter(condition)
        .findFirst()
        .ifPresent(shown::add);
  }

  /** Returns the themes with their polarity; a place that only names one adds nothing to it. */
  private static String tags(Comment comment) {
    return comment.mentions().stream()
        .filter(each -> each.polarity() != Polarity.NEUTRAL || !comment.judges(each.theme()))
        .map(each -> each.theme() + sign(each.polarity()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String sign(Polarity polarity) {
    return switch (polarity) {
      case POSITIVE -> " (+)";
      case NEGATIVE -> " (-)";
      case NEUTRAL -> "";
    };
  }

  /** Returns the text with brackets around each place; of places that overlap only the first. */
  private static String marked(Comment comment) {
    StringBuilder marked = new StringBuilder();
    int done = 0;
    for (Mention each : comment.mentions()) {
      if (each.start() >= done) {
        marked.append(comment.text(), done, each.start());
        marked.append('[').append(comment.text(), each.start(), each.end()).append(']');
        done = each.end();
      }
    }
    return marked.append(comment.text().substring(done)).toString();
  }
}
