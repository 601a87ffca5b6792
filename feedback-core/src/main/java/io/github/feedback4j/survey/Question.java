package io.github.feedback4j.survey;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One question of a survey: a rating, a text, a choice of one option, or one of the rarer kinds that
 * stand beside this type.
 *
 * <p>Ids match {@code [A-Za-z0-9_-]{1,64}}, are unique in a survey and never reused for another
 * meaning. Make a question with a factory, shape it, and give it its rules last: {@code
 * Question.text("why", …).withMaxLength(500).visibleWhen(…)}.
 *
 * @since 0.1
 */
public sealed interface Question
    permits Question.Rating,
        Question.Text,
        Question.SingleChoice,
        MultiChoiceQuestion,
        MatrixQuestion,
        RankingQuestion,
        ConsentQuestion,
        LostTimeQuestion,
        ExpectationQuestion,
        FactorsQuestion,
        StatementQuestion {

  /** Returns the id under which the answer is kept. */
  String id();

  /** Returns what is asked. */
  LocalizedText text();

  /** Returns when it is shown, when it is required, and what comes next. */
  QuestionRules rules();

  /** Returns this question with other rules. */
  Question withRules(QuestionRules rules);

  /** Returns whether a complete response must answer it whenever it is shown. */
  default boolean required() {
    return rules().required();
  }

  /** Returns this question with the answer required. */
  default Question asRequired() {
    return withRules(rules().withRequired(true));
  }

  /** Returns this question with the answer required when {@code condition} holds. */
  default Question requiredWhen(Condition condition) {
    return withRules(rules().withRequiredWhen(condition));
  }

  /** Returns this question with the answer required after a rating of {@code score} or less. */
  default Question requiredUpTo(String rating, int score) {
    return requiredWhen(Condition.not(Condition.gt(answerTo(rating), score)));
  }

  /** Returns this question shown only when {@code condition} holds. */
  default Question visibleWhen(Condition condition) {
    return withRules(rules().withVisibleWhen(condition));
  }

  /** Returns this question with jumps, of which the first that applies is taken. */
  default Question next(Jump... jumps) {
    return withRules(rules().withNext(jumps));
  }

  /**
   * Returns the name under which conditions see the answer to an earlier question: {@code
   * answer.satisfaction}.
   *
   * <p>Ratings, expectations and lost minutes are numbers; a choice is the id of the option, several
   * choices and rankings are lists of ids; a text is itself, cut after {@value
   * AttributeValue#MAX_TEXT} characters; a consent is yes or no.
   *
   * @throws IllegalArgumentException if the id is longer than 57 characters
   */
  static String answerTo(String question) {
    return Ids.requireName("name of an answer", SurveyFlow.ANSWER + question);
  }

  /** Returns the name under which conditions see one row of a matrix: {@code answer.service.speed}. */
  static String answerTo(String matrix, String row) {
    return answerTo(matrix + "." + row);
  }

  /** Returns a rating that feeds {@code metric}, not required, shown as numbers, without labels. */
  static Rating rating(String id, LocalizedText text, MetricDefinition metric) {
    return new Rating(id, text, QuestionRules.none(), metric, Presentation.NUMBERS, Map.of());
  }

  /** Returns a text question, not required, of at most {@value Text#DEFAULT_MAX_LENGTH} characters. */
  static Text text(String id, LocalizedText text) {
    return new Text(id, text, QuestionRules.none(), Text.Size.LONG, 0, Text.DEFAULT_MAX_LENGTH);
  }

  /** Returns a choice of one of these options, not required. */
  static SingleChoice singleChoice(String id, LocalizedText text, Choice... choices) {
    return new SingleChoice(id, text, QuestionRules.none(), Options.of(List.of(choices)));
  }

  /** Returns a choice of one or more of these options, not required. */
  static MultiChoiceQuestion multiChoice(String id, LocalizedText text, Choice... choices) {
    Options options = Options.of(List.of(choices));
    return new MultiChoiceQuestion(id, text, QuestionRules.none(), options, 1, options.size());
  }

  /** Returns rows that are rated on the scale of {@code metric}, not required, without labels. */
  static MatrixQuestion matrix(
      String id, LocalizedText text, MetricDefinition metric, Choice... rows) {
    return new MatrixQuestion(id, text, QuestionRules.none(), List.of(rows), metric, Map.of());
  }

  /** Returns options to be put in order, all of them, not required. */
  static RankingQuestion ranking(String id, LocalizedText text, Choice... choices) {
    Options options = Options.of(List.of(choices));
    return new RankingQuestion(id, text, QuestionRules.none(), options, options.size());
  }

  /** Returns a question for consent, not required. */
  static ConsentQuestion consent(String id, LocalizedText text) {
    return new ConsentQuestion(id, text, QuestionRules.none());
  }

  /**
   * Returns a question for lost working time, not required, from 0 to {@value
   * LostTimeQuestion#DEFAULT_MAX} minutes.
   */
  static LostTimeQuestion lostTime(String id, LocalizedText text) {
    return new LostTimeQuestion(id, text, QuestionRules.none(), 0, LostTimeQuestion.DEFAULT_MAX);
  }

  /** Returns a rating of what was expected of {@code metric}, not required, shown as numbers. */
  static ExpectationQuestion expectation(String id, LocalizedText text, MetricDefinition metric) {
    return new ExpectationQuestion(
        id, text, QuestionRules.none(), null, metric, Presentation.NUMBERS, Map.of());
  }

  /** Returns what stood behind an earlier rating, not required, any number of the options. */
  static FactorsQuestion factors(
      String id, LocalizedText text, String of, FactorsQuestion.Band... bands) {
    List<FactorsQuestion.Band> all = List.of(bands);
    int widest = all.stream().mapToInt(each -> each.choices().size()).max().orElse(1);
    return new FactorsQuestion(id, text, QuestionRules.none(), of, all, widest);
  }

  /** Returns something to read. */
  static StatementQuestion statement(
      String id, LocalizedText text, StatementQuestion.Link... links) {
    return new StatementQuestion(id, text, QuestionRules.none(), List.of(links));
  }

  /** How the points of a rating look. */
  enum Presentation {
    /** Numbers, the default. */
    NUMBERS,
    /** Stars. */
    STARS,
    /** Smileys, always with their text. */
    SMILEYS,
    /** Thumbs, for two points. */
    THUMBS
  }

  /**
   * A question that is answered with a point of a scale.
   *
   * @param id the question's id
   * @param text what is asked
   * @param rules when it is shown, when it is required, and what comes next
   * @param metric what the answer feeds; its scale is the question's scale
   * @param presentation how the points look
   * @param labels the texts of points, by point; scales with a label at both ends are understood best
   */
  record Rating(
      String id,
      LocalizedText text,
      QuestionRules rules,
      MetricDefinition metric,
      Presentation presentation,
      Map<Integer, LocalizedText> labels)
      implements Question {

    /** Checks that the labels are on the scale and that thumbs have two points. */
    public Rating {
      Ids.requireId("question id", id);
      labels = Points.requireLabels(id, metric, labels);
      Points.requireLook(id, metric, presentation);
    }

    /** Returns the scale of the metric. */
    public Scale scale() {
      return metric.scale();
    }

    /** Returns this question with a text at one point. */
    public Rating label(int point, LocalizedText label) {
      Map<Integer, LocalizedText> copy = new TreeMap<>(labels);
      copy.put(point, label);
      return new Rating(id, text, rules, metric, presentation, copy);
    }

    /** Returns this question with another look. */
    public Rating shownAs(Presentation presentation) {
      return new Rating(id, text, rules, metric, presentation, labels);
    }

    @Override
    public Rating withRules(QuestionRules rules) {
      return new Rating(id, text, rules, metric, presentation, labels);
    }

    @Override
    public Rating asRequired() {
      return withRules(rules.withRequired(true));
    }
  }

  /**
   * A question that is answered in the respondent's own words.
   *
   * @param id the question's id
   * @param text what is asked
   * @param rules when it is shown, when it is required, and what comes next
   * @param size how much room it is given
   * @param minLength the least length of an answer in UTF-16 units, 0 up to {@code maxLength}
   * @param maxLength the greatest length of an answer in UTF-16 units, 1 to {@value #MAX_LENGTH}
   */
  record Text(
      String id, LocalizedText text, QuestionRules rules, Size size, int minLength, int maxLength)
      implements Question {

    /** The greatest length of an answer unless said otherwise. */
    public static final int DEFAULT_MAX_LENGTH = 4_000;

    /** The greatest length that a question may allow. */
    public static final int MAX_LENGTH = 100_000;

    /** How much room an answer is given. */
    public enum Size {
      /** One line. */
      SHORT,
      /** Several lines, the default. */
      LONG
    }

    /** Checks the lengths. */
    public Text {
      Ids.requireId("question id", id);
      if (maxLength < 1 || maxLength > MAX_LENGTH) {
        throw new IllegalArgumentException(
            "question '%s': maxLength must be between 1 and %d, but was %d"
                .formatted(id, MAX_LENGTH, maxLength));
      }
      if (minLength < 0 || minLength > maxLength) {
        throw new IllegalArgumentException(
            "question '%s': minLength must be between 0 and maxLength (%d), but was %d"
                .formatted(id, maxLength, minLength));
      }
    }

    /** Returns this question for one line. */
    public Text asShort() {
      return new Text(id, text, rules, Size.SHORT, minLength, maxLength);
    }

    /** Returns this question with another least length. */
    public Text withMinLength(int minLength) {
      return new Text(id, text, rules, size, minLength, maxLength);
    }

    /** Returns this question with another greatest length. */
    public Text withMaxLength(int maxLength) {
      return new Text(id, text, rules, size, minLength, maxLength);
    }

    @Override
    public Text withRules(QuestionRules rules) {
      return new Text(id, text, rules, size, minLength, maxLength);
    }

    @Override
    public Text asRequired() {
      return withRules(rules.withRequired(true));
    }
  }

  /**
   * A question that is answered with one of several options.
   *
   * @param id the question's id
   * @param text what is asked
   * @param rules when it is shown, when it is required, and what comes next
   * @param options what can be chosen, 2 to {@value Options#MAX}
   */
  record SingleChoice(String id, LocalizedText text, QuestionRules rules, Options options)
      implements Question {

    /** Checks the options. */
    public SingleChoice {
      Ids.requireId("question id", id);
      options.require(id, 2);
    }

    /** Returns the options in the order written, without the open one. */
    public List<Choice> choices() {
      return options.choices();
    }

    /** Returns this question with an open option at the end. */
    public SingleChoice withOther(LocalizedText other) {
      return new SingleChoice(id, text, rules, options.withOther(other));
    }

    /** Returns this question with an order of the options for each invitation. */
    public SingleChoice shuffled() {
      return new SingleChoice(id, text, rules, options.asShuffled());
    }

    @Override
    public SingleChoice withRules(QuestionRules rules) {
      return new SingleChoice(id, text, rules, options);
    }

    @Override
    public SingleChoice asRequired() {
      return withRules(rules.withRequired(true));
    }
  }

  /**
   * One option of a choice, or one row of a matrix.
   *
   * @param id its id, {@code [A-Za-z0-9_-]{1,64}}
   * @param text what the respondent reads
   */
  record Choice(String id, LocalizedText text) {

    /** Checks the id. */
    public Choice {
      Ids.requireId("choice id", id);
    }

    /** Returns an option. */
    public static Choice of(String id, LocalizedText text) {
      return new Choice(id, text);
    }
  }
}
