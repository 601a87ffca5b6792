package io.github.feedback4j.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Theme packs that come with the library, in English and French alike.
 *
 * @since 0.1
 */
public final class ThemePacks {

  private ThemePacks() {}

  // Read when it is first wanted, and once: who has a pack of their own does not pay for it.
  private static final class ItService {
    private static final ThemePack PACK = read("it-service.yaml");
  }

  /**
   * Returns the pack for comments on an internal IT service: themes of the service (speed, expertise,
   * friendliness, communication, follow-up, resolution, expectations), of what it looks after (access,
   * hardware, software, network, e-mail, printing, meeting rooms, portal, knowledge, security), and of
   * changes and outages.
   */
  public static ThemePack itService() {
    return ItService.PACK;
  }

  /**
   * Returns a tagger for {@link #itService}, always the same one.
   *
   * <p>The pack is read and compiled once, with the first text; other threads wait for that. Whoever
   * wants it done before tags an empty text.
   */
  public static ThemeTagger itServiceTagger() {
    return ItServiceTagger.INSTANCE;
  }

  private static ThemePack read(String name) {
    try (InputStream in = ThemePacks.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the jar of feedback-core");
      }
      return ThemePackReader.read(name, in);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
