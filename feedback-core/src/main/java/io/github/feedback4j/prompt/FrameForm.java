package io.github.feedback4j.prompt;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What many contacts have in common, as bytes: flags, and as they announce survey, event, version,
 * probability, dimensions and language.
 */
record FrameForm(
    String survey,
    String event,
    int version,
    double probability,
    Accountability accountability,
    @Nullable Locale locale) {

  /** What the bits of the dimension mask mean; not {@link Accountability#DIMENSIONS}, which may grow. */
  private static final List<String> DIMENSIONS =
      List.of("team", "channel", "sla", "service", "agent", "priority", "location", "change");

  private static final int EVENT = 1;
  private static final int FIRST_VERSION = 1 << 1;
  private static final int PROBABILITY = 1 << 2;
  private static final int MASK = 1 << 3;
  private static final int LOCALE = 1 << 4;
  private static final int LOCALE_PARTS = 1 << 5;
  private static final int VERSION = 1 << 6;
  private static final int FLAGS = (1 << 7) - 1;

  /** Languages whose codes were changed, which locales turn into each other. */
  private static final Set<String> RENAMED = Set.of("iw", "he", "in", "id", "ji", "yi");

  /** Returns whether the frame of an invitation is likely to be that of others too. */
  static boolean isCommon(Invitation invitation) {
    double probability = invitation.inclusionProbability() * HistoryOutput.PROBABILITY_UNITS;
    return probability == Math.rint(probability)
        && !invitation.accountability().dimensions().containsKey("change");
  }

  static void write(Invitation invitation, HistoryOutput out, Words words) {
    Map<String, String> dimensions = invitation.accountability().dimensions();
    Locale locale = invitation.locale();
    boolean byTag = locale != null && isTag(locale);
    int version = invitation.surveyVersion();
    int flags = flag(EVENT, !invitation.event().isEmpty())
        | flag(FIRST_VERSION, version == 1)
        | flag(VERSION, version != 0 && version != 1)
        | flag(PROBABILITY, invitation.inclusionProbability() != 1)
        | flag(MASK, !dimensions.isEmpty())
        | flag(LOCALE, byTag)
        | flag(LOCALE_PARTS, locale != null && !byTag);
    out.number(flags);
    words.common(out, invitation.survey());
    if (has(flags, EVENT)) {
      words.common(out, invitation.event());
    }
    if (has(flags, VERSION)) {
      out.integer(version);
    }
    if (has(flags, PROBABILITY)) {
      out.probability(invitation.inclusionProbability());
    }
    if (has(flags, MASK)) {
      writeDimensions(dimensions, out, words);
    }
    if (locale != null && byTag) {
      words.common(out, locale.toLanguageTag());
    } else if (locale != null) {
      words.common(out, locale.getLanguage());
      words.common(out, locale.getCountry());
      words.common(out, locale.getVariant());
    }
  }

  private static void writeDimensions(
      Map<String, String> dimensions, HistoryOutput out, Words words) {
    int mask = 0;
    for (int i = 0; i < DIMENSIONS.size(); i++) {
      mask |= dimensions.containsKey(DIMENSIONS.get(i)) ? 1 << i : 0;
    }
    out.number(mask);
    for (int i = 0; i < DIMENSIONS.size(); i++) {
      String value = dimensions.get(DIMENSIONS.get(i));
      if (value != null) {
        words.common(out, value);
      }
    }
  }

  /** Reads the survey of a frame, null if its person opened it, so that no gate may see it. */
  static @Nullable String visibleSurvey(HistoryInput frame, Words words) {
    long flags = frame.number();
    String survey = words.text(frame);
    boolean hidden = has(flags, EVENT) && words.text(frame).equals(Invitation.ON_DEMAND);
    return hidden ? null : survey;
  }

  static FrameForm read(HistoryInput in, Words words) {
    long flags = in.number();
    if ((flags & ~FLAGS) != 0) {
      throw HistoryInput.damaged("a contact has unknown flags of a frame");
    }
    return new FrameForm(
        words.text(in),
        has(flags, EVENT) ? words.text(in) : "",
        has(flags, VERSION) ? in.integer() : has(flags, FIRST_VERSION) ? 1 : 0,
        has(flags, PROBABILITY) ? in.probability() : 1,
        has(flags, MASK) ? readDimensions(in, words) : Accountability.none(),
        readLocale(in, flags, words));
  }

  private static Accountability readDimensions(HistoryInput in, Words words) {
    long mask = in.number();
    if (mask >>> DIMENSIONS.size() != 0) {
      throw HistoryInput.damaged("a contact has unknown dimensions");
    }
    Map<String, String> dimensions = new HashMap<>();
    for (int i = 0; i < DIMENSIONS.size(); i++) {
      if ((mask & (1L << i)) != 0) {
        dimensions.put(DIMENSIONS.get(i), words.text(in));
      }
    }
    return Accountability.of(dimensions);
  }

  private static @Nullable Locale readLocale(HistoryInput in, long flags, Words words) {
    if (has(flags, LOCALE)) {
      return Locale.forLanguageTag(words.text(in));
    }
    return has(flags, LOCALE_PARTS)
        ? new Locale(words.text(in), words.text(in), words.text(in))
        : null;
  }

  /** Returns whether the language tag of a locale says all of it; that of an ill-formed one does not. */
  private static boolean isTag(Locale locale) {
    return isPlain(locale) || Locale.forLanguageTag(locale.toLanguageTag()).equals(locale);
  }

  /** Returns whether a locale is one of the usual ones, for which no tag has to be parsed. */
  private static boolean isPlain(Locale locale) {
    String language = locale.getLanguage();
    String country = locale.getCountry();
    return language.length() == 2
        && isBetween(language, 'a', 'z')
        && !RENAMED.contains(language)
        && (country.isEmpty() || (country.length() == 2 && isBetween(country, 'A', 'Z')))
        && locale.getVariant().isEmpty()
        && locale.getScript().isEmpty()
        && !locale.hasExtensions();
  }

  private static boolean isBetween(String text, char first, char last) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < first || text.charAt(i) > last) {
        return false;
      }
    }
    return true;
  }

  private static int flag(int flag, boolean set) {
    return set ? flag : 0;
  }

  private static boolean has(long flags, int flag) {
    return (flags & flag) != 0;
  }
}
