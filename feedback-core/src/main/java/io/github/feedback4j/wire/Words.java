package io.github.feedback4j.wire;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.SerializedString;

/**
 * The constants of an enumeration as words of the wire, such as {@code optedOut} for OPTED_OUT.
 *
 * <p>The words are kept for ever, and the fixtures hold them: a constant that is renamed needs its old word.
 */
final class Words<E extends Enum<E>> {

  private final Map<E, SerializedString> words;
  private final Map<String, E> constants = new HashMap<>();

  Words(Class<E> type) {
    words = new EnumMap<>(type);
    for (E each : type.getEnumConstants()) {
      String word = word(each.name());
      words.put(each, new SerializedString(word));
      constants.put(word, each);
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
    return json(constant).getValue();
  }

  /** Returns a word ready to be written. */
  SerializedString json(E constant) {
    return Objects.requireNonNull(words.get(constant));
  }

  @Nullable
  E find(String word) {
    return constants.get(word);
  }

  /** Returns all words in the order of the constants, for a message. */
  String list() {
    return words.values().stream()
        .map(SerializedString::getValue)
        .collect(Collectors.joining(", "));
  }
}
