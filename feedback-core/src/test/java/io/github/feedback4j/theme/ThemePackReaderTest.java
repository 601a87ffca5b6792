package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemePackReaderTest {

  static final String SPECIFIED = """
      pack: it-service
      version: 3
      themes:
        connectivity: { title: { en: Connectivity, fr: Connectivité } }
        network:
          title: { en: "Network & VPN", fr: "Réseau et VPN" }
          parent: connectivity
          en: [vpn, wifi | wi fi, 'disconnect*', 'connection NEAR/4 (drop* | lost | slow)']
          fr: [vpn, réseau, 'coup* NEAR/4 (vpn | réseau | connexion)']
          negative: [kept dropping, 'disconnect*', 'coupure*']
          positive: [rock solid]
          not: [professional network, réseau professionnel]     # hides the words it covers, not the comment
      """;

  static final String EVERYTHING = """
      pack: all
      version: 1
      sets:
        broken: [down, 'fail*', not working, '@slow']
        slow: [slow, too | very long]
      themes:
        network:
          title:
            en: Network
          parent: all
          "*": [vpn, 365]
          en: ['wifi @broken']
          negative:
            "*": ['"R&D" & @slow']
            fr: ['coupure*']
          positive:
            en: ['clause: fast & not (too fast)']
          not:
            - true north
        all: {title: {en: All}}
      """;

  @TempDir
  Path folder;

  @Test
  void readsThePackOfTheSpecification() {
    ThemePack pack = ThemePackReader.read("it-service.yaml", SPECIFIED);

    assertThat(pack)
        .isEqualTo(ThemePack.of(
            "it-service",
            3,
            Theme.of("connectivity").title("en", "Connectivity").title("fr", "Connectivité"),
            Theme.of("network")
                .title("en", "Network & VPN")
                .title("fr", "Réseau et VPN")
                .parent("connectivity")
                .phrases(
                    "en",
                    "vpn",
                    "wifi | wi fi",
                    "disconnect*",
                    "connection NEAR/4 (drop* | lost | slow)")
                .phrases("fr", "vpn", "réseau", "coup* NEAR/4 (vpn | réseau | connexion)")
                .negative("*", "kept dropping", "disconnect*", "coupure*")
                .positive("*", "rock solid")
                .hiding("*", "professional network", "réseau professionnel")));
  }

  @Test
  void readsEveryPropertyThatThereIs() {
    assertThat(ThemePackReader.read("all.yaml", EVERYTHING))
        .isEqualTo(ThemePack.of(
            "all",
            1,
            Map.of(
                "broken",
                List.of("down", "fail*", "not working", "@slow"),
                "slow",
                List.of("slow", "too | very long")),
            List.of(
                Theme.of("network")
                    .title("en", "Network")
                    .parent("all")
                    .phrases("*", "vpn", "365")
                    .phrases("en", "wifi @broken")
                    .negative("*", "\"R&D\" & @slow")
                    .negative("fr", "coupure*")
                    .positive("en", "clause: fast & not (too fast)")
                    .hiding("*", "true north"),
                Theme.of("all").title("en", "All"))));
  }

  @Test
  void writesWhatPeopleWouldWrite() {
    assertThat(ThemePackWriter.yaml(ThemePackReader.read("all.yaml", EVERYTHING)))
        .isEqualTo("""
        pack: all
        version: 1
        sets:
          broken:
          - down
          - 'fail*'
          - not working
          - '@slow'
          slow:
          - slow
          - 'too | very long'
        themes:
          network:
            title:
              en: Network
            parent: all
            '*':
            - '365'
            - vpn
            en:
            - 'wifi @broken'
            negative:
              '*':
              - '"R&D" & @slow'
              fr:
              - 'coupure*'
            positive:
              en:
              - 'clause: fast & not (too fast)'
            not:
            - true north
          all:
            title:
              en: All
        """);
  }

  @Test
  void writesJsonInOneLine() {
    assertThat(ThemePackWriter.json(
            ThemePack.of("a", 1, Theme.of("b").phrases("en", "c | \"d\"").hiding("*", "e"))))
        .isEqualTo("{\"pack\":\"a\",\"version\":1,\"themes\":{\"b\":{\"en\":[\"c | \\\"d\\\"\"],"
            + "\"not\":[\"e\"]}}}");
  }

  @Test
  void readsFilesAndStreams() throws IOException {
    ThemePack pack = ThemePackReader.read("a.yaml", SPECIFIED);
    Path yaml = Files.writeString(folder.resolve("a.yaml"), "\uFEFF" + SPECIFIED);
    Path json = Files.writeString(folder.resolve("a.JSON"), ThemePackWriter.json(pack));
    byte[] bytes = SPECIFIED.getBytes(StandardCharsets.UTF_8);

    assertThat(ThemePackReader.read(yaml)).isEqualTo(pack);
    assertThat(ThemePackReader.read(json)).isEqualTo(pack);
    assertThat(ThemePackReader.read("a.yaml", new ByteArrayInputStream(bytes))).isEqualTo(pack);
  }

  @Test
  void reportsAFileThatIsTooLarge() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "#".repeat((1 << 20) + 1));

    assertThatExceptionOfType(PackFormatException.class)
        .isThrownBy(() -> ThemePackReader.read(file))
        .withMessage(
            "1 mistake in the theme pack:\n  %s:1:1: the file has more than 1048576 bytes; make two"
                + " packs of it",
            file);
    assertThatExceptionOfType(PackFormatException.class)
        .isThrownBy(() -> ThemePackReader.read("a.yaml", "#".repeat((1 << 20) + 1)))
        .withMessageEndingWith("the file has more than 1048576 characters; make two packs of it");
  }

  @Test
  void reportsAFileOfAnotherEncoding() throws IOException {
    Path file = folder.resolve("a.yaml");
    Files.write(file, SPECIFIED.getBytes(StandardCharsets.ISO_8859_1));

    assertThatExceptionOfType(PackFormatException.class)
        .isThrownBy(() -> ThemePackReader.read(file))
        .withMessageEndingWith(
            "a.yaml:1:1: the file is not UTF-8; save it as UTF-8 in your editor");
  }

  @Test
  void aMissingFileIsNotAMistakeOfItsAuthor() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> ThemePackReader.read(folder.resolve("a.yaml")));
  }

  @Test
  void takesAsManyItemsAsAPackMayHave() {
    StringBuilder yaml = new StringBuilder("pack: a\nversion: 1\nthemes:\n  a:\n    en:\n");
    for (int i = 0; i < ThemePack.MAX_PHRASES; i++) {
      yaml.append("    - phrase ").append(i).append('\n');
    }

    assertThat(ThemePackReader.read("a.yaml", yaml.toString()).items()).hasSize(20_000);
    assertThatExceptionOfType(PackFormatException.class)
        .isThrownBy(() -> ThemePackReader.read("a.yaml", yaml + "    - more\n"))
        .withMessage("1 mistake in the theme pack:\n  a.yaml:20006:7: this is one more than the"
            + " 20000 items that a pack may have; make two packs of it");
  }
}
