package io.github.feedback4j.response;

import io.github.feedback4j.response.Violation.Code;
import io.github.feedback4j.survey.ConsentQuestion;
import io.github.feedback4j.survey.ExpectationQuestion;
import io.github.feedback4j.survey.FactorsQuestion;
import io.github.feedback4j.survey.LostTimeQuestion;
import io.github.feedback4j.survey.MatrixQuestion;
import io.github.feedback4j.survey.MultiChoiceQuestion;
import io.github.feedback4j.survey.Options;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.RankingQuestion;
import io.github.feedback4j.survey.Scale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks one answer against its question, by itself: whether it was shown is not looked at here. */
final class AnswerCheck {

  /** What is known of the words of an answer. */
  enum Words {
    AS_WRITTEN,
    /** Something may have been taken out or put in its place, so they have another length. */
    REDACTED
  }

  private final Question question;
  private final boolean complete;
  private final Words words;
  private final List<Violation> violations = new ArrayList<>();

  private AnswerCheck(Question question, boolean complete, Words words) {
    this.question = question;
    this.complete = complete;
    this.words = words;
  }

  /** Returns what is wrong with an answer; what is too little yet is fine while it is not complete. */
  static List<Violation> check(Question question, Answer answer, boolean complete, Words words) {
    AnswerCheck check = new AnswerCheck(question, complete, words);
    check.check(answer);
    return check.violations;
  }

  private void check(Answer answer) {
    if (question instanceof Question.Rating rating) {
      rating(rating.scale(), answer);
    } else if (question instanceof ExpectationQuestion expectation) {
      rating(expectation.scale(), answer);
    } else if (question instanceof Question.Text text) {
      text(text, answer);
    } else if (question instanceof Question.SingleChoice choice) {
      choice(choice.options(), answer);
    } else if (question instanceof MultiChoiceQuestion choice) {
      choices(choice, answer);
    } else if (question instanceof MatrixQuestion matrix) {
      matrix(matrix, answer);
    } else if (question instanceof RankingQuestion ranking) {
      ranking(ranking, answer);
    } else if (question instanceof ConsentQuestion) {
      if (!(answer instanceof Answer.Consent)) {
        wrongType("a consent");
      }
    } else if (question instanceof LostTimeQuestion lostTime) {
      lostTime(lostTime, answer);
    } else if (question instanceof FactorsQuestion factors) {
      factors(factors, answer);
    } else {
      add(Code.WRONG_TYPE, "a statement is not answered");
    }
  }

  private void rating(Scale scale, Answer answer) {
    if (!(answer instanceof Answer.Rating given)) {
      wrongType("a rating");
    } else if (!scale.contains(given.value())) {
      add(
          Code.OUT_OF_RANGE,
          "the rating must be on the scale " + scale + ", but was " + given.value());
    }
  }

  private void text(Question.Text text, Answer answer) {
    if (!(answer instanceof Answer.Text given)) {
      wrongType("a text");
    } else if (words == Words.REDACTED) {
      return;
    } else if (given.text().length() > text.maxLength()) {
      add(
          Code.TOO_LONG,
          "the text must have at most %d characters, but has %d"
              .formatted(text.maxLength(), given.text().length()));
    } else if (complete && given.text().length() < text.minLength()) {
      add(
          Code.TOO_SHORT,
          "the text must have at least %d characters, but has %d"
              .formatted(text.minLength(), given.text().length()));
    }
  }

  private void choice(Options options, Answer answer) {
    if (!(answer instanceof Answer.Choice given)) {
      wrongType("a choice");
      return;
    }
    known(List.of(given.choice()), options.ids());
    other(options, given.choice().equals(Options.OTHER), given.other());
  }

  private void choices(MultiChoiceQuestion choice, Answer answer) {
    if (!(answer instanceof Answer.Choices given)) {
      wrongType("choices");
      return;
    }
    known(given.choices(), choice.options().ids());
    selections(given.choices(), choice.atLeast(), choice.atMost());
    other(choice.options(), given.choices().contains(Options.OTHER), given.other());
  }

  private void factors(FactorsQuestion factors, Answer answer) {
    if (!(answer instanceof Answer.Choices given)) {
      wrongType("choices");
      return;
    }
    known(given.choices(), factors.ids());
    selections(given.choices(), 1, factors.atMost());
    if (given.other() != null && !given.other().isBlank()) {
      add(Code.UNKNOWN_CHOICE, "the question has no open option, so it takes no words");
    }
  }

  private void ranking(RankingQuestion ranking, Answer answer) {
    if (!(answer instanceof Answer.Ranking given)) {
      wrongType("a ranking");
      return;
    }
    known(given.choices(), ranking.options().ids());
    selections(given.choices(), ranking.top(), ranking.top());
  }

  private void matrix(MatrixQuestion matrix, Answer answer) {
    if (!(answer instanceof Answer.Matrix given)) {
      wrongType("a point in each row");
      return;
    }
    List<String> rows = matrix.rows().stream().map(Question.Choice::id).toList();
    for (Map.Entry<String, Integer> each : given.points().entrySet()) {
      if (!rows.contains(each.getKey())) {
        add(Code.UNKNOWN_ROW, "each row must be one of " + rows);
      } else if (!matrix.scale().contains(each.getValue())) {
        add(
            Code.OUT_OF_RANGE,
            "the rating of row '%s' must be on the scale %s, but was %d"
                .formatted(each.getKey(), matrix.scale(), each.getValue()));
      }
    }
  }

  private void lostTime(LostTimeQuestion lostTime, Answer answer) {
    if (!(answer instanceof Answer.LostTime given)) {
      wrongType("minutes");
    } else if (given.minutes() < lostTime.min() || given.minutes() > lostTime.max()) {
      add(
          Code.OUT_OF_RANGE,
          "the minutes must be from %d to %d, but were %d"
              .formatted(lostTime.min(), lostTime.max(), given.minutes()));
    }
  }

  private void known(List<String> given, Collection<String> known) {
    if (!known.containsAll(given)) {
      add(Code.UNKNOWN_CHOICE, "the choice must be one of " + known);
    }
    if (new HashSet<>(given).size() < given.size()) {
      add(Code.REPEATED_CHOICE, "each option can be chosen once");
    }
  }

  private void selections(List<String> given, int atLeast, int atMost) {
    if (given.size() > atMost) {
      add(
          Code.TOO_MANY,
          "at most %d options can be chosen, but %d were".formatted(atMost, given.size()));
    } else if (complete && given.size() < atLeast) {
      add(
          Code.TOO_FEW,
          "at least %d options must be chosen, but %d were".formatted(atLeast, given.size()));
    }
  }

  private void other(Options options, boolean chosen, @Nullable String given) {
    if (given == null || given.isBlank()) {
      return;
    }
    if (options.other() == null) {
      add(Code.UNKNOWN_CHOICE, "the question has no open option, so it takes no words");
    } else if (!chosen) {
      add(Code.UNKNOWN_CHOICE, "words stand beside the option 'other' only, which was not chosen");
    }
    if (words == Words.AS_WRITTEN && given.length() > Options.OTHER_MAX_LENGTH) {
      add(
          Code.TOO_LONG,
          "the words must have at most %d characters, but have %d"
              .formatted(Options.OTHER_MAX_LENGTH, given.length()));
    }
  }

  private void wrongType(String expected) {
    add(Code.WRONG_TYPE, "the question must be answered with " + expected);
  }

  private void add(Code code, String message) {
    violations.add(new Violation(code, question.id(), message));
  }
}
