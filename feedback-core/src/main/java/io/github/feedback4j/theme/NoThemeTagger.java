package io.github.feedback4j.theme;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds nothing, for applications that collect comments without analysing them. */
enum NoThemeTagger implements ThemeTagger {
  INSTANCE;

  @Override
  public List<Mention> tag(String text, @Nullable Locale locale) {
    return List.of();
  }

  @Override
  public String packId() {
    return "none";
  }
}
