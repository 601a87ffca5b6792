package io.github.feedback4j.client;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * What a collector says to a batch: {@code {"accepted":n,"duplicates":n,"rejected":[{"id":…,"code":…}]}}.
 *
 * @param rejected in the order of the answer
 */
record CollectorAnswer(int accepted, int duplicates, List<Rejected> rejected) {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** A code ends up in logs, metrics and the spool, so what does not look like one is none. */
  private static final int LONGEST_CODE = 60;

  private static final String OTHER = "other";

  /**
   * A record that was refused.
   *
   * @param id its id, or null where the collector could not read one
   * @param code the reason
   */
  record Rejected(@Nullable UUID id, String code) {}

  long records() {
    return (long) accepted + duplicates + rejected.size();
  }

  /** Returns the answer that is written here, or null if this is none; fields that we do not know are ignored. */
  static @Nullable CollectorAnswer parse(byte[] body) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
      return json.nextToken() == JsonToken.START_OBJECT ? answer(json) : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  /** Returns the member {@code code} of a problem (RFC 9457), or null if there is none. */
  static @Nullable String problemCode(byte[] body) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        JsonToken value = json.nextToken();
        if (name.equals("code")) {
          return value == JsonToken.VALUE_STRING && isCode(json.getString())
              ? json.getString()
              : null;
        }
        json.skipChildren();
      }
      return null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static @Nullable CollectorAnswer answer(JsonParser json) {
    int accepted = -1;
    int duplicates = -1;
    List<Rejected> rejected = null;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken value = json.nextToken();
      switch (name) {
        case "accepted" -> accepted = count(json, value);
        case "duplicates" -> duplicates = count(json, value);
        case "rejected" -> rejected = value == JsonToken.START_ARRAY ? rejected(json) : null;
        default -> json.skipChildren();
      }
    }
    return accepted < 0 || duplicates < 0 || rejected == null
        ? null
        : new CollectorAnswer(accepted, duplicates, rejected);
  }

  /** Returns a number of records, or -1 if this is none. */
  private static int count(JsonParser json, JsonToken value) {
    if (value == JsonToken.VALUE_NUMBER_INT && json.getNumberType() == JsonParser.NumberType.INT) {
      return json.getIntValue();
    }
    json.skipChildren();
    return -1;
  }

  private static @Nullable List<Rejected> rejected(JsonParser json) {
    List<Rejected> rejected = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        return null;
      }
      UUID id = null;
      String code = OTHER;
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        boolean text = json.nextToken() == JsonToken.VALUE_STRING;
        if (text && name.equals("id")) {
          id = uuid(json.getString());
        } else if (text && name.equals("code") && isCode(json.getString())) {
          code = json.getString();
        } else {
          json.skipChildren();
        }
      }
      rejected.add(new Rejected(id, code));
    }
    return rejected;
  }

  private static @Nullable UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean isCode(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_CODE
        && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
  }
}
