package io.github.feedback4j.wire;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The constants of an enumeration as words of the wire, such as {@code optedOut} for OPTED_OUT. */
final class Words<E extends Enum<E>> {

  private final String[] words;
  private final Map<String, E> constants = new HashMap<>();

  Words(Class<E> type) {
    E[] all = type.getEnumConstants();
    words = new String[all.length];
    for (E each : all) {
      words[each.ordinal()] = word(each.name());
      constants.put(words[each.ordinal()], each);
    }
  }

  private static String word(String name) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char each = name.charAt(i);
      if (each != '_') {
        boolean inner = i > 0 && name.charAt(i - 1) == '_';
        word.append(inner ? each : Character.toLowerCase(each));
      }
    }
    return word.toString();
  }

  String of(E constant) {
    return words[constant.ordinal()];
  }

  @Nullable
  E find(String word) {
    return constants.get(word);
  }

  /** Returns all words in the order of the constants, for a message. */
  String list() {
    return String.join(", ", words);
  }
}
