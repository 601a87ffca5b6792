package io.github.feedback4j.survey;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts that conditions are evaluated against: at most 32 named, typed values.
 *
 * <p>Immutable.
 *
 * @since 0.1
 */
public final class Attributes {

  /** The greatest number of attributes. */
  public static final int MAX_SIZE = 32;

  private static final Attributes NONE = new Attributes(new LinkedHashMap<>());

  // Never changed, and handed out as a view only. A gate looks in here for each attribute that it
  // asks
  // for, so it should be one look-up and no more.
  private final Map<String, AttributeValue> values;

  private Attributes(Map<String, AttributeValue> values) {
    this.values = values;
  }

  /** Returns no attributes. */
  public static Attributes none() {
    return NONE;
  }

  /** Returns values without a limit to their number, as conditions over answers need them. */
  static Attributes ofAny(Map<String, AttributeValue> values) {
    return new Attributes(new LinkedHashMap<>(values));
  }

  /** Returns those of these attributes whose names are among {@code names}. */
  public Attributes only(Set<String> names) {
    if (names.isEmpty() || values.isEmpty()) {
      return NONE;
    }
    Map<String, AttributeValue> kept = new LinkedHashMap<>();
    for (Map.Entry<String, AttributeValue> each : values.entrySet()) {
      if (names.contains(each.getKey())) {
        kept.put(each.getKey(), each.getValue());
      }
    }
    return kept.isEmpty() ? NONE : new Attributes(kept);
  }

  /**
   * Returns these attributes as a JSON object in one line, from which {@link #fromJson} makes equal
   * ones; a point in time is an object with {@code time}.
   */
  public String toJson() {
    return AttributesJson.write(values);
  }

  /**
   * Returns the attributes that {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  public static Attributes fromJson(String json) {
    return AttributesJson.read(json);
  }

  /** Returns these attributes with a text under {@code name}. */
  public Attributes with(String name, String text) {
    return with(name, new AttributeValue.Text(text));
  }

  /**
   * Returns these attributes with a number under {@code name}.
   *
   * @throws IllegalArgumentException if {@code number} is infinite or not a number
   */
  public Attributes with(String name, Number number) {
    return with(name, AttributeValue.Numeric.of(number));
  }

  /** Returns these attributes with a yes or no under {@code name}. */
  public Attributes with(String name, boolean value) {
    return with(name, new AttributeValue.Bool(value));
  }

  /** Returns these attributes with a point in time under {@code name}. */
  public Attributes with(String name, Instant instant) {
    return with(name, new AttributeValue.Time(instant));
  }

  /** Returns these attributes with a list of texts under {@code name}. */
  public Attributes with(String name, List<String> texts) {
    return with(name, new AttributeValue.Texts(texts));
  }

  /**
   * Returns these attributes with {@code value} under {@code name}, in the place of an older one.
   *
   * @throws IllegalArgumentException if the name has other characters than letters, digits, dot,
   *     dash and underscore, or there are {@value #MAX_SIZE} attributes already
   */
  public Attributes with(String name, AttributeValue value) {
    Ids.requireName("attribute", name);
    Map<String, AttributeValue> copy = new LinkedHashMap<>(values);
    copy.put(name, value);
    if (copy.size() > MAX_SIZE) {
      throw new IllegalArgumentException(
          "a touchpoint must have at most %d attributes; '%s' is one too many"
              .formatted(MAX_SIZE, name));
    }
    return new Attributes(copy);
  }

  /** Returns the value under {@code name}, or null if there is none. */
  public @Nullable AttributeValue get(String name) {
    return values.get(name);
  }

  /** Returns all values by name. */
  public Map<String, AttributeValue> asMap() {
    return Collections.unmodifiableMap(values);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attributes that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** Returns the names only: the values may be personal. */
  @Override
  public String toString() {
    return "Attributes" + values.keySet();
  }
}
