package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.List;

/** The words that judge, negate and divide, in the languages that have such a list. */
final class Lexicon {

  private static final String LAUGHING =
      "😀 😁 😃 😄 😆 😊 🙂 😍 🥰 😘 🤩 😇 😎 🤗 😉 🙌 👏 👍 👌 💪 💯 ❤ 💙 💚 💛 "
          + "💜 🧡 🖤 🎉 🎊 ✨ ⭐ 🌟 🏆 🥇 🚀 ✅ ☺ ♥ 💖 💕 🔥 🤝 🙏 😂 😻 💐 🌈";

  private static final String CRYING =
      "🙁 ☹ 😞 😟 😠 😡 🤬 😢 😭 😤 😒 😔 😕 😖 😣 😩 😫 😱 😨 😰 😥 😓 🤮 🤢 👎 💔 🤦 🙄 "
          + "😑 💩 🐌 ❌ 🤯 👿 😾 🗑 🥱 🥵 ⛔ 😿";

  /**
   * One word or phrase.
   *
   * @param text how it is written
   * @param isStemmed whether its other forms count too
   * @param role what it does, as {@link Role} bits
   */
  record Entry(String text, boolean isStemmed, int role) {}

  private Lexicon() {}

  /** Returns the entries of a language; none for most. */
  static List<Entry> of(String language) {
    List<Entry> entries = new ArrayList<>();
    switch (language) {
      case "en" -> {
        add(entries, EnglishLexicon.PRAISE, Role.PRAISE, true);
        add(entries, EnglishLexicon.COMPLAINT, Role.COMPLAINT, true);
        add(entries, EnglishLexicon.TROUBLE, Role.COMPLAINT | Role.TROUBLE, true);
        add(entries, EnglishLexicon.CURE, Role.PRAISE | Role.CURE, true);
        add(entries, EnglishLexicon.PSEUDO, Role.PSEUDO, false);
        add(entries, EnglishLexicon.NEGATES_AFTER, Role.NEGATES_AFTER, false);
        add(entries, EnglishLexicon.DENIES, Role.NEGATES_AFTER | Role.DENIES, false);
        add(entries, EnglishLexicon.NEGATES_BEFORE, Role.NEGATES_BEFORE, false);
        add(entries, EnglishLexicon.WISH, Role.WISH, false);
        add(entries, EnglishLexicon.CONTRAST, Role.CONTRAST, false);
        add(entries, EnglishLexicon.AND, Role.AND, false);
        add(entries, EnglishLexicon.STOP, Role.STOP, false);
        add(entries, EnglishLexicon.ABOUT, Role.ABOUT, false);
      }
      case "fr" -> {
        add(entries, FrenchLexicon.PRAISE, Role.PRAISE, true);
        add(entries, FrenchLexicon.COMPLAINT, Role.COMPLAINT, true);
        add(entries, FrenchLexicon.TROUBLE, Role.COMPLAINT | Role.TROUBLE, true);
        add(entries, FrenchLexicon.CURE, Role.PRAISE | Role.CURE, true);
        add(entries, FrenchLexicon.PSEUDO, Role.PSEUDO, false);
        add(entries, FrenchLexicon.NEGATES_AFTER, Role.NEGATES_AFTER, false);
        add(entries, FrenchLexicon.NEGATES_AROUND, Role.NEGATES_AROUND | Role.DENIES, false);
        add(entries, FrenchLexicon.NEGATES_WITH_NE, Role.NEGATES_WITH_NE | Role.DENIES, false);
        add(entries, FrenchLexicon.NE, Role.NE, false);
        add(entries, FrenchLexicon.VERB, Role.VERB, false);
        add(entries, FrenchLexicon.NEGATES_BEFORE, Role.NEGATES_BEFORE, false);
        add(entries, FrenchLexicon.WISH, Role.WISH, false);
        add(entries, FrenchLexicon.CONTRAST, Role.CONTRAST, false);
        add(entries, FrenchLexicon.AND, Role.AND, false);
        add(entries, FrenchLexicon.STOP, Role.STOP, false);
        add(entries, FrenchLexicon.ABOUT, Role.ABOUT, false);
      }
      default -> {
        // No list: pictures judge in every language.
      }
    }
    addFaces(entries, LAUGHING, Role.PRAISE);
    addFaces(entries, CRYING, Role.COMPLAINT);
    return entries;
  }

  private static void add(List<Entry> entries, String list, int role, boolean isStemmed) {
    for (String each : list.split(",", -1)) {
      String text = each.strip().replaceAll("\\s+", " ");
      boolean isForm = text.startsWith("=");
      entries.add(new Entry(isForm ? text.substring(1) : text, isStemmed && !isForm, role));
    }
  }

  private static void addFaces(List<Entry> entries, String list, int role) {
    for (String each : list.split(" ", -1)) {
      entries.add(new Entry(each, false, role));
    }
  }
}
