package io.github.feedback4j.examples;

import io.github.feedback4j.survey.FactorsQuestion;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays the people who are asked: they answer, close the question, put it off, or ignore it.
 *
 * <p>Of 100 questions 92 are seen, between one minute and two days after the ticket was closed.
 * Whoever sees one answers with a probability of {@value #ANSWERS}, plus {@value #UNHAPPY_MORE} if
 * clearly unhappy (satisfaction up to 2.5) and plus {@value #DELIGHTED_MORE} if delighted (from
 * 4.6): people at both ends answer a bit more, as they do in life. The others close the question
 * ({@value #CLOSES}), say "not now" ({@value #PUTS_OFF}) or "don't ask again" ({@value #OPTS_OUT}),
 * or leave it alone.
 *
 * <p>From a given day on, {@value #ON_EXPENSES} of the comments are about the new travel expenses and
 * nothing else, whatever the ticket and the satisfaction with it: something that people begin to speak of.
 *
 * <p>An answer is the person's satisfaction, rounded to a point of the scale after a little noise.
 * Seeded: the same seed and the same questions give the same answers.
 */
final class RespondentModel {

  private static final double SEES = 0.92;
  private static final double ANSWERS = 0.48;
  private static final double UNHAPPY_MORE = 0.12;
  private static final double DELIGHTED_MORE = 0.08;
  private static final double CLOSES = 0.15;
  private static final double PUTS_OFF = 0.08;
  private static final double OPTS_OUT = 0.015;

  private static final double CHOOSES = 0.75;
  private static final double MEANS_IT = 0.9;
  private static final double ON_EXPENSES = 0.06;

  private final Dice dice;
  /** Dice of their own, so that a choice in the survey changes no rating and no comment. */
  private final Dice choiceDice;

  /** And others for what only the unhappy are asked. */
  private final Dice troubleDice;

  /** And others for what a comment is about. */
  private final Dice topicDice;

  /** And others for whether people choose what they say. */
  private final Dice factorDice;

  /** And others for what is new. */
  private final Dice newsDice;

  private final Instant newExpenses;

  private final CommentBook comments = CommentBook.load();

  /** Makes people who never hear of new travel expenses. */
  RespondentModel(long seed) {
    this(seed, Instant.MAX);
  }

  /**
   * Makes people.
   *
   * @param newExpenses when they get new travel expenses
   */
  RespondentModel(long seed, Instant newExpenses) {
    this.newExpenses = newExpenses;
    dice = new Dice(seed);
    choiceDice = new Dice(seed + 1);
    troubleDice = new Dice(seed + 2);
    topicDice = new Dice(seed + 3);
    factorDice = new Dice(seed + 4);
    newsDice = new Dice(seed + 5);
  }

  /** What somebody does with a question. */
  enum Act {
    NEVER_SEES,
    IGNORES,
    ANSWERS,
    CLOSES,
    PUTS_OFF,
    OPTS_OUT
  }

  /**
   * What somebody does with a question, and when.
   *
   * @param act what they do
   * @param seenAfter how long after the invitation they see it
   * @param actsAfter how long after that they act
   * @param rating the point of the scale they choose, if they answer
   * @param comment what they say, if they answer
   */
  record Reaction(
      Act act, Duration seenAfter, Duration actsAfter, int rating, CommentBook.Comment comment) {}

  /** Returns what the requester of this ticket does when asked for a rating of this metric. */
  Reaction react(Experience experience, MetricDefinition metric) {
    Duration seenAfter = Duration.ofSeconds((long) dice.between(60, 2 * 86_400));
    Duration actsAfter = Duration.ofSeconds((long) dice.between(15, 240));
    int rating = rating(experience.satisfaction(), metric);
    CommentBook.Comment comment =
        speaks(experience.satisfaction()) ? comment(experience) : CommentBook.Comment.NONE;
    return new Reaction(act(experience.satisfaction()), seenAfter, actsAfter, rating, comment);
  }

  private CommentBook.Comment comment(Experience experience) {
    CommentBook.Comment comment = comments.comment(experience, dice, topicDice);
    Ticket ticket = experience.ticket();
    boolean speaksOfExpenses =
        !ticket.closedAt().isBefore(newExpenses) && newsDice.chance(ON_EXPENSES);
    return speaksOfExpenses ? comments.onExpenses(ticket, newsDice) : comment;
  }

  private Act act(double satisfaction) {
    if (!dice.chance(SEES)) {
      return Act.NEVER_SEES;
    }
    double answers = ANSWERS;
    answers += satisfaction <= 2.5 ? UNHAPPY_MORE : satisfaction >= 4.6 ? DELIGHTED_MORE : 0;
    double ignores = 1 - answers - CLOSES - PUTS_OFF - OPTS_OUT;
    Act[] acts = {Act.ANSWERS, Act.CLOSES, Act.PUTS_OFF, Act.OPTS_OUT, Act.IGNORES};
    return acts[dice.weighted(answers, CLOSES, PUTS_OFF, OPTS_OUT, ignores)];
  }

  private int rating(double satisfaction, MetricDefinition metric) {
    int lowest = metric.scale().min();
    int highest = metric.scale().max();
    double share = (satisfaction - 1 + 0.25 * dice.normal()) / 4;
    long point = Math.round(lowest + share * (highest - lowest));
    return (int) Math.max(lowest, Math.min(highest, point));
  }

  /**
   * Returns what the requester of this ticket chooses, or null if they leave the question out.
   *
   * <p>Half of those who waited too long choose {@code speed}, if there is such a choice; all others
   * choose anything. But {@value #MEANS_IT} of those who comment stay with the reason of the comment, if
   * it is a choice, and leave the question out if it is none.
   */
  @Nullable
  String choose(Experience experience, Question.SingleChoice question, Reaction reaction) {
    if (!choiceDice.chance(CHOOSES)) {
      return null;
    }
    List<String> choices = question.choices().stream().map(Question.Choice::id).toList();
    boolean hurried = !experience.ticket().slaMet() && choices.contains("speed");
    String any = hurried && choiceDice.chance(0.5) ? "speed" : choiceDice.one(choices);
    if (meansIt(reaction)) {
      String reason = reaction.comment().reason();
      return choices.contains(reason) ? reason : null;
    }
    return any;
  }

  private boolean meansIt(Reaction reaction) {
    return !reaction.comment().text().isEmpty() && factorDice.chance(MEANS_IT);
  }

  /**
   * Returns what the requester of this ticket says was behind a rating: nothing, one or two things.
   *
   * <p>Half of those who waited too long name the first option of the band; all others choose anything.
   * But {@value #MEANS_IT} of those who comment stay with the reason of the comment, if it is an option,
   * and choose nothing if it is none.
   */
  List<String> blame(Experience experience, FactorsQuestion question, Reaction reaction) {
    List<String> options =
        question.choices(reaction.rating()).stream().map(Question.Choice::id).toList();
    if (!troubleDice.chance(CHOOSES)) {
      return List.of();
    }
    boolean waited = !experience.ticket().slaMet() && troubleDice.chance(0.5);
    String first = waited ? options.get(0) : troubleDice.one(options);
    String second = troubleDice.one(options);
    boolean isOne = question.atMost() == 1 || second.equals(first) || troubleDice.chance(0.5);
    if (meansIt(reaction)) {
      String reason = reaction.comment().reason();
      return options.contains(reason) ? List.of(reason) : List.of();
    }
    return isOne ? List.of(first) : List.of(first, second);
  }

  /** Returns the lost minutes as people tell them, in round numbers; waiting too long costs more. */
  int lostMinutes(Experience experience) {
    int quarters = experience.ticket().slaMet() ? 8 : 24;
    return 15 * (1 + troubleDice.below(quarters));
  }

  /** The unhappy explain themselves more often than the others. */
  private boolean speaks(double satisfaction) {
    return dice.chance(satisfaction <= 2.5 ? 0.8 : satisfaction >= 4.6 ? 0.6 : 0.5);
  }
}
