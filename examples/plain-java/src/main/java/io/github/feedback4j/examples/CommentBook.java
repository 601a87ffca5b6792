package io.github.feedback4j.examples;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Puts comments together from the clauses of {@code examples/comments.csv}, in English or French.
 *
 * <p>The reason fits the ticket most of the time: people with a VPN ticket complain about the
 * network, some with a ticket about printing about the printer, the late ones about speed. One
 * comment in {@value #ONE_IN_CONTACT} ends with an e-mail address or a phone number, so that redaction has work.
 */
final class CommentBook {

  private static final int ONE_IN_CONTACT = 14;

  private static final double OF_SERVICE = 0.4;
  private static final double ELSEWHERE = 0.2;

  /** What any ticket may bring up. */
  private static final List<String> OTHER_REASONS =
      List.of("expectations", "portal", "knowledge", "changes", "security");

  private final List<Clause> clauses;

  private record Clause(String language, String mood, String reason, String text) {}

  /**
   * What somebody says.
   *
   * @param reason what it is about, in most cases the id of a theme
   * @param text the comment; blank if they say nothing
   */
  record Comment(String reason, String text) {

    static final Comment NONE = new Comment("none", "");
  }

  private CommentBook(List<Clause> clauses) {
    this.clauses = clauses;
  }

  /** Returns the book of this example. */
  static CommentBook load() {
    List<Clause> clauses = new ArrayList<>();
    try (InputStream file = CommentBook.class.getResourceAsStream("/examples/comments.csv")) {
      if (file == null) {
        throw new IllegalStateException("examples/comments.csv is not on the class path");
      }
      CsvReader.builder()
          .commentStrategy(CommentStrategy.SKIP)
          .ofNamedCsvRecord(file, StandardCharsets.UTF_8)
          .forEach(each -> clauses.add(clause(each)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CommentBook(clauses);
  }

  private static Clause clause(NamedCsvRecord line) {
    return new Clause(
        line.getField("language"),
        line.getField("mood"),
        line.getField("reason"),
        line.getField("text"));
  }

  /**
   * Returns what a person says about this ticket.
   *
   * @param dice as many throws as ever, whatever {@code topicDice} say, since others use them too
   * @param topicDice decide whether the comment is about the service of the ticket, or about something
   *     that any ticket may bring up
   */
  Comment comment(Experience experience, Dice dice, Dice topicDice) {
    Ticket ticket = experience.ticket();
    String language = language(ticket);
    String mood = mood(experience.satisfaction());
    String reason = topic(reason(ticket, mood, dice), ticket, mood, topicDice);
    String text = pick(language, mood, reason, dice);
    if (mood.equals("bad") && ticket.slaMet() && dice.chance(0.3)) {
      // The watermelon in one sentence: the ticket was handled well, the service is bad.
      String praise = pick(language, "good", dice.one(List.of("speed", "friendliness")), dice);
      text = praise + (language.equals("fr") ? ", mais " : ", but ") + text;
    }
    String comment = sentence(text);
    if (dice.below(ONE_IN_CONTACT) == 0) {
      comment += " " + sentence(pick(language, "any", "contact", dice));
    }
    return new Comment(reason, comment);
  }

  /** Returns what a person says who is tired of the new travel expenses, whatever the ticket. */
  Comment onExpenses(Ticket ticket, Dice dice) {
    return new Comment("expenses", sentence(pick(language(ticket), "any", "expenses", dice)));
  }

  private static String language(Ticket ticket) {
    return ticket.language().startsWith("fr") ? "fr" : "en";
  }

  private static String mood(double satisfaction) {
    return satisfaction >= 3.5 ? "good" : satisfaction >= 2.7 ? "middle" : "bad";
  }

  private static String reason(Ticket ticket, String mood, Dice dice) {
    if (mood.equals("middle")) {
      return dice.one(List.of("none", "speed", "communication"));
    }
    boolean good = mood.equals("good");
    String ofService = switch (ticket.service()) {
      case "VPN" -> "network";
      case "Laptops" -> "hardware";
      case "Accounts" -> "access";
      default -> "";
    };
    if (!ofService.isEmpty() && dice.chance(0.7)) {
      return ofService;
    }
    if (good) {
      return dice.one(List.of(
          "speed",
          "friendliness",
          "expertise",
          "resolution",
          "communication",
          "follow-up",
          "none"));
    }
    boolean slow = (!ticket.slaMet() || ticket.channel().equals("phone")) && dice.chance(0.6);
    return slow ? "speed" : dice.one(List.of("speed", "communication", "follow-up", "resolution"));
  }

  /** Returns the reason or, in its place, the ticket's service or something that it brought up. */
  private static String topic(String reason, Ticket ticket, String mood, Dice dice) {
    String ofService = switch (ticket.service()) {
      case "E-mail" -> "email";
      case "ERP" -> "software";
      case "Meeting rooms" -> "meeting-rooms";
      case "Mobiles" -> "mobiles";
      case "Printing" -> "printing";
      default -> "";
    };
    if (mood.equals("middle") || ofService.isEmpty()) {
      return reason;
    }
    if (dice.chance(OF_SERVICE)) {
      return ofService;
    }
    return dice.chance(ELSEWHERE) ? dice.one(OTHER_REASONS) : reason;
  }

  private String pick(String language, String mood, String reason, Dice dice) {
    List<String> fitting = clauses.stream()
        .filter(each -> each.language().equals(language))
        .filter(each -> each.mood().equals(mood))
        .filter(each -> each.reason().equals(reason))
        .map(Clause::text)
        .toList();
    return dice.one(fitting);
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }
}
