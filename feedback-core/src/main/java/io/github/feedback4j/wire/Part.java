package io.github.feedback4j.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of an event as it stands in the JSON, which knows its place and says what it must be.
 *
 * <p>Every method throws a {@link Flaw} where the part is something else. Null stands for a part that
 * is not there.
 */
final class Part {

  /** The greatest length of a text that has no bound of its own: that of the longest answer. */
  static final int TEXT = 100_000;

  /** The greatest length of a name, such as the key of a survey or the id of a choice. */
  static final int NAME = 200;

  private final @Nullable Part parent;
  private final Object step;
  private final Object value;

  private Part(@Nullable Part parent, Object step, Object value) {
    this.parent = parent;
    this.step = step;
    this.value = value;
  }

  /** An object, with where it begins and ends in the text. */
  record Mapping(Map<String, Object> parts, int start, int end) {}

  /** A number, to the letter. */
  record Digits(String text, boolean isWhole) {}

  /** What stands in a list where there is a null. */
  enum Nothing {
    NOTHING
  }

  static Part root(Object value) {
    return new Part(null, "", value);
  }

  /** Returns the part under a name, which must be there. */
  Part get(String name) {
    Part found = find(name);
    if (found == null) {
      throw new Part(this, name, Nothing.NOTHING).malformed("is missing");
    }
    return found;
  }

  /** Returns the part under a name, or null if there is none. */
  @Nullable
  Part find(String name) {
    Object found = mapping().parts().get(name);
    return found == null ? null : new Part(this, name, found);
  }

  Mapping mapping() {
    if (value instanceof Mapping mapping) {
      return mapping;
    }
    throw malformed("must be an object");
  }

  /** Returns what a list has, in its order. */
  <T> List<T> list(int most, Function<Part, T> read) {
    if (!(value instanceof List<?> list)) {
      throw malformed("must be a list");
    }
    if (list.size() > most) {
      throw tooLarge("must have at most %d entries, but has %d".formatted(most, list.size()));
    }
    List<T> entries = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      entries.add(read.apply(new Part(this, i, list.get(i))));
    }
    return entries;
  }

  boolean isText() {
    return value instanceof String;
  }

  String text(int most) {
    if (!(value instanceof String text)) {
      throw malformed("must be a text");
    }
    if (text.length() > most) {
      throw tooLarge("must have at most %d characters, but has %d".formatted(most, text.length()));
    }
    return text;
  }

  String name() {
    return text(NAME);
  }

  /** Takes whole numbers only, and none that is written as 4.0 or 4e0. */
  int whole(int least) {
    if (value instanceof Digits digits && digits.isWhole() && digits.text().length() <= 11) {
      long number = Long.parseLong(digits.text());
      if (number >= least && number <= Integer.MAX_VALUE) {
        return (int) number;
      }
    }
    throw malformed("must be a whole number from %d to %d".formatted(least, Integer.MAX_VALUE));
  }

  double probability() {
    if (value instanceof Digits digits) {
      double number = Double.parseDouble(digits.text());
      if (number > 0 && number <= 1) {
        return number;
      }
    }
    throw malformed("must be a number more than 0 and at most 1");
  }

  boolean truth() {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw malformed("must be true or false");
  }

  Instant time() {
    Instant time = value instanceof String text && text.length() <= 50 ? TimeText.read(text) : null;
    if (time == null) {
      throw malformed("must be a time such as 2026-01-31T08:00:00Z");
    }
    return time;
  }

  UUID uuid() {
    String rule = "must be a UUID";
    if (value instanceof String text) {
      UUID uuid = made(rule, () -> UUID.fromString(text));
      // The parser of the JDK also takes shorter groups, which would be other names for one id.
      if (uuid.toString().equalsIgnoreCase(text)) {
        return uuid;
      }
    }
    throw malformed(rule);
  }

  <E extends Enum<E>> E word(Words<E> words) {
    E found = value instanceof String text ? words.find(text) : null;
    if (found == null) {
      throw malformed("must be one of " + words.list());
    }
    return found;
  }

  /**
   * Returns what a constructor makes of this part; where it throws, the rule is told in the place of
   * its message, which may repeat what stands here.
   */
  <T> T made(String rule, Supplier<T> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException e) {
      throw malformed(rule);
    }
  }

  Flaw malformed(String rule) {
    return new Flaw(EventReader.MALFORMED, path() + " " + rule);
  }

  Flaw tooLarge(String rule) {
    return new Flaw(EventReader.TOO_LARGE, path() + " " + rule);
  }

  /** Returns the place as a JSON pointer; all its names are ours. */
  private String path() {
    if (parent == null) {
      return "the event";
    }
    StringBuilder path = new StringBuilder();
    for (Part each = this; each.parent != null; each = each.parent) {
      path.insert(0, "/" + each.step);
    }
    return path.toString();
  }
}
