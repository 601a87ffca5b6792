package io.github.feedback4j.examples;

import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the page and its numbers, in one language. */
final class FatigueWords {

  private final Locale locale;
  private final ResourceBundle bundle;

  FatigueWords(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle(
        "examples.fatigue",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String language() {
    return locale.getLanguage();
  }

  /** Returns the text of a key, with these in the place of {0}, {1} and so on. */
  String text(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  String count(long count) {
    return number(0).format(count);
  }

  /** Returns a number without its decimals. */
  String count(double count) {
    return number(0).format(count);
  }

  String percent(double share) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setRoundingMode(RoundingMode.HALF_UP);
    format.setMaximumFractionDigits(share > 0 && share < 0.0995 ? 1 : 0);
    return format.format(share);
  }

  String days(double days) {
    return text("days", number(1).format(days));
  }

  /** Returns how much something grew, with its sign. */
  String signed(double difference, int decimals) {
    double rounded =
        Double.parseDouble(String.format(Locale.ROOT, "%." + decimals + "f", difference));
    String digits = number(decimals).format(Math.abs(rounded));
    return rounded == 0 ? "0" : (rounded > 0 ? "+" : "\u2212") + digits;
  }

  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(locale)
        .format(day);
  }

  /** Returns a day for an axis, without the year. */
  String shortDay(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMM", locale).format(day);
  }

  private NumberFormat number(int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setRoundingMode(RoundingMode.HALF_UP);
    format.setMaximumFractionDigits(decimals);
    return format;
  }
}
