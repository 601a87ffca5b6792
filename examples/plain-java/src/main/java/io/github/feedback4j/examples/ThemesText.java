package io.github.feedback4j.examples;

import io.github.feedback4j.theme.Discovery;
import io.github.feedback4j.theme.Item;
import io.github.feedback4j.theme.ItemFigures;
import io.github.feedback4j.theme.ItemReport;
import io.github.feedback4j.theme.ItemSuggestion;
import io.github.feedback4j.theme.NewTheme;
import io.github.feedback4j.theme.NextLabel;
import io.github.feedback4j.theme.PackSuggestions;
import io.github.feedback4j.theme.Proportion;
import io.github.feedback4j.theme.ThemeFigures;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints what a pack is worth and how to make it better. */
final class ThemesText {

  private static final int LONGEST_EXAMPLE = 90;
  private static final int LONGEST_ITEM = 60;

  private final PrintStream out;

  ThemesText(PrintStream out) {
    this.out = out;
  }

  void report(ItemReport report) {
    out.printf(
        "%s on %d comments, %d of them labelled%n",
        report.packId(), report.comments(), report.labelled());
    leftOut(report.leftOut());
    unknown(report.unknownThemes());
    out.println();
    themes(report.themes(), null);
    out.println();
    Table items = new Table()
        .left("theme")
        .left("item")
        .right("hits")
        .right("correct")
        .right("wrong")
        .right("precision")
        .right("95 %")
        .right("alone")
        .left("last hit")
        .left("verdict");
    for (ItemFigures each : report.items()) {
      if (each.hits() > 0) {
        items.row(
            each.item().theme(),
            item(each.item()),
            each.hits(),
            each.correct(),
            each.wrong(),
            share(each.precision()),
            limits(each.precision()),
            each.alone(),
            day(each.lastHit()),
            verdict(each.verdict()));
      }
    }
    items.print(out);
    out.printf("%nwrong more often than not: %d items%n", report.flagged().size());
    for (ItemFigures each : report.flagged()) {
      out.printf("  %s: %s%s%n", each.item().theme(), item(each.item()), overlaps(each));
    }
    out.printf("%nnever found: %d items%n", report.neverFound().size());
    for (ItemFigures each : report.neverFound()) {
      out.printf("  %s: %s%n", each.item().theme(), item(each.item()));
    }
  }

  private static String overlaps(ItemFigures figures) {
    return figures.overlaps().isEmpty()
        ? ""
        : figures.overlaps().stream()
            .map(each ->
                "%s: %s (%d)".formatted(each.item().theme(), item(each.item()), each.comments()))
            .collect(Collectors.joining("; ", "; often beside ", ""));
  }

  private static String day(@Nullable Instant time) {
    return time == null ? "" : time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String verdict(ItemFigures.Verdict verdict) {
    return switch (verdict) {
      case NEVER_FOUND -> "never found";
      case UNLABELLED -> "no label";
      case WEAK -> "weak";
      case PERHAPS_WEAK -> "weak? too few labels to tell";
      case PERHAPS_GOOD -> "good? too few labels to tell";
      case GOOD -> "good";
      case HIDES -> "hides";
    };
  }

  void suggestions(PackSuggestions suggestions) {
    out.printf(
        "%s and %d labelled comments: macro F1 %s now, %s expected on new comments%n",
        suggestions.packId(),
        suggestions.labelled(),
        figure(suggestions.macroF1Now()),
        figure(suggestions.macroF1Expected()));
    leftOut(suggestions.leftOut());
    unknown(suggestions.unknownThemes());
    if (!suggestions.unusedLanguages().isEmpty()) {
      out.printf(
          "the pack has no item in %s: add one by hand to get suggestions in it%n",
          String.join(", ", suggestions.unusedLanguages()));
    }
    whole(suggestions.isWhole());
    out.println();
    themes(suggestions.now(), suggestions.expected());
    out.println();
    Table table = new Table()
        .right("no")
        .left("what")
        .left("theme")
        .left("language")
        .left("item")
        .right("correct")
        .right("wrong")
        .right("unknown");
    List<ItemSuggestion> all = suggestions.all();
    for (int i = 0; i < all.size(); i++) {
      ItemSuggestion each = all.get(i);
      table.row(
          i + 1,
          each.kind() == ItemSuggestion.Kind.ADD ? "add" : "remove",
          each.item().theme(),
          each.item().language(),
          cut(each.item().text(), LONGEST_ITEM),
          each.correct(),
          each.wrong(),
          each.unknown());
    }
    table.print(out);
    if (all.isEmpty()) {
      out.println("nothing to suggest: label more comments, see label-next");
    }
  }

  void accepted(int count, @Nullable Path written) {
    if (written == null) {
      out.println("\nto accept them, add --write FILE, and --accept LIST for some of them only");
    } else {
      out.printf("%n%d accepted%n", count);
    }
  }

  void discovery(Discovery discovery) {
    out.printf(
        "%s: %d recent comments, %d without a theme, and %d earlier ones%n",
        discovery.packId(), discovery.recent(), discovery.untagged(), discovery.earlier());
    leftOut(discovery.leftOut());
    whole(discovery.isWhole());
    int number = 0;
    for (NewTheme each : discovery.themes()) {
      out.printf(
          "%n%d. %s%s: %d comments of %d people, %d people before%n",
          ++number,
          each.kind() == NewTheme.Kind.NEW ? "new" : "growing",
          each.themes().isEmpty() ? "" : " (" + String.join(", ", each.themes()) + ")",
          each.comments(),
          each.people(),
          each.peopleBefore());
      for (NewTheme.Term term : each.terms()) {
        out.printf(
            Locale.ROOT,
            "   %s (%s), z = %.1f%s%n",
            term.text(),
            term.language(),
            term.z(),
            term.spellings().isEmpty() ? "" : ", also " + String.join(", ", term.spellings()));
      }
      for (String example : each.examples()) {
        out.println("   > " + cut(example, LONGEST_EXAMPLE));
      }
    }
    if (discovery.themes().isEmpty()) {
      out.println("nothing stands out; try an earlier --since, or fewer --least-people");
    }
  }

  void next(List<NextLabel> next) {
    int number = 0;
    for (NextLabel each : next) {
      out.printf("%d. %s: %s%n", ++number, each.comment().id(), reason(each));
      out.println("   > " + cut(each.comment().text(), LONGEST_EXAMPLE));
    }
    if (next.isEmpty()) {
      out.println("nothing to label: each comment is labelled, or clear");
    }
  }

  private static String reason(NextLabel next) {
    String themes = String.join(", ", next.themes());
    String items = cut(String.join("; ", next.items()), LONGEST_ITEM);
    return switch (next.reason()) {
      case FOUND_BUT_ABSENT ->
        "%s is found (%s), but is known to be absent".formatted(themes, items);
      case TICKED_BUT_NOT_FOUND -> themes + " was ticked, but is not found";
      case PRAISE_AND_BLAME -> "%s is praised and blamed (%s)".formatted(themes, items);
      case WEAK_ITEM -> "%s rests on items that are often wrong (%s)".formatted(themes, items);
      case RARE_THEME -> "may be about %s, which has few labels".formatted(themes);
      case UNTAGGED -> "no theme is found";
    };
  }

  private void themes(List<ThemeFigures> now, @Nullable List<ThemeFigures> expected) {
    Table table = new Table()
        .left("theme")
        .right("comments")
        .right("precision")
        .right("recall")
        .right("F1");
    if (expected != null) {
      table.right("F1 expected");
    }
    for (int i = 0; i < now.size(); i++) {
      ThemeFigures each = now.get(i);
      List<Object> cells = new ArrayList<>(List.of(
          each.theme(),
          each.correct() + each.missed(),
          share(each.precision()),
          share(each.recall()),
          f1(each)));
      if (expected != null) {
        cells.add(f1(expected.get(i)));
      }
      table.row(cells.toArray());
    }
    table.print(out);
  }

  private void leftOut(int count) {
    if (count > 0) {
      out.printf("%d older comments were left out%n", count);
    }
  }

  private void unknown(List<String> themes) {
    if (!themes.isEmpty()) {
      out.printf(
          "labels name themes that the pack does not have: %s; add them to the pack, or correct the"
              + " labels%n",
          String.join(", ", themes));
    }
  }

  private void whole(boolean isWhole) {
    if (!isWhole) {
      out.println("there are more than a million different phrases; the oldest were not counted");
    }
  }

  private static String item(Item item) {
    return item.language() + " " + cut(item.text(), LONGEST_ITEM);
  }

  private static String f1(ThemeFigures figures) {
    return figures.isLabelled() ? figure(figures.f1()) : "-";
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String share(Proportion proportion) {
    return proportion.all() == 0 ? "-" : figure(proportion.value());
  }

  private static String limits(Proportion proportion) {
    return proportion.all() == 0 ? "-" : figure(proportion.low()) + "-" + figure(proportion.high());
  }

  /** Returns one line that does no harm to a terminal. */
  private static String cut(String text, int most) {
    String line = text.codePoints()
        .map(each -> Character.isISOControl(each) || Character.isWhitespace(each) ? ' ' : each)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
    return line.length() <= most ? line : line.substring(0, most) + "...";
  }
}
