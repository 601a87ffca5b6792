package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Attributes;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the header of a file of touchpoints says, and how its lines are read. */
final class TouchpointColumns {

  /** Before the name of an attribute that is called like another column. */
  static final String ATTRIBUTE = "attribute.";

  static final String REQUIRED = "time,event,respondent";

  private static final String TIME_RULE = "a time such as 2026-01-31T09:30:00Z";
  private static final String FLAG_RULE =
      "flags such as AUTO_CLOSED, separated by spaces: one of " + List.of(Touchpoint.Flag.values());

  // A number with leading zeros is somebody's key, not a number.
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,17})(\\.\\d{1,18})?");

  private static final int MAX_SHARED = 1_000;

  private final Map<String, String> texts = new HashMap<>();
  private final List<String> names;
  private final int time;
  private final int event;
  private final int respondent;
  private final int resolution;

  private TouchpointColumns(List<String> names) {
    this.names = names;
    this.time = names.indexOf("time");
    this.event = names.indexOf("event");
    this.respondent = names.indexOf("respondent");
    this.resolution = names.indexOf("resolution");
  }

  /** Returns the columns of a header, or null after having noted every mistake in it. */
  static @Nullable TouchpointColumns of(List<String> header, List<String> mistakes) {
    List<String> names = header.stream().map(String::strip).toList();
    if (names.size() == 1 && names.get(0).contains(";")) {
      mistakes.add("the columns are separated by ';'; save the file with commas");
      return null;
    }
    Set<String> seen = new HashSet<>();
    Attributes attributes = Attributes.none();
    for (String each : names) {
      if (!seen.add(each)) {
        mistakes.add("the header names '" + each + "' twice; name each column once");
      } else if (!isKnown(each)) {
        try {
          attributes = attributes.with(attributeName(each), "");
        } catch (IllegalArgumentException e) {
          mistakes.add("the header: " + e.getMessage());
        }
      }
    }
    List<String> missing = new ArrayList<>(List.of(REQUIRED.split(",", -1)));
    missing.removeAll(names);
    if (!missing.isEmpty()) {
      mistakes.add("the header lacks '%s'; it needs at least %s"
          .formatted(String.join("' and '", missing), REQUIRED));
    }
    return mistakes.isEmpty() ? new TouchpointColumns(names) : null;
  }

  private static boolean isKnown(String name) {
    return switch (name) {
      case "time",
          "event",
          "respondent",
          "subject",
          "resolution",
          "parent",
          "locale",
          "zone",
          "closedBy",
          "memberSince",
          "flags" -> true;
      default -> Accountability.DIMENSIONS.contains(name);
    };
  }

  /** Returns what a line says, or null after having noted every mistake in it. */
  @Nullable
  TimedTouchpoint read(List<String> fields, List<String> mistakes) {
    if (fields.size() != names.size()) {
      mistakes.add(
          "the line has %d fields, but the header names %d; put texts with commas in quotes"
              .formatted(fields.size(), names.size()));
      return null;
    }
    int before = mistakes.size();
    Instant at = null;
    try {
      at = instant(field(fields, time));
      Touchpoint.of("any", "any").occurredAt(at);
    } catch (DateTimeException e) {
      mistakes.add("'time' must be " + TIME_RULE);
    } catch (IllegalArgumentException e) {
      mistakes.add("'time': " + e.getMessage());
    }
    Touchpoint touchpoint = null;
    try {
      touchpoint = Touchpoint.of(shared(field(fields, event)), field(fields, respondent));
    } catch (IllegalArgumentException e) {
      mistakes.add(String.valueOf(e.getMessage()));
      touchpoint = Touchpoint.of("any", "any");
    }
    for (int i = 0; i < names.size(); i++) {
      String text = field(fields, i);
      if (!text.isEmpty()) {
        touchpoint = with(touchpoint, names.get(i), text, fields, mistakes);
      }
    }
    return at == null || mistakes.size() > before ? null : new TimedTouchpoint(at, touchpoint);
  }

  private Touchpoint with(
      Touchpoint touchpoint, String name, String text, List<String> fields, List<String> mistakes) {
    // No message repeats a text: it may be somebody's name in the wrong column.
    try {
      return switch (name) {
        case "time", "event", "respondent", "resolution" -> touchpoint;
        case "subject" -> touchpoint.subject(text, resolution(fields));
        case "parent" -> touchpoint.parent(text);
        case "locale" ->
          touchpoint.locale(new Locale.Builder().setLanguageTag(text).build());
        case "zone" -> touchpoint.zone(ZoneId.of(text));
        case "closedBy" -> touchpoint.closedBy(text);
        case "memberSince" -> touchpoint.memberSince(instant(text));
        case "flags" -> flags(touchpoint, text);
        case "sla" -> touchpoint.accountable(a -> a.slaMet(slaMet(text)));
        default ->
          Accountability.DIMENSIONS.contains(name)
              ? touchpoint.accountable(a -> a.with(name, text))
              : attribute(touchpoint, attributeName(name), text);
      };
    } catch (NumberFormatException | DateTimeException | IllformedLocaleException e) {
      mistakes.add("'%s' must be %s"
          .formatted(name.equals("subject") ? "resolution" : name, expected(name)));
    } catch (IllegalArgumentException e) {
      mistakes.add("'" + name + "': " + e.getMessage());
    }
    return touchpoint;
  }

  private static String expected(String name) {
    return switch (name) {
      case "locale" -> "a language such as en or fr-CA";
      case "zone" -> "a time zone such as Europe/Paris";
      case "subject" -> "a whole number, 1 at first closing";
      default -> TIME_RULE;
    };
  }

  /** Returns one and the same text for equal ones, as long as there are few. */
  private String shared(String text) {
    String known = texts.get(text);
    if (known == null && texts.size() < MAX_SHARED) {
      texts.put(text, text);
    }
    return known == null ? text : known;
  }

  private static String attributeName(String column) {
    return column.startsWith(ATTRIBUTE) ? column.substring(ATTRIBUTE.length()) : column;
  }

  private int resolution(List<String> fields) {
    String text = resolution < 0 ? "" : field(fields, resolution);
    return text.isEmpty() ? 1 : Integer.parseInt(text);
  }

  private static Touchpoint flags(Touchpoint touchpoint, String text) {
    Touchpoint flagged = touchpoint;
    for (String each : text.strip().split("[ ;|]+", -1)) {
      String name = each.toUpperCase(Locale.ROOT).replace('-', '_');
      Touchpoint.Flag flag = null;
      for (Touchpoint.Flag known : Touchpoint.Flag.values()) {
        flag = known.name().equals(name) ? known : flag;
      }
      if (flag == null) {
        throw new IllegalArgumentException("must be " + FLAG_RULE);
      }
      flagged = flagged.flag(flag);
    }
    return flagged;
  }

  private static boolean slaMet(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "met", "true" -> true;
      case "missed", "false" -> false;
      default -> throw new IllegalArgumentException("must be met or missed");
    };
  }

  private static Touchpoint attribute(Touchpoint touchpoint, String name, String text) {
    if (text.equals("true") || text.equals("false")) {
      return touchpoint.attribute(name, text.equals("true"));
    }
    if (NUMBER.matcher(text).matches()) {
      return touchpoint.attribute(name, new BigDecimal(text));
    }
    if (text.length() >= 17 && text.charAt(4) == '-' && text.charAt(10) == 'T') {
      try {
        return touchpoint.attribute(name, instant(text));
      } catch (DateTimeException e) {
        // A text that begins like a time is a text.
      }
    }
    return touchpoint.attribute(name, text);
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static String field(List<String> fields, int index) {
    return fields.get(index).strip();
  }
}
