package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the guide to themes shows is what the tagger does. */
class ThemesDocTest {

  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @Test
  void theFirstExampleFindsWhatItSays() {
    Tagging tagging = ThemePacks.itServiceTagger()
        .tags("Everything was fast but the VPN kept dropping", Locale.ENGLISH);

    assertThat(tagging.themes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("network", Stance.NEGATIVE, "speed", Stance.POSITIVE));
    assertThat(tagging.tags().get(0).place()).isEqualTo(new Tag.Span(15, 19));
  }

  @Test
  void thePackIsReadAndFindsInEachCommentOfTheTableWhatStandsBesideIt() throws IOException {
    ThemeTagger tagger = ThemeTagger.phrases(pack());

    List<List<String>> rows = rows("| comment | tags |");
    assertThat(rows).hasSizeGreaterThanOrEqualTo(5);
    for (List<String> each : rows) {
      assertThat(found(tagger, each.get(0))).as(each.get(0)).isEqualTo(each.get(1));
    }
  }

  @Test
  void everyRuleOfTheTableIsOne() throws IOException {
    List<List<String>> rows = rows("| rule | finds |");

    assertThat(rows).hasSizeGreaterThanOrEqualTo(11);
    for (List<String> each : rows) {
      Matcher rule = Pattern.compile("`(.*?)`").matcher(each.get(0));
      while (rule.find()) {
        assertThat(Rule.parse(rule.group(1).replace("\\|", "|")))
            .as(rule.group(1))
            .isNotNull();
      }
    }
  }

  private static String found(ThemeTagger tagger, String comment) {
    return tagger.tags(comment, null).tags().stream()
        .map(each -> each.theme()
            + switch (each.polarity()) {
              case POSITIVE -> " + ";
              case NEGATIVE -> " − ";
              case NEUTRAL -> " ";
            }
            + comment.substring(each.place().start(), each.place().end()))
        .collect(Collectors.joining(", "));
  }

  private static ThemePack pack() throws IOException {
    Matcher yaml = YAML.matcher(doc());
    assertThat(yaml.find()).isTrue();
    return ThemePackReader.read("doc.yaml", yaml.group(1));
  }

  /** Returns the cells of the rows below a table's head. */
  private static List<List<String>> rows(String head) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    doc()
        .lines()
        .dropWhile(each -> !each.equals(head))
        .skip(2)
        .takeWhile(each -> each.startsWith("|"))
        .forEach(each -> {
          String[] cells = each.split("(?<!\\\\)\\|", -1);
          rows.add(List.of(cells[1].strip(), cells[2].strip()));
        });
    return rows;
  }

  private static String doc() throws IOException {
    return Files.readString(Path.of("..", "docs", "themes.md"));
  }
}
