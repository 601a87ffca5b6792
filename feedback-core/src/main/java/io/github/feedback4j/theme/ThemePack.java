package io.github.feedback4j.theme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The themes that an organisation looks for, as one versioned piece of data.
 *
 * <p>Immutable. A pack is identified by its name, its version and the hash of its content, so that
 * a tag can always be traced to the phrases that made it.
 *
 * @since 0.1
 */
public final class ThemePack {

  /** The greatest number of themes. */
  public static final int MAX_THEMES = 500;

  /** The greatest number of phrases in all themes and languages. */
  public static final int MAX_PHRASES = 20_000;

  private static final int HASH_IN_ID = 8;

  private final String name;
  private final int version;
  private final List<Theme> themes;
  private final String contentHash;

  private ThemePack(String name, int version, List<Theme> themes) {
    this.name = name;
    this.version = version;
    this.themes = themes;
    this.contentHash = hash(themes);
  }

  /**
   * Returns a pack of these themes.
   *
   * @throws IllegalArgumentException as for {@link #of(String, int, Collection)}
   */
  public static ThemePack of(String name, int version, Theme... themes) {
    return of(name, version, List.of(themes));
  }

  /**
   * Returns a pack of these themes.
   *
   * @param name 1 to 64 lower-case letters, digits and dashes
   * @param version at least 1
   * @throws IllegalArgumentException if the name or the version is out of bounds, there is no theme
   *     or more than {@value #MAX_THEMES}, there are more than {@value #MAX_PHRASES} phrases, or
   *     themes share an id; the message names each such id
   */
  public static ThemePack of(String name, int version, Collection<Theme> themes) {
    Labels.requireId("theme pack", name);
    String place = "theme pack '" + name + "': ";
    if (version < 1) {
      throw new IllegalArgumentException(place + "version must be at least 1, but was " + version);
    }
    if (themes.isEmpty() || themes.size() > MAX_THEMES) {
      throw new IllegalArgumentException(
          place + "must have 1 to %d themes, but has %d".formatted(MAX_THEMES, themes.size()));
    }
    int phrases = themes.stream().mapToInt(Theme::phraseCount).sum();
    if (phrases > MAX_PHRASES) {
      throw new IllegalArgumentException(
          place + "must have at most %d phrases, but has %d".formatted(MAX_PHRASES, phrases));
    }
    Map<String, Theme> byId = new LinkedHashMap<>();
    Set<String> twice = new TreeSet<>();
    for (Theme each : themes) {
      if (byId.put(each.id(), each) != null) {
        twice.add(each.id());
      }
    }
    if (!twice.isEmpty()) {
      throw new IllegalArgumentException(
          place + "each theme must stand once; these stand twice: " + String.join(", ", twice));
    }
    return new ThemePack(name, version, List.copyOf(themes));
  }

  /** Returns the name of the pack, such as {@code it-service}. */
  public String name() {
    return name;
  }

  /** Returns the version that the author gave, at least 1. */
  public int version() {
    return version;
  }

  /** Returns the themes in the order in which they were given. */
  public List<Theme> themes() {
    return themes;
  }

  /** Returns the theme of this id, or null if there is none. */
  public @Nullable Theme theme(String id) {
    for (Theme each : themes) {
      if (each.id().equals(id)) {
        return each;
      }
    }
    return null;
  }

  /**
   * Returns the SHA-256 of the themes as 64 lower-case hexadecimal digits.
   *
   * <p>It depends on the ids, titles, phrases and polarities, but neither on the name and the
   * version nor on any order. Its input is UTF-8 text of tab-separated lines: for each theme by id
   * {@code theme id}, then {@code title language title}, then {@code phrase language polarity
   * phrase}, both sorted by language and phrase.
   */
  public String contentHash() {
    return contentHash;
  }

  /** Returns name, version and eight digits of the hash, such as {@code it-service:1:ab12cd34}. */
  public String id() {
    return name + ":" + version + ":" + contentHash.substring(0, HASH_IN_ID);
  }

  private static String hash(List<Theme> themes) {
    List<Theme> sorted = new ArrayList<>(themes);
    sorted.sort(Comparator.comparing(Theme::id));
    // Nothing below has a tab or a line feed inside, so no two packs have the same lines.
    StringBuilder lines = new StringBuilder();
    for (Theme theme : sorted) {
      appendLine(lines, "theme", theme.id());
      theme.titles().forEach((language, title) -> appendLine(lines, "title", language, title));
      theme
          .phrases()
          .forEach((language, phrases) -> phrases.forEach((phrase, polarity) ->
              appendLine(lines, "phrase", language, polarity.name(), phrase)));
    }
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(lines.toString().getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the Java runtime does not offer SHA-256", e);
    }
  }

  private static void appendLine(StringBuilder lines, String... fields) {
    lines.append(String.join("\t", fields)).append('\n');
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ThemePack that
        && name.equals(that.name)
        && version == that.version
        && themes.equals(that.themes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, version, contentHash);
  }

  @Override
  public String toString() {
    return id();
  }
}
