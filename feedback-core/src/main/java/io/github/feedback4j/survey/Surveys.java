package io.github.feedback4j.survey;

import io.github.feedback4j.survey.Question.Presentation;

/**
 * Ready-made surveys in English and French, to be given a key and a trigger.
 *
 * <p>Each asks one required question and one optional comment; the comment's id is {@value #COMMENT}.
 *
 * @since 0.1
 */
public final class Surveys {

  /** The id of the comment question. */
  public static final String COMMENT = "comment";

  private Surveys() {}

  /**
   * Returns a satisfaction survey: the question {@code satisfaction} on the 1 to 5 scale, every point
   * labelled, and a comment.
   */
  public static Survey csat(String key) {
    return Survey.of(
        key,
        Question.rating(
                "satisfaction",
                text(
                    "How satisfied are you with the way we handled this?",
                    "Dans quelle mesure êtes-vous satisfait(e) de la façon dont nous avons traité votre demande ?"),
                MetricDefinition.csat())
            .label(1, text("Very dissatisfied", "Très insatisfait(e)"))
            .label(2, text("Dissatisfied", "Insatisfait(e)"))
            .label(
                3, text("Neither satisfied nor dissatisfied", "Ni satisfait(e) ni insatisfait(e)"))
            .label(4, text("Satisfied", "Satisfait(e)"))
            .label(5, text("Very satisfied", "Très satisfait(e)"))
            .asRequired(),
        comment(
            "What is the main reason for your rating?",
            "Quelle est la principale raison de votre note ?"));
  }

  /**
   * Returns a recommendation survey: the question {@code recommend} on the 0 to 10 scale, and a
   * comment.
   */
  public static Survey nps(String key) {
    return Survey.of(
        key,
        Question.rating(
                "recommend",
                text(
                    "How likely are you to recommend our service to a colleague?",
                    "Quelle est la probabilité que vous recommandiez notre service à un(e) collègue ?"),
                MetricDefinition.nps())
            .label(0, text("Not at all likely", "Pas du tout probable"))
            .label(10, text("Extremely likely", "Extrêmement probable"))
            .asRequired(),
        comment(
            "What is the main reason for your score?",
            "Quelle est la principale raison de votre note ?"));
  }

  /**
   * Returns an effort survey (CES 2.0): the question {@code effort}, agreement with "made it easy for
   * me" on the 1 to 7 scale, every point labelled, and a comment.
   */
  public static Survey ces(String key) {
    return Survey.of(
        key,
        Question.rating(
                "effort",
                text(
                    "Do you agree? The support team made it easy for me to get my issue handled.",
                    "Êtes-vous d’accord avec l’affirmation suivante ? L’équipe d’assistance a facilité la résolution de mon problème."),
                MetricDefinition.ces())
            .label(1, text("Strongly disagree", "Pas du tout d’accord"))
            .label(2, text("Disagree", "Pas d’accord"))
            .label(3, text("Somewhat disagree", "Plutôt pas d’accord"))
            .label(4, text("Neither agree nor disagree", "Ni d’accord ni pas d’accord"))
            .label(5, text("Somewhat agree", "Plutôt d’accord"))
            .label(6, text("Agree", "D’accord"))
            .label(7, text("Strongly agree", "Tout à fait d’accord"))
            .asRequired(),
        comment(
            "What would have made it easier?", "Qu’est-ce qui vous aurait facilité les choses ?"));
  }

  /** Returns a thumbs survey: the question {@code helpful}, 0 for down and 1 for up, and a comment. */
  public static Survey thumbs(String key) {
    return Survey.of(
        key,
        Question.rating(
                "helpful",
                text("Was this helpful?", "Cela vous a-t-il été utile ?"),
                MetricDefinition.thumbs())
            .label(0, text("No", "Non"))
            .label(1, text("Yes", "Oui"))
            .shownAs(Presentation.THUMBS)
            .asRequired(),
        comment("What could be better?", "Que pourrions-nous améliorer ?"));
  }

  /**
   * Returns a survey about lost working time: the question {@code lostTime} in minutes, up to a working
   * week, and a comment.
   */
  public static Survey lostTime(String key) {
    return Survey.of(
        key,
        Question.lostTime(
                "lostTime",
                text(
                    "How much working time did this issue cost you, in minutes?",
                    "Combien de minutes de travail ce problème vous a-t-il fait perdre ?"))
            .asRequired(),
        comment(
            "What cost you the most time?", "Qu’est-ce qui vous a fait perdre le plus de temps ?"));
  }

  private static Question comment(String english, String french) {
    return Question.text(COMMENT, text(english, french));
  }

  private static LocalizedText text(String english, String french) {
    return LocalizedText.of("en", english, "fr", frenchSpacing(french));
  }

  /** French puts a no-break space before "?", ":" and "!", so that the mark never starts a line. */
  private static String frenchSpacing(String french) {
    return french.replace(" ?", "\u00a0?").replace(" :", "\u00a0:").replace(" !", "\u00a0!");
  }
}
