package io.github.feedback4j.wire;

import io.github.feedback4j.prompt.Subject;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads batches of CloudEvents 1.0 in JSON, as {@link EventWriter} or any later version of it wrote them.
 *
 * <p>Fields that it does not know are passed over, null is as good as no field. A flaw in one event never
 * hides its neighbours. Everything has a bound; the bytes are the caller's to bound. Safe for use by several
 * threads; does not block, does no I/O.
 *
 * @since 0.1
 */
public final class EventReader {

  /** The code of an event whose type this version does not know. */
  public static final String UNKNOWN_TYPE = "unknown-type";

  /** The code of an event that is not what its type says. */
  public static final String MALFORMED = "malformed";

  /** The code of an event with more in it than any event needs. */
  public static final String TOO_LARGE = "too-large";

  private static final Pattern JSON_DATA =
      Pattern.compile("application/json *(;.*)?", Pattern.CASE_INSENSITIVE);

  private static final String SOURCE_RULE =
      "must be a URI reference of 1 to " + WireEvent.MAX_SOURCE + " ASCII characters";

  private static final String SUBJECT_RULE = "must have 1 to " + Subject.MAX_LENGTH + " characters";

  private static final int DEEPEST = 1_000;

  // What is too much is told of each event and not of its neighbours; only depth costs memory
  // before anybody can look. Names are not kept, because anybody may send any.
  private static final TokenStreamFactory JSON = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(DEEPEST)
          .maxNumberLength(Integer.MAX_VALUE)
          .maxStringLength(Integer.MAX_VALUE)
          .maxNameLength(Integer.MAX_VALUE)
          .build())
      .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
      .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
      .build();

  private EventReader() {}

  /**
   * Returns what became of each event of a batch, in its order.
   *
   * @param json a JSON array in UTF-8, without a byte order mark
   * @param most the greatest number of events, at least 1
   * @throws WireFormatException if the bytes are not JSON in UTF-8 ({@code not-json}), not an array ({@code
   *     not-a-batch}), have more events ({@code too-many}) or are nested more than 1,000 deep ({@code
   *     too-deep})
   */
  public static List<ReadEvent> readBatch(byte[] json, int most) throws WireFormatException {
    if (most < 1) {
      throw new IllegalArgumentException("most must be at least 1, but was " + most);
    }
    CharBuffer text = decoded(json);
    List<ReadEvent> events = new ArrayList<>();
    try (JsonParser in = JSON.createParser(
        ObjectReadContext.empty(), text.array(), text.arrayOffset(), text.length())) {
      JsonToken first = in.nextToken();
      if (first == null) {
        throw new WireFormatException("not-json", "the batch must be JSON, but is empty");
      }
      if (first != JsonToken.START_ARRAY) {
        throw new WireFormatException("not-a-batch", "the batch must be a JSON array of events");
      }
      while (in.nextToken() != JsonToken.END_ARRAY) {
        if (events.size() == most) {
          throw new WireFormatException(
              "too-many", "the batch must have at most " + most + " events; send several batches");
        }
        events.add(event(PartReader.read(in), text));
      }
      if (in.nextToken() != null) {
        throw new WireFormatException(
            "not-json", "nothing must follow the batch, but something does");
      }
    } catch (StreamConstraintsException e) {
      throw new WireFormatException(
          "too-deep", "the batch must not be nested more than " + DEEPEST + " deep");
    } catch (JacksonException e) {
      // What it says repeats what it read.
      TokenStreamLocation at = e.getLocation();
      throw new WireFormatException(
          "not-json",
          "the batch must be JSON, but is not"
              + (at == null ? "" : " at character " + at.getCharOffset()));
    }
    return events;
  }

  /** Returns the characters, because a parser of bytes would let a few wrong ones pass. */
  private static CharBuffer decoded(byte[] json) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
    } catch (CharacterCodingException e) {
      throw new WireFormatException("not-json", "the batch must be UTF-8, but is not");
    }
  }

  private static ReadEvent event(PartReader.Element element, CharSequence text) {
    Part event = element.part();
    try {
      if (element.flaw() != null) {
        throw element.flaw();
      }
      return new ReadEvent.Readable(read(event, text));
    } catch (Flaw flaw) {
      return new ReadEvent.Unreadable(id(event), flaw.code(), flaw.detail());
    }
  }

  private static @Nullable UUID id(Part event) {
    try {
      return event.get("id").uuid();
    } catch (Flaw flaw) {
      return null;
    }
  }

  private static WireEvent read(Part event, CharSequence text) {
    Part specversion = event.get("specversion");
    if (!specversion.name().equals("1.0")) {
      throw specversion.malformed("must be 1.0");
    }
    UUID id = event.get("id").uuid();
    URI source = source(event.get("source"));
    EventType type = EventType.of(event.get("type").name());
    if (type == null) {
      throw new Flaw(UNKNOWN_TYPE, "/type must be one that this version knows");
    }
    Part subject = event.find("subject");
    String about = subject == null ? null : subject(subject);
    Part timePart = event.get("time");
    Instant time = timePart.time();
    if (!TimeText.hasFourDigitYear(time)) {
      throw timePart.malformed("must be in the years 0 to 9999");
    }
    Part contentType = event.find("datacontenttype");
    if (contentType != null && !JSON_DATA.matcher(contentType.name()).matches()) {
      throw contentType.malformed("must be application/json");
    }
    EventData data = DataFormat.read(type, event.get("data"), text);
    return new WireEvent(id, source, about, time, data);
  }

  private static URI source(Part part) {
    String text = part.text(Part.TEXT);
    return part.made(SOURCE_RULE, () -> WireEvent.requireSource(URI.create(text)));
  }

  private static String subject(Part part) {
    String text = part.text(Part.TEXT);
    return part.made(SUBJECT_RULE, () -> WireEvent.requireSubject(text));
  }
}
