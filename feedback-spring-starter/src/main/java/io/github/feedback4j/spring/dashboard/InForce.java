package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.Tags;
import io.github.feedback4j.theme.PackStore.Activation;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemePackWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The pack that tags now, and who put it in force, if somebody did. */
record InForce(@Nullable Activation activation, ThemePack pack) {

  /** Looks at this moment; the tagger is made of a pack. */
  static InForce of(Tags tags) {
    Activation last = tags.activation().orElse(null);
    return new InForce(last, last == null ? tags.configuredPack().orElseThrow() : last.pack());
  }

  /** Returns the number of the activation, or 0 where the application's configuration is in force. */
  int number() {
    return activation == null ? 0 : activation.number();
  }

  /** Returns the file as somebody wrote it. */
  String text() {
    return activation == null ? ThemePackWriter.yaml(pack) : activation.text();
  }

  /** Returns the entity tag; two nodes may be configured with different packs. */
  String tag() {
    return "\"" + number() + "-" + pack.contentHash().substring(0, 8) + "\"";
  }

  /** Returns whether a header names the tag; what compresses answers on their way makes it a weak one. */
  boolean isTagged(String header) {
    return Arrays.stream(header.split(",", -1))
        .map(each -> each.strip().replaceFirst("^W/", ""))
        .anyMatch(tag()::equals);
  }

  /** Returns whether another pack has the name and the version of this one. */
  boolean hasTakenVersionOf(ThemePack draft) {
    return draft.name().equals(pack.name())
        && draft.version() == pack.version()
        && !draft.contentHash().equals(pack.contentHash());
  }
}
