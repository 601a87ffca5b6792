package io.github.feedback4j.theme;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the themes of {@code it-service}, which is read and compiled when a text first needs it: an
 * application does not start the slower for comments that nobody has written yet.
 */
enum ItServiceTagger implements ThemeTagger {
  INSTANCE;

  // The first thread that needs this class initialises it, and the others wait for that.
  private static final class Compiled {
    private static final ThemeTagger TAGGER = ThemeTagger.phrases(ThemePacks.itService());
  }

  @Override
  public List<Mention> tag(String text, @Nullable Locale locale) {
    return Compiled.TAGGER.tag(text, locale);
  }

  @Override
  public Tagging tags(String text, @Nullable Locale locale, Polarity rating) {
    return Compiled.TAGGER.tags(text, locale, rating);
  }

  @Override
  public String packId() {
    return ThemePacks.itService().id();
  }

  @Override
  public List<Theme> themes() {
    return ThemePacks.itService().themes();
  }

  @Override
  public ThemePack pack() {
    return ThemePacks.itService();
  }
}
